import { describe, expect, test } from 'vitest'
import { crowdedFolders, FILE_RULES, MAX_SIBLINGS } from './file-rules'
import { projectFiles, type SourceFile } from './source-files'

const FILES = projectFiles()

describe('the project', () => {
  test.each(Object.entries(FILE_RULES))('%s', (_, rule) => {
    expect(FILES.map(rule).filter((fault) => fault !== undefined)).toEqual([])
  })

  test('[H12] no folder is crowded', () => {
    expect(crowdedFolders(FILES, MAX_SIBLINGS)).toEqual([])
  })
})

describe('the rules', () => {
  const machine = (folder: string) => `const log = '/${folder}/ann/log.json'`
  const word = (text: string) => text.replace('~', '')
  const cases: Readonly<Record<string, { bad: SourceFile[]; good: SourceFile[] }>> = {
    '[H3] names are kebab-case': {
      bad: [
        { path: 'src/domain/moneyAmount.ts', text: '' },
        { path: 'src/Domain/money.ts', text: '' },
      ],
      good: [
        { path: 'src/domain/money-amount.test.ts', text: '' },
        { path: '.ci/run', text: '' },
        { path: 'README.md', text: '' },
      ],
    },
    '[H4] no utils, helpers, types': {
      bad: [
        { path: 'src/domain/types.ts', text: '' },
        { path: 'src/utils/money.ts', text: '' },
      ],
      good: [{ path: 'src/domain/stream-types.ts', text: '' }],
    },
    '[H5] no barrels': {
      bad: [
        { path: 'src/domain/index.ts', text: 'const a = 1' },
        { path: 'src/a.ts', text: `// All.\nexport * from './b'\nexport { c } from './c'\n` },
      ],
      good: [
        { path: 'src/a.ts', text: `export { c } from './c'\nexport const d = 1\n` },
        { path: 'index.html', text: '' },
      ],
    },
    '[H6] no file over 300 lines': {
      bad: [{ path: 'src/a.ts', text: '\n'.repeat(301) }],
      good: [
        { path: 'src/a.ts', text: '\n'.repeat(300) },
        { path: 'README.md', text: '\n'.repeat(400) },
      ],
    },
    '[H7] no default exports outside configuration': {
      bad: [{ path: 'src/a.ts', text: 'export default 1\n' }],
      good: [
        { path: 'vite.config.ts', text: 'export default 1\n' },
        { path: 'src/a.ts', text: '// export default is not used\n' },
      ],
    },
    '[H8] no path of one machine': {
      bad: ['home', 'work', 'Users', 'tmp'].map((folder) => ({ path: 'README.md', text: machine(folder) })),
      good: [{ path: 'README.md', text: 'See ../shared/tools, src/home/a.ts and https://example.org/home' }],
    },
    '[H9] no test skipped, focused, or sleeping': {
      bad: ['test.~only(', 'describe.~skip(', 'page.~waitForTimeout('].map((text) => ({
        path: 'src/a.test.ts',
        text: word(text),
      })),
      good: [{ path: 'src/a.test.ts', text: `test('only', () => {})` }],
    },
    '[H10] no types suppressed': {
      bad: ['@ts-ignore', '@ts-nocheck'].map((word) => ({ path: 'src/a.ts', text: `// ${word}` })),
      good: [{ path: 'src/a.ts', text: '// @ts-expect-error a string is no number' }],
    },
    '[H11] a module opens with a comment': {
      bad: [{ path: 'src/a.ts', text: `import { b } from './b'\nexport const a = b\n` }],
      good: [
        { path: 'src/a.ts', text: '/** Why. */\nexport const a = 1\n' },
        { path: 'src/a.ts', text: `import './a.css'\n/** Why. */\n` },
        { path: 'src/a.test.ts', text: 'test()' },
      ],
    },
  }

  test('each has its cases', () => {
    expect(Object.keys(cases)).toEqual(Object.keys(FILE_RULES))
  })

  test.each(Object.entries(FILE_RULES))('%s: finds the bad, leaves the good', (name, rule) => {
    for (const file of cases[name]?.bad ?? []) expect(rule(file), `${file.path} ${file.text}`).toBeTypeOf('string')
    for (const file of cases[name]?.good ?? []) expect(rule(file), `${file.path} ${file.text}`).toBeUndefined()
  })

  test('crowdedFolders counts source files of one folder', () => {
    const files = ['src/a/b.ts', 'src/a/c.ts', 'src/a/c.test.ts', 'src/a/d/e.ts'].map((path) => ({ path, text: '' }))
    expect(crowdedFolders(files, 1)).toEqual(['src/a: 2 source files, more than 1'])
    expect(crowdedFolders(files, 2)).toEqual([])
  })
})
