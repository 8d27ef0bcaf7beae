/**
 * The service worker: opens the app without the network, and keeps several versions apart. Built as a file of its own,
 * /service-worker.js, with the list of all files of the build. A new version waits until it is let in or no tab is open.
 */
import {
  answerWith,
  type BuiltFiles,
  fileOf,
  forgetOldFiles,
  keepFiles,
  type Route,
  routesOf,
} from './offline/kept-files'
import { answerIn, type PageAnswer, requestIn } from './offline/offline-protocol'

/** Put in by the build. */
declare const __BUILT_FILES__: BuiltFiles

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

/** Chromium 123 has `addRoutes`; others ask the worker. */
interface InstallEvent extends LastingEvent {
  addRoutes?(routes: readonly Route[]): Promise<void>
}

interface PageRequest extends LastingEvent {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

interface Page {
  postMessage(message: unknown, transfer: Transferable[]): void
}

/** What the types for pages do not know of a service worker. */
interface Scope {
  readonly registration: ServiceWorkerRegistration
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<readonly Page[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install', listener: (event: InstallEvent) => void): void
  addEventListener(type: 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: PageRequest) => void): void
  addEventListener(type: 'message', listener: (event: LastingEvent & MessageEvent<unknown>) => void): void
}

const scope = globalThis as unknown as Scope
const built = __BUILT_FILES__
const store = { caches, fetch: (request: Request) => fetch(request), origin: location.origin }

scope.addEventListener('install', (event) => {
  // One that takes no such rules goes on asking the worker.
  const routed = event.addRoutes?.(routesOf(built)).catch(() => undefined)
  event.waitUntil(Promise.all([keepFiles(built, store), routed]))
})

// The first page of all was there before: what it loads later is kept too.
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))

scope.addEventListener('fetch', (event) => {
  const path = fileOf(event.request, built, store.origin)
  if (path !== undefined) event.respondWith(answerWith(path, event.request, built, store))
})

scope.addEventListener('message', (event) => {
  const kind = requestIn(event.data)
  if (kind === 'take-over') event.waitUntil(scope.skipWaiting())
  else if (kind === 'tidy') event.waitUntil(tidy())
})

/** Milliseconds. A page that is frozen, or still starting, does not answer. */
const ANSWERS_WITHIN = 5_000

async function tidy(): Promise<void> {
  const names = await caches.keys()
  // One that was listed may belong to a version that is coming.
  if (names.length < 2 || scope.registration.installing || scope.registration.waiting) return
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  await forgetOldFiles(built, await Promise.all(pages.map(firstScriptOf)), names, store)
}

function firstScriptOf(page: Page): Promise<PageAnswer | undefined> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<unknown>) => resolve(answerIn(data))
    setTimeout(resolve, ANSWERS_WITHIN, undefined)
    page.postMessage(null, [port2])
  })
}
