import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { answerWith, type BuiltFiles, type FileStore, fileOf, forgetOldFiles, keepFiles, routesOf } from './kept-files'

const ORIGIN = 'https://ledger.test'
const seal = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
const pathOf = (request: RequestInfo | URL) =>
  new URL(request instanceof Request ? request.url : request.toString(), ORIGIN).pathname

class Shelf {
  readonly kept = new Map<string, Response>()
  async match(request: RequestInfo | URL) {
    return this.kept.get(pathOf(request))?.clone()
  }
  async put(request: RequestInfo | URL, response: Response) {
    this.kept.set(pathOf(request), response)
  }
}

/** Caches and a server, which has `files` as long as it is there. */
class Place {
  readonly shelves = new Map<string, Shelf>()
  readonly asked: string[] = []
  /** What a cache of the browser's own says for a file, stale. */
  readonly stale = new Map<string, string>()
  online = true
  constructor(readonly files: Map<string, string>) {}

  readonly store: FileStore = {
    origin: ORIGIN,
    caches: {
      open: async (name: string) => {
        const shelf = this.shelves.get(name) ?? new Shelf()
        this.shelves.set(name, shelf)
        return shelf
      },
      match: async (request: RequestInfo | URL, options?: MultiCacheQueryOptions) => {
        for (const [name, shelf] of this.shelves) {
          if (options?.cacheName !== undefined && options.cacheName !== name) continue
          const found = await shelf.match(request)
          if (found) return found
        }
        return undefined
      },
      delete: async (name: string) => this.shelves.delete(name),
    } as unknown as CacheStorage,
    fetch: async (request) => {
      if (!this.online) throw new TypeError('Failed to fetch')
      const path = pathOf(request)
      this.asked.push(path)
      const stale = request.cache === 'reload' ? undefined : this.stale.get(path)
      const text = stale ?? this.files.get(path)
      const response = new Response(text ?? 'Not found.', { status: text === undefined ? 404 : 200 })
      // As a browser says of a file of the own origin.
      Object.defineProperty(response, 'type', { value: 'basic' })
      return response
    },
  }

  async text(path: string, built: BuiltFiles): Promise<string> {
    const request = new Request(ORIGIN + path)
    return (await answerWith(path, request, built, this.store)).text()
  }
}

const OLD: Record<string, string> = { '/': 'page 1', '/assets/a-1.js': 'a', '/assets/b-1.js': 'b 1' }
const NEW: Record<string, string> = { '/': 'page 2', '/assets/a-1.js': 'a', '/assets/b-2.js': 'b 2' }
const builtOf = (version: string, files: Record<string, string>): BuiltFiles => ({
  version,
  files: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, seal(text)])),
})
const old = builtOf('1', OLD)
const next = builtOf('2', NEW)

async function withBoth(): Promise<Place> {
  const place = new Place(new Map(Object.entries(OLD)))
  await keepFiles(old, place.store)
  place.files.clear()
  for (const [path, text] of Object.entries(NEW)) place.files.set(path, text)
  await keepFiles(next, place.store)
  return place
}

describe('[OF1] a version is kept whole or not at all, of the bytes it was built with', () => {
  test('all files, and from then on without a server', async () => {
    const place = new Place(new Map(Object.entries(OLD)))
    await keepFiles(old, place.store)
    place.online = false
    for (const [path, text] of Object.entries(OLD)) expect(await place.text(path, old)).toBe(text)
  })

  test.each(Object.keys(OLD))('nothing is kept where %s is missing', async (path) => {
    const place = new Place(new Map(Object.entries(OLD)))
    place.files.delete(path)
    await expect(keepFiles(old, place.store)).rejects.toThrow(path)
    expect(place.shelves.size).toBe(0)
  })

  test('a server in the midst of an update is not taken: its page belongs to another version', async () => {
    const place = new Place(new Map(Object.entries({ ...OLD, '/': 'page 2' })))
    await expect(keepFiles(old, place.store)).rejects.toThrow('/ is not the file')
    expect(place.shelves.size).toBe(0)
  })

  test('a stale copy of the browser is passed over', async () => {
    const place = new Place(new Map(Object.entries(NEW)))
    place.stale.set('/', 'page 1')
    await keepFiles(next, place.store)
    expect(await place.text('/', next)).toBe('page 2')
  })

  test('a failed update leaves the version that is there, and what did not change is not fetched again', async () => {
    const place = new Place(new Map(Object.entries(OLD)))
    await keepFiles(old, place.store)
    place.asked.length = 0
    place.files.set('/', 'page 2')
    await expect(keepFiles(next, place.store)).rejects.toThrow('/assets/b-2.js')
    expect([...place.shelves.keys()]).toEqual(['hindsight files 1'])
    expect(place.asked).not.toContain('/assets/a-1.js')
  })
})

describe('[OF2] what a request is answered with', () => {
  const ask = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
    fileOf({ url: new URL(path, ORIGIN).href, mode, method }, old, ORIGIN)

  test('screens are the page, files themselves, the rest is the network’s', () => {
    expect(ask('/', 'navigate')).toBe('/')
    expect(ask('/?ledger=1&on=2024-03-12', 'navigate')).toBe('/')
    expect(ask('/index.html', 'navigate')).toBe('/')
    expect(ask('/some/screen', 'navigate')).toBe('/')
    expect(ask('/no-such-file.txt', 'navigate')).toBeUndefined()
    expect(ask('/assets/a-1.js')).toBe('/assets/a-1.js')
    expect(ask('/assets/inter-greek-1.woff2')).toBe('/assets/inter-greek-1.woff2')
    expect(ask('/service-worker.js')).toBeUndefined()
    expect(ask('/constructor')).toBeUndefined()
    expect(ask('/assets/a-1.js', 'cors', 'HEAD')).toBeUndefined()
    expect(ask('https://elsewhere.test/assets/a-1.js')).toBeUndefined()
  })

  test('each version has its page, and a tab of the old one finds its parts under the new', async () => {
    const place = await withBoth()
    place.online = false
    expect(await place.text('/', old)).toBe('page 1')
    expect(await place.text('/', next)).toBe('page 2')
    expect(await place.text('/assets/b-1.js', next)).toBe('b 1')
    await expect(place.text('/assets/c-1.js', next)).rejects.toThrow(TypeError)
  })

  test('what is fetched later is kept, a refusal is not', async () => {
    const place = await withBoth()
    place.files.set('/assets/inter-greek-1.woff2', 'greek')
    expect(await place.text('/assets/inter-greek-1.woff2', next)).toBe('greek')
    expect(await place.text('/assets/c-1.js', next)).toBe('Not found.')
    place.online = false
    expect(await place.text('/assets/inter-greek-1.woff2', next)).toBe('greek')
    await expect(place.text('/assets/c-1.js', next)).rejects.toThrow(TypeError)
  })
})

describe('[OF3] an old version is let go once no page needs it', () => {
  const tidied = async (pages: (string | undefined)[]) => {
    const place = await withBoth()
    place.shelves.set('of somebody else', new Shelf())
    await forgetOldFiles(next, pages, [...place.shelves.keys()], place.store)
    return [...place.shelves.keys()]
  }
  const NONE_GONE = ['hindsight files 1', 'hindsight files 2', 'of somebody else']

  test('all pages are new', async () => {
    expect(await tidied(['/assets/b-2.js', '/assets/b-2.js'])).toEqual(['hindsight files 2', 'of somebody else'])
  })
  test('one is old', async () => {
    expect(await tidied(['/assets/b-2.js', '/assets/b-1.js'])).toEqual(NONE_GONE)
  })
  test('one does not answer', async () => {
    expect(await tidied(['/assets/b-2.js', undefined])).toEqual(NONE_GONE)
  })
})

test('[OF4] each file of a version, and no other address, has a rule that leads to that version alone', async () => {
  const files = new Map([
    ['/', 'page'],
    ['/assets/a-1.js', 'part'],
  ])
  const built = { version: '7', files: Object.fromEntries([...files].map(([path, text]) => [path, seal(text)])) }
  const place = new Place(files)
  await keepFiles(built, place.store)
  const routes = routesOf(built)
  expect(routes.map(({ condition }) => condition.urlPattern)).toEqual([
    { pathname: '/', search: '' },
    { pathname: '/assets/a-1.js', search: '' },
  ])
  for (const { source } of routes) expect([...place.shelves.keys()]).toEqual([source.cacheName])
})
