// Serves the build for the whole test run; workers learn the address from the environment, which they inherit.
import { serve } from './serve.mjs'

export default async function globalSetup(): Promise<() => Promise<void>> {
  const { url, close } = await serve()
  process.env.HINDSIGHT_URL = url
  return close
}
