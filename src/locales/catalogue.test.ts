import { describe, expect, test } from 'vitest'
import { REJECTION_CODES } from '../domain/rejections'
import { LOG_FORMAT_CODES } from '../exchange/log-format-error'
import { german } from './de/catalogue'
import { failures } from './de/failures'

type Words = { readonly [key: string]: unknown }

const modules = import.meta.glob<Words>('./en/**/*.ts', { eager: true })
/** An area's module exports its words, and nothing else that is an object. */
const english = new Map(
  Object.entries(modules).map(([path, exported]) => {
    const [words] = Object.values(exported).filter((value) => typeof value === 'object')
    return [path.slice('./en/'.length, -'.ts'.length), words as Words]
  }),
)

/** `menu`, `legend.in`: every key that leads to words. */
function pathsOf(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? pathsOf(value as Words, `${prefix}${key}.`) : [`${prefix}${key}`],
  )
}

function at(words: Words | undefined, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Words | undefined)?.[key], words)
}

/** What a function of words makes of facts that can be told from everything else. */
function factsSaid(say: (...facts: unknown[]) => unknown): string[] | undefined {
  const marks = Array.from({ length: say.length }, (_, index) => `⟦${index}⟧`)
  try {
    const said = String(say(...marks))
    return marks.filter((mark) => said.includes(mark))
  } catch {
    // It wants more than texts and counts.
    return undefined
  }
}

test('German has every area of English', () => {
  expect(Object.keys(german).sort()).toEqual([...english.keys()].sort())
})

describe.each([...english])('%s', (area, words) => {
  const translated = (german as Record<string, Words>)[area]

  test('the keys are the same, in the same order', () => {
    expect(pathsOf(translated ?? {})).toEqual(pathsOf(words))
  })

  test('each takes the same facts, and tells those that English tells', () => {
    for (const path of pathsOf(words)) {
      const [here, there] = [at(words, path), at(translated, path)]
      expect(typeof there, path).toBe(typeof here)
      if (typeof here !== 'function' || typeof there !== 'function') continue
      if (area === 'failures') continue
      expect(there.length, path).toBe(here.length)
      expect(factsSaid(there as never), path).toEqual(factsSaid(here as never))
    }
  })

  test('no text is empty, nor left in English by an oversight', () => {
    const same = pathsOf(words).filter((path) => {
      const [here, there] = [at(words, path), at(translated, path)]
      return typeof here === 'string' && here === there && / /.test(here)
    })
    expect(same).toEqual([])
    const empty = pathsOf(words).filter((path) => at(translated, path) === '' && at(words, path) !== '')
    expect(empty).toEqual([])
  })
})

describe('failures in German', () => {
  test.each([...REJECTION_CODES])('a command refused with %s', (code) => {
    expect(failures.error('CommandRejected', code, {})).toMatch(/\.$/)
  })

  test.each([...LOG_FORMAT_CODES])('a file refused with %s', (code) => {
    expect(failures.error('LogFormatError', code, { position: 1204, line: 1205 })).toMatch(
      /^Ereignis 1.?204, Zeile 1.?205: .*\.$/,
    )
  })

  test.each(['quota-exceeded', 'unavailable', 'blocked', 'corrupt'])('a store that fails with %s', (code) => {
    expect(failures.error('StorageError', code, {})).toMatch(/\.$/)
  })

  test('what is unknown is told in its own words', () => {
    expect(failures.error('TypeError', 'unknown', {})).toBeUndefined()
    expect(failures.error('CommandRejected', 'a-code-of-tomorrow', {})).toBeUndefined()
  })
})
