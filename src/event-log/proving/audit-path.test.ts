import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash, nodeHash } from '../merkle-tree'
import { rootByPath, siblingsOf } from './audit-path'

const hex = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

/** Leaves, roots and audit paths that certificate-transparency implementations publish for RFC 6962. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOT_OF_3 = 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'
const ROOT_OF_5 = '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'
const ROOT_OF_8 = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'
const PUBLISHED = [
  [
    1,
    8,
    ROOT_OF_8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    ROOT_OF_8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [3, 3, ROOT_OF_3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    2,
    5,
    ROOT_OF_5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
] as const

/** RFC 6962, 2.1 and 2.1.1, word by word. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0] as Uint8Array
  const split = splitOf(leaves.length)
  return nodeHash(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)))
}
function auditPath(leaf: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  return leaf < split
    ? [...auditPath(leaf, leaves.slice(0, split)), treeHash(leaves.slice(split))]
    : [...auditPath(leaf - split, leaves.slice(split)), treeHash(leaves.slice(0, split))]
}
function splitOf(length: number): number {
  let split = 1
  while (split * 2 < length) split *= 2
  return split
}

test.each(PUBLISHED)('[AU1] the published path of leaf %i of %i', (position, size, root, path) => {
  const leaf = leafHash(bytes(LEAVES[position - 1] as string))
  expect(hex(rootByPath(position, size, leaf, path.map(bytes)))).toBe(root)
  const leaves = LEAVES.slice(0, size).map((text) => leafHash(bytes(text)))
  expect(auditPath(position - 1, leaves).map(hex)).toEqual(path)
})

test('[AU1] siblings are those of the recursive definition, and lead to its root, for every leaf', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), (size) => {
      const leaves = Array.from({ length: size }, (_, at) => leafHash(String(at)))
      const root = hex(treeHash(leaves))
      for (let position = 1; position <= size; position++) {
        const path = auditPath(position - 1, leaves)
        const siblings = siblingsOf(position, size)
        expect(siblings.map(({ from, to }) => hex(treeHash(leaves.slice(from - 1, to))))).toEqual(path.map(hex))
        expect(hex(rootByPath(position, size, leaves[position - 1] as Uint8Array, path))).toBe(root)
      }
    }),
    { numRuns: 40 },
  )
})

test('[AU2] another leaf, place, size, order, length or hash leads elsewhere', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (size, which, seed) => {
      const leaves = Array.from({ length: size }, (_, at) => leafHash(String(at)))
      const root = hex(treeHash(leaves))
      const position = (which % size) + 1
      const leaf = leaves[position - 1] as Uint8Array
      const path = auditPath(position - 1, leaves)
      const step = seed % path.length
      const changed = path.map((hash, at) =>
        at === step ? hash.map((byte, i) => (i === seed % 32 ? byte ^ 1 : byte)) : hash,
      )
      const other = (position % size) + 1
      expect(hex(rootByPath(position, size, leafHash('another'), path))).not.toBe(root)
      expect(hex(rootByPath(other, size, leaf, path))).not.toBe(root)
      expect(hex(rootByPath(position, size, leaf, changed))).not.toBe(root)
      expect(rootByPath(position, size, leaf, path.slice(1))).toBeUndefined()
      expect(rootByPath(position, size, leaf, [...path, leaf])).toBeUndefined()
      if (path.length > 1) expect(hex(rootByPath(position, size, leaf, path.toReversed()))).not.toBe(root)
    }),
  )
})

test.each([
  [0, 1],
  [2, 1],
  [1.5, 2],
  [1, Number.NaN],
])('[AU2] event %d of %d is nowhere', (position, size) => {
  expect(rootByPath(position, size, leafHash('x'), [])).toBeUndefined()
})

test('[AU1] siblings say their side, their level and what they hold', () => {
  expect(siblingsOf(2, 3)).toEqual([
    { side: 'left', level: 0, from: 1, to: 1 },
    { side: 'right', level: 1, from: 3, to: 3 },
  ])
})
