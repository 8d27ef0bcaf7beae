import { describe, expect, test } from 'vitest'
import { german } from './de/catalogue'
import { dotted, isolated, isolating, withQuotesIsolated } from './isolated'

const HEBREW = 'חשבון'
const ISOLATED = `\u2068${HEBREW}\u2069`

test.each([HEBREW, 'بقالة', 'Café חלב', '٣٤', 'a\u202eb', '𐤀'])(
  'a text that runs to the left is isolated: %s',
  (text) => {
    expect(isolated(text)).toBe(`\u2068${text}\u2069`)
  },
)

test.each(['', 'Everyday', '€1,204.00', 'Zürich–Köln', '銀行', '👩‍👩‍👧'])('any other stays as it is: %s', (text) => {
  expect(isolated(text)).toBe(text)
})

test.each([
  ['ends the isolation', 'a\u2069b\u05d0', '\u2068ab\u05d0\u2069'],
  ['reaches beyond it', '\u2067a', '\u2068\u2067a\u2069\u2069'],
  ['is paired', ISOLATED, `\u2068${ISOLATED}\u2069`],
])('a typed sign that %s', (_, text, expected) => {
  expect(isolated(text)).toBe(expected)
})

test('texts beside one another, and names in sentences from below', () => {
  expect(dotted('12 Mar', HEBREW, undefined, '', '€4.20')).toBe(`12 Mar · ${ISOLATED} · €4.20`)
  expect(withQuotesIsolated(`“${HEBREW}” is closed; “Savings” is not.`)).toBe(
    `“${ISOLATED}” is closed; “Savings” is not.`,
  )
})

const english = Object.values(import.meta.glob<Readonly<Record<string, unknown>>>('./en/**/*.ts', { eager: true }))

describe.each([
  ['English', english.flatMap((exported) => Object.values(exported))],
  ['German', Object.values(german).map((words) => isolating(words))],
])('%s', (_, areas) => {
  test('[IS1] every function of words isolates the names that it is given', () => {
    const bare: string[] = []
    let said = 0
    visit(areas, (say, path) => {
      for (const fact of [HEBREW, { accountName: HEBREW, name: HEBREW }]) {
        const text = sayWith(say, fact)
        if (!text?.includes(HEBREW)) continue
        said += 1
        if (text.replaceAll(ISOLATED, '').includes(HEBREW)) bare.push(path)
      }
    })
    expect(bare).toEqual([])
    expect(said).toBeGreaterThan(150)
  })

  test('[IS2] what is given with letters that run to the right comes out without signs of any kind', () => {
    const signed: string[] = []
    visit(areas, (say, path) => {
      if (/[\u2066-\u2069]/.test(sayWith(say, 'Everyday') ?? '')) signed.push(path)
    })
    expect(signed).toEqual([])
  })
})

function visit(words: unknown, look: (say: (...facts: unknown[]) => unknown, path: string) => void, path = ''): void {
  if (typeof words === 'function') look(words as never, path)
  else if (typeof words === 'object' && words !== null) {
    for (const [key, value] of Object.entries(words)) visit(value, look, `${path}.${key}`)
  }
}

/** undefined: it wants other facts. */
function sayWith(say: (...facts: unknown[]) => unknown, fact: unknown): string | undefined {
  try {
    return String(say(...Array.from({ length: say.length }, () => fact)))
  } catch {
    return undefined
  }
}
