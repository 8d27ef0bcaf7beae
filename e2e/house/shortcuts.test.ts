import { expect, test } from 'vitest'
import { isTest, projectFiles } from './source-files'

/** What listens to keys from anywhere, or tells those of the slider. */
const LISTENERS = projectFiles().filter(
  ({ path, text }) => /^src\/(app|features)\//.test(path) && !isTest(path) && /addEventListener\('keydown'/.test(text),
)
const COMPARED = /\b(?:key|event\.key) [!=]== '([^']+)'/g
const TABLE = /const (?:STEPS|KEYS)\b.*? = \{([^}]*)\}/g
const ROW = /(?:^|[{,\s])'?([^\s',:{]{1,2}|_)'?: (?!string|number)/g

/** Keys that are the same shortcut typed another way, or that only begin one. */
const SAME: Readonly<Record<string, string>> = {
  k: 'Ctrl K',
  z: 'Ctrl Z',
  g: 'g l',
  l: 'g l',
  B: 'Shift b',
  '{': 'Shift [',
  '}': 'Shift ]',
  ' ': 'Space',
  Escape: 'Esc',
  '=': '+',
  '-': '−',
  _: '−',
}

function keysHeard(): ReadonlySet<string> {
  const heard = new Set<string>()
  for (const { path, text } of LISTENERS) {
    for (const [, key = ''] of text.matchAll(COMPARED)) {
      heard.add(path.startsWith('src/app') || !/^[kz]$/.test(key) ? (SAME[key] ?? key) : key)
    }
    for (const [, table = ''] of text.matchAll(TABLE)) {
      for (const [, key = ''] of ` ${table}`.matchAll(ROW)) heard.add(key === 'k' ? key : (SAME[key] ?? key))
    }
  }
  return heard
}

const LIST = projectFiles().find(({ path }) => path === 'src/app/commands/shortcut-list.ts')?.text ?? ''
const shown = new Set(
  [...LIST.matchAll(/\[\[(.*)\], keys\./g)].flatMap(([, keys = '']) =>
    [...keys.matchAll(/'([^']+)'/g)].map(([, key = '']) => key),
  ),
)

test('[H20] the sheet of shortcuts names every key that something listens to', () => {
  const heard = keysHeard()
  expect(heard.size).toBeGreaterThan(18)
  // Arrows and page keys are those of any slider or list.
  expect([...heard].filter((key) => !shown.has(key) && !/^(Arrow|Page)/.test(key))).toEqual([])
})

test('[H20] it names none that nothing listens to', () => {
  // The second half of a pair, and what a row hears itself.
  const rest = ['Shift Space', '↵']
  const heard = keysHeard()
  expect([...shown].filter((key) => !heard.has(key) && !rest.includes(key))).toEqual([])
})
