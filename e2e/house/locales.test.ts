import { expect, test } from 'vitest'
import { importsOf } from './imports'
import { isTest, projectFiles } from './source-files'
import { visibleText } from './visible-text'

const FILES = projectFiles()
const SCREENS = FILES.filter(({ path }) => /^src\/(app|features|stores|ui)\/.*\.tsx?$/.test(path) && !isTest(path))

test('[H17] no word that is shown stands outside the catalogues', () => {
  expect(SCREENS.flatMap(visibleText)).toEqual([])
})

test.each([
  ['text', '<p>Hello there</p>'],
  ['an attribute', '<img alt="A house" />'],
  ['an attribute in braces', `<b aria-label={open ? 'Close' : undefined} />`],
  ['a template', `<b title={\`Calendar, \${label}\`} />`],
  ['a choice', `<p>{known ? count : 'unknown'}</p>`],
  ['a property', `menu({ id: 'a', label: 'Open', onAction })`],
  ['a sentence', `const said = 'Nothing was found here'`],
])('[H17] it is found: %s', (_, source) => {
  expect(visibleText({ path: 'a.tsx', text: source })).toHaveLength(1)
})

test.each([
  ['classes and ids', `<p className="big red" id={'name here'} role="status">{words.hello}</p>`],
  ['keys', `<Kbd>{isMac ? '⌘ K' : 'Ctrl K'}</Kbd>`],
  ['faults for scripts', `throw new RangeError('This is no whole number')`],
  ['signs', `<p>{' · '}—</p>`],
])('[H17] it is let be: %s', (_, source) => {
  expect(visibleText({ path: 'a.tsx', text: source })).toEqual([])
})

const AREA = /^src\/locales\/(en|de)\/(?!catalogue\.ts)(.+)\.ts$/
const areasOf = (locale: string) =>
  FILES.flatMap(({ path }) => {
    const [, of, area] = AREA.exec(path) ?? []
    return of === locale && area !== undefined ? [area] : []
  }).sort()

test('[H18] every area of words is there in every language', () => {
  expect(areasOf('en').length).toBeGreaterThan(8)
  expect(areasOf('de')).toEqual(areasOf('en'))
})

test('[H18] an area of English words is called by its path, for the chooser looks it up by that', () => {
  const misnamed = FILES.filter(({ path }) => path.startsWith('src/locales/en/')).filter(
    ({ path, text }) => !text.includes(`spoken('${path.slice('src/locales/en/'.length, -'.ts'.length)}',`),
  )
  expect(misnamed.map(({ path }) => path)).toEqual([])
})

test('[H19] another language than English is imported by the chooser alone, when it is wanted', () => {
  const others = importsOf(FILES).filter(
    ({ to, from }) => /^src\/locales\/de\//.test(to) && !/^src\/locales\/de\//.test(from),
  )
  expect(others.filter(({ from }) => !isTest(from)).map(({ from }) => from)).toEqual(['src/locales/settle-language.ts'])
})
