import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOMS } from './import-rules'
import { projectFiles, ROOT } from './source-files'

const FILES = new Map(projectFiles().map(({ path, text }) => [path, text]))

/** Relative links of a Markdown text, without anchors. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '')
}

test('[H13] README, architecture and licence are there', () => {
  for (const path of ['README.md', 'LICENSE', 'src/ARCHITECTURE.md'])
    expect(FILES.get(path)?.length, path).toBeGreaterThan(500)
})

test('[H14] the rooms are the folders of src/, and src/ARCHITECTURE.md lists them in the order of imports; so those of e2e/', () => {
  const foldersOf = (path: string) =>
    readdirSync(join(ROOT, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
  const listedIn = (text: string) => [...text.matchAll(/^\| `([a-z-]+)\/` \|/gm)].map(([, room]) => room)
  const [rooms = '', outside = ''] = (FILES.get('src/ARCHITECTURE.md') ?? '').split('Beside `src/`')
  expect(listedIn(rooms)).toEqual([...ROOMS])
  expect(foldersOf('src').sort()).toEqual([...ROOMS].sort())
  expect(listedIn(outside).sort()).toEqual(foldersOf('e2e').sort())
})

test('[H15] links between documents lead somewhere', () => {
  const broken = [...FILES]
    .filter(([path]) => path.endsWith('.md'))
    .flatMap(([path, text]) => linksOf(text).map((target) => ({ path, target })))
    .filter(({ path, target }) => !existsSync(join(ROOT, dirname(path), target)))
  expect(broken).toEqual([])
})

test('linksOf finds relative links only', () => {
  expect(linksOf('[a](src/a.ts#L1) [b](https://example.org) [c](#here) ![d](../d.png)')).toEqual([
    'src/a.ts',
    '../d.png',
  ])
})
