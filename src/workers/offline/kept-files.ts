/**
 * The files of a build, kept so that the app opens without the network. Each build has a cache of its own, named by its
 * version: a page finds all its later parts in the one it was opened from, whatever was installed since.
 *
 * [OF1] A version is kept whole or not at all, and only of the very bytes it was built with.
 * [OF2] A screen's address is answered with this version's page; a file with this version's, else another kept one's,
 *   else from the network.
 * [OF3] An old version is let go once no page needs it. A page that does not answer is taken to need all.
 * [OF4] What a version has comes from its own cache without its worker, where the browser knows such rules.
 */

/** What the build puts in: the path of each file, with the seal of its bytes. The page itself is `/`. */
export interface BuiltFiles {
  readonly version: string
  readonly files: Readonly<Record<string, string>>
}

/** What the browser has for it; tests have their own. */
export interface FileStore {
  readonly caches: CacheStorage
  fetch(request: Request): Promise<Response>
  /** Where the app is: `https://example.org`. */
  readonly origin: string
}

const PREFIX = 'hindsight files '
const PAGE = '/'
/** Named by their content: what was found there once is right for ever. */
const HASHED = '/assets/'

/** While it installs, the page is in use. */
const AT_ONCE = 4

const cacheName = (version: string) => PREFIX + version

/** Keeps a version. @throws Error where a file cannot be had, or is another than was built; nothing is kept then. */
export async function keepFiles(built: BuiltFiles, store: FileStore): Promise<void> {
  const name = cacheName(built.version)
  const cache = await store.caches.open(name)
  const rest = Object.entries(built.files).values()
  const keepSome = async () => {
    for (const [path, seal] of rest) await cache.put(store.origin + path, await fileAsBuilt(path, seal, store))
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, keepSome))
  } catch (error) {
    await store.caches.delete(name)
    throw error
  }
}

/** From another version, where it did not change; from the browser's own cache; from the server. */
async function fileAsBuilt(path: string, seal: string, { caches, fetch, origin }: FileStore): Promise<Response> {
  const url = origin + path
  const known = await caches.match(url)
  if (known && (await sealOf(known)) === seal) return known
  for (const cache of ['default', 'reload'] as const) {
    const response = await fetch(new Request(url, { cache }))
    if (response.ok && (await sealOf(response)) === seal) return response
  }
  throw new Error(`${path} is not the file that this version was built with.`)
}

/** The first 8 bytes of SHA-256, in hex: as the build writes it. */
async function sealOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer())
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Which file answers a request; undefined where that is not ours to say. */
export function fileOf(
  { method, mode, url }: Pick<Request, 'method' | 'mode' | 'url'>,
  built: BuiltFiles,
  origin: string,
): string | undefined {
  const asked = new URL(url)
  if (method !== 'GET' || asked.origin !== origin) return undefined
  const { pathname } = asked
  // As the server has it: a path without a dot is a screen of the app.
  const isScreen = pathname === '/index.html' || !pathname.slice(pathname.lastIndexOf('/')).includes('.')
  if (mode === 'navigate') return isScreen ? PAGE : undefined
  return pathname !== PAGE && (pathname in built.files || pathname.startsWith(HASHED)) ? pathname : undefined
}

/** A rule of a service worker's router: https://w3c.github.io/ServiceWorker/#dictdef-routerrule */
export interface Route {
  readonly condition: { readonly urlPattern: { readonly pathname: string; readonly search: '' } }
  readonly source: { readonly cacheName: string }
}

/**
 * The answers that need no worker: starting one takes longer than reading the page. What a rule does not find is asked of
 * the server, so there is one for each file that is kept, and none for what may lie in another version's cache.
 */
export function routesOf({ version, files }: BuiltFiles): Route[] {
  const source = { cacheName: cacheName(version) }
  return Object.keys(files).map((pathname) => ({ condition: { urlPattern: { pathname, search: '' } }, source }))
}

export async function answerWith(
  path: string,
  request: Request,
  { version }: BuiltFiles,
  { caches, fetch, origin }: FileStore,
): Promise<Response> {
  const url = origin + path
  const kept = await caches.match(url, { cacheName: cacheName(version) })
  if (kept) return kept
  // A page of one version is never answered for another: its parts would not fit.
  const others = path.startsWith(HASHED) ? await caches.match(url) : undefined
  if (others) return others
  const response = await fetch(request)
  // Scripts in use by fewer, such as those of Greek: kept once they are needed.
  if (response.ok && response.type === 'basic' && path.startsWith(HASHED)) {
    const copy = response.clone()
    await caches
      .open(cacheName(version))
      .then((cache) => cache.put(url, copy))
      .catch(() => undefined)
  }
  return response
}

/** @param pages the first script of each open page, as a path; undefined for one that did not answer */
export async function forgetOldFiles(
  { version }: BuiltFiles,
  pages: readonly (string | undefined)[],
  names: readonly string[],
  { caches, origin }: Pick<FileStore, 'caches' | 'origin'>,
): Promise<void> {
  if (pages.includes(undefined)) return
  const own = cacheName(version)
  const isIn = async (cacheName: string, path: string) =>
    (await caches.match(origin + path, { cacheName })) !== undefined
  for (const name of names) {
    if (name === own || !name.startsWith(PREFIX)) continue
    let needed = false
    for (const page of pages) needed ||= page !== undefined && !(await isIn(own, page)) && (await isIn(name, page))
    if (!needed) await caches.delete(name)
  }
}
