import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StreamState } from '../../domain/stream-state'
import type { EventLog } from '../../event-log/event-log'
import { queryWords, searchText } from '../../projections/words/search-text'
import { answers } from '../../projections/words/word-chunk'
import { memoryLog, openLedger } from '../testing/memory-ledger'
import { type StoredWords, WordIndex, type WordKeeper } from './word-index'

const CHUNK = 8
const ACCOUNT = '0190a000-0000-7000-8000-00000000000a'

/** As much as a transaction takes: others go on meanwhile. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve()
}

function memoryKeeper() {
  const pages = new Map<string, Uint8Array>()
  const keeper = {
    pages,
    stored: undefined as StoredWords | undefined,
    read: async () => keeper.stored,
    readPage: async (page: string) => {
      const bytes = pages.get(page)
      if (!bytes) throw new Error('missing')
      return bytes
    },
    writePage: async (chunk: number, bytes: Uint8Array) => {
      pages.set(String(chunk), bytes)
      await turns()
      return String(chunk)
    },
    write: async (stored: StoredWords) => {
      await turns()
      for (const page of pages.keys()) if (!stored.pages.includes(page)) pages.delete(page)
      keeper.stored = { ...stored, pages: [...stored.pages] }
    },
  }
  return keeper satisfies WordKeeper & object
}

/** A ledger with an account and as many deposits as there are words, most of them of their own commands. */
async function ledgerOf(words: readonly string[]) {
  const log = memoryLog()
  const ledger = await openLedger(log)
  const deposit = (memo: string) =>
    ledger.dispatch({ type: 'Deposit', accountId: ACCOUNT, amount: 1, memo, payee: '"' })
  await ledger.dispatch({ type: 'OpenAccount', accountId: ACCOUNT, name: 'Everyday', currency: 'EUR' })
  for (const memo of words) await deposit(memo)
  return { log, deposit }
}

/** The positions that answer to all words, by the index, and how many chunks said so. */
async function found(index: WordIndex, words: readonly string[], size: number): Promise<number[]> {
  const chunks = Array.from({ length: Math.ceil(size / CHUNK) }, (_, chunk) => chunk)
  const positions: number[] = []
  for await (const { chunk, answers: bits, events } of index.search(words, chunks)) {
    for (let at = 0; at < events; at++) {
      if (bits.every((each) => answers(each, at))) positions.push(chunk * CHUNK + at + 1)
    }
  }
  return positions
}

async function naive(log: EventLog<StreamState>, words: readonly string[]): Promise<number[]> {
  const positions: number[] = []
  for await (const { globalPosition, data } of log.readAll()) {
    const texts = [data.payee, data.memo, data.category, data.reason].filter((text) => typeof text === 'string')
    const all = searchText(texts.join(' '))
    if (words.every((word) => all.includes(word))) positions.push(globalPosition)
  }
  return positions
}

test('[SE1] the index answers as the events do, however much of it is stored and while the log grows', async () => {
  const memos = fc.array(fc.constantFrom('Corner shop', 'Bäckerei', 'rent', '"x"\n', '東京', 'shop'), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(memos, memos, fc.boolean(), async (first, second, saves) => {
      const { log, deposit } = await ledgerOf(first)
      const keeper = memoryKeeper()
      let index = await WordIndex.open(log, keeper, CHUNK)
      const check = async () => {
        const { size } = await log.head()
        for (const query of ['shop', 'backerei', 'x', 'corner sho', 'nothing']) {
          const words = queryWords(query)
          expect(await found(index, words, size), query).toEqual(await naive(log, words))
        }
      }
      await check()
      if (saves) await index.save()
      for (const memo of second.slice(0, 5)) await deposit(memo)
      await check()
      for (const memo of second.slice(5)) await deposit(memo)
      index = await WordIndex.open(log, keeper, CHUNK)
      await check()
    }),
    { numRuns: 15 },
  )
})

test('[SE9] what is stored names pages that are there, though a search makes chunks while others are stored ahead', async () => {
  const { log } = await ledgerOf(Array.from({ length: 200 }, (_, at) => `memo ${at}`))
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(fc.nat(24), { maxLength: 12 }), async (scheduler, chunks) => {
      const keeper = memoryKeeper()
      const index = await WordIndex.open(log, keeper, CHUNK)
      const searched = scheduler.schedule(Promise.resolve()).then(async () => {
        for await (const _ of index.search(['memo'], chunks)) await index.save()
      })
      const completed = scheduler.schedule(Promise.resolve()).then(async () => {
        for await (const _ of index.complete());
      })
      await scheduler.waitAll()
      await Promise.all([searched, completed])
      await index.save()
      expect(keeper.stored?.pages).toEqual(Array.from({ length: 25 }, (_, chunk) => String(chunk)))
      expect([...keeper.pages.keys()].sort()).toEqual([...(keeper.stored?.pages ?? [])].sort())
    }),
    { numRuns: 30 },
  )
})

const MANY = Array.from({ length: 40 }, (_, at) => `memo ${at}`)

test('[SE2] what is stored is not read from the log again', async () => {
  const { log } = await ledgerOf(MANY)
  const keeper = memoryKeeper()
  const index = await WordIndex.open(log, keeper, CHUNK)
  await found(index, ['memo'], 41)
  await index.save()
  expect(keeper.stored?.position).toBe(40)
  const reads: number[] = []
  const watched = new Proxy(log, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (key === 'readBatches')
        return (options: { from: number; to: number }) => {
          reads.push(options.from)
          return target.readBatches(options)
        }
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  const again = await WordIndex.open(watched, keeper, CHUNK)
  reads.length = 0
  expect(await found(again, ['memo', '17'], 41)).toEqual([19])
  expect(reads).toEqual([41])
})

test.each([
  ['a page that is missing', (keeper: ReturnType<typeof memoryKeeper>) => keeper.pages.delete('1')],
  ['a page that is damaged', (keeper: ReturnType<typeof memoryKeeper>) => keeper.pages.set('1', Uint8Array.of(1, 2))],
  [
    'words of another log',
    (keeper: ReturnType<typeof memoryKeeper>) => {
      keeper.stored = { ...(keeper.stored as StoredWords), rootHash: '00' }
      keeper.pages.set('1', keeper.pages.get('2') as Uint8Array)
    },
  ],
  [
    'words beyond the log',
    (keeper: ReturnType<typeof memoryKeeper>) => {
      keeper.stored = { ...(keeper.stored as StoredWords), position: 4000 }
      keeper.pages.set('1', keeper.pages.get('2') as Uint8Array)
    },
  ],
])('[SE3] %s: the answers are those of the events', async (_, damage) => {
  const { log } = await ledgerOf(MANY)
  const keeper = memoryKeeper()
  const index = await WordIndex.open(log, keeper, CHUNK)
  await found(index, ['memo'], 41)
  await index.save()
  damage(keeper)
  const again = await WordIndex.open(log, keeper, CHUNK)
  expect(await found(again, ['memo'], 41)).toEqual(await naive(log, ['memo']))
  expect(await found(again, ['memo', '9'], 41)).toEqual(await naive(log, ['memo', '9']))
})

test('[SE4] a search that is given up ends, and the next one answers', async () => {
  const { log } = await ledgerOf(MANY)
  const index = await WordIndex.open(log, memoryKeeper(), CHUNK)
  const stop = new AbortController()
  const search = index.search(['memo'], [4, 3, 2, 1, 0], stop.signal)
  expect((await search.next()).value?.chunk).toBe(4)
  stop.abort()
  await expect(search.next()).rejects.toMatchObject({ name: 'AbortError' })
  expect(await found(index, ['memo', '30'], 41)).toEqual([32])
})

test('[SE4] two searches at once take in no event twice', async () => {
  const { log, deposit } = await ledgerOf(MANY)
  const index = await WordIndex.open(log, memoryKeeper(), CHUNK)
  await deposit('memo more')
  const both = await Promise.all([found(index, ['memo'], 42), found(index, ['more'], 42)])
  expect(both).toEqual([await naive(log, ['memo']), [42]])
})

test('[SE9] chunks made ahead are stored, also those before one that is there; a search between them answers', async () => {
  const { log } = await ledgerOf(MANY)
  const keeper = memoryKeeper()
  const index = await WordIndex.open(log, keeper, CHUNK)
  for await (const _ of index.search(['memo'], [2])) break
  const making = index.complete()
  await making.next()
  expect(await found(index, ['memo', '30'], 41)).toEqual([32])
  for await (const _ of making);
  expect(keeper.stored).toMatchObject({ position: 40, pages: ['0', '1', '2', '3', '4'] })
  const again = await WordIndex.open(log, keeper, CHUNK)
  expect(await found(again, ['memo'], 41)).toEqual(await naive(log, ['memo']))
})
