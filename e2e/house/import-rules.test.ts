import { describe, expect, test } from 'vitest'
import { judgeImport, ROOMS } from './import-rules'
import { findCycle, type Import, importsOf, specifiersOf } from './imports'
import { projectFiles } from './source-files'

const FILES = projectFiles()
const IMPORTS = importsOf(FILES)

function edge(from: string, to: string, options: Partial<Import> = {}): Import {
  return { from, to, package: false, typeOnly: false, ...options }
}

describe('the project', () => {
  test('[H1] imports point down the list of rooms, along its arrows', () => {
    expect(IMPORTS.map(judgeImport).filter((fault) => fault !== undefined)).toEqual([])
  })

  test('[H2] there is no ring of imports', () => {
    expect(findCycle(IMPORTS)).toBeUndefined()
  })

  test('the reader of imports finds them: every room below the top is imported by something', () => {
    for (const room of ROOMS.slice(1)) {
      expect(
        IMPORTS.some(({ to }) => to.startsWith(`src/${room}/`)),
        room,
      ).toBe(true)
    }
  })
})

describe('specifiersOf', () => {
  test.each([
    [`import { a } from './a'`, './a', false],
    [`import {\n  a,\n  type B,\n} from './a'`, './a', false],
    [`import type { A } from './a'`, './a', true],
    [`import { type A, type B } from './a'`, './a', true],
    [`import A, { b } from './a'`, './a', false],
    [`import * as a from './a'`, './a', false],
    [`export { a } from './a'`, './a', false],
    [`export type { A } from './a'`, './a', true],
    [`export * from './a'`, './a', false],
    [`import './a.css'`, './a.css', false],
    [`const a = await import('./a')`, './a', false],
    [`new Worker(new URL('./a.ts', import.meta.url))`, './a.ts', false],
  ])('%s', (source, specifier, typeOnly) => {
    expect(specifiersOf(source)).toEqual([{ specifier, typeOnly }])
  })

  test('comments and plain exports are no imports', () => {
    expect(
      specifiersOf(`// import { a } from './a'\n/* import './b' */\nexport const a = 1\nconst b = 'from'`),
    ).toEqual([])
  })
})

describe('judgeImport', () => {
  test.each([
    ['a lower room imports a higher one', edge('src/domain/a.ts', 'src/application/b.ts')],
    ['a room without an arrow', edge('src/ui/a.tsx', 'src/domain/b.ts')],
    ['a feature uses values of the application', edge('src/features/x/a.ts', 'src/application/b.ts')],
    ['a feature imports another', edge('src/features/x/a.ts', 'src/features/y/b.ts', { typeOnly: true })],
    ['the domain runs code of the log', edge('src/domain/a.ts', 'src/event-log/b.ts')],
    ['a test imports upward', edge('src/domain/a.test.ts', 'src/storage/b.ts')],
    ['Dexie outside storage', edge('src/application/a.ts', 'dexie', { package: true })],
    ['React below the screens', edge('src/projections/a.ts', 'react', { package: true })],
    ['a journey runs code of the product', edge('e2e/journeys/a.spec.ts', 'src/domain/b.ts')],
    ['the product uses the simulation', edge('src/app/a.ts', 'src/simulation/b.ts')],
    ['the simulation draws', edge('src/simulation/a.ts', 'src/stores/b.ts')],
    ['source imports from outside src', edge('src/domain/a.ts', 'e2e/run/b.mjs')],
  ])('refuses: %s', (_, bad) => {
    expect(judgeImport(bad)).toMatch(/import/)
  })

  test.each([
    ['app imports anything below', edge('src/app/a.tsx', 'src/storage/b.ts')],
    ['a feature names types', edge('src/features/x/a.ts', 'src/application/b.ts', { typeOnly: true })],
    ['inside one feature', edge('src/features/x/a.ts', 'src/features/x/y/b.ts')],
    ['the domain names types of the log', edge('src/domain/a.ts', 'src/event-log/b.ts', { typeOnly: true })],
    ['a test uses a room below', edge('src/application/a.test.ts', 'src/storage/b.ts')],
    ['Dexie in storage', edge('src/storage/a.ts', 'dexie', { package: true })],
    ['a journey names types', edge('e2e/journeys/a.spec.ts', 'src/application/b.ts', { typeOnly: true })],
  ])('accepts: %s', (_, good) => {
    expect(judgeImport(good)).toBeUndefined()
  })
})

describe('findCycle', () => {
  test('finds a ring and names it', () => {
    expect(findCycle([edge('a', 'b'), edge('b', 'c'), edge('c', 'b')])).toEqual(['b', 'c', 'b'])
  })

  test('a diamond is no ring', () => {
    expect(findCycle([edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd')])).toBeUndefined()
  })
})
