// Finds the browser that the tests drive, or installs one.
import { existsSync } from 'node:fs'
import { installedChromium } from './chromium.mjs'
import { run } from './install.mjs'

async function playwrightChromium() {
  const { chromium } = await import('playwright')
  return existsSync(chromium.executablePath())
}

/** Ends the process with a message where there is no browser and none can be installed. */
export async function ensureBrowser() {
  if (installedChromium() || (await playwrightChromium())) return
  console.log('No Chromium or Chrome found: installing the one that belongs to Playwright …')
  if (run('npx', ['playwright', 'install', 'chromium']) && (await playwrightChromium())) return
  if (process.getuid?.() === 0) {
    console.log('That failed: trying the Chromium of the system …')
    run('apt-get', ['update', '-qq'])
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    if (run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env) && installedChromium())
      return
  }
  console.error('The tests need Chromium or Chrome. Install one, or set CHROMIUM to the path of its program.')
  process.exit(1)
}
