/**
 * The only place where the address of a script is made. The page is served under Trusted Types (W3C): no text becomes
 * code there, unless a policy vouches for it, and this is the one policy that the page allows.
 *
 * [TR1] Only a worker of this build, from this origin, is vouched for; every other address is a TypeError.
 */

/** Of Trusted Types, which not every browser has, nor the types of pages. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown }
}

/** The service worker, and what the build makes of `*.worker.ts`; without a build those themselves. */
const OWN = import.meta.env.PROD
  ? /^\/(?:service-worker|assets\/[a-z]+\.worker-[\w-]+)\.js$/
  : /\/src\/workers\/[a-z-]+\.worker\.ts$/

/** @throws TypeError where the address is another's, or no worker */
function ownScript(url: string): string {
  const { origin, pathname } = new URL(url, location.origin)
  if (origin !== location.origin || !OWN.test(pathname)) throw new TypeError(`${url} is no worker of this program.`)
  return url
}

const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('hindsight', {
  createScriptURL: ownScript,
})

/**
 * An address that the browser runs as a worker.
 * @returns in a browser with Trusted Types an object that stands for it, which the types of pages call a string
 * @throws TypeError where it is no worker of this program
 */
export function trustedScript(url: string): string {
  return (policy ? policy.createScriptURL(url) : ownScript(url)) as string
}

/** @param name for the browser's tools */
export function startWorker(url: string, name: string): Worker {
  return new Worker(trustedScript(url), { type: 'module', name })
}
