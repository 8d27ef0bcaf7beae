import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash, rootOf } from './merkle-tree'

const EMPTY_ROOT = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** Leaves and roots that certificate-transparency implementations publish for RFC 6962. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

function frontierOf(leaves: readonly Uint8Array[]): Frontier {
  return leaves.reduce<Frontier>((frontier, leaf, size) => appendLeaf(frontier, size, leafHash(leaf)), EMPTY_FRONTIER)
}

/** RFC 6962, 2.1, word by word, on another SHA-256. */
function treeHash(leaves: readonly Uint8Array[]): Buffer {
  const hash = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  const [only] = leaves
  if (!only) return hash()
  if (leaves.length === 1) return hash(Uint8Array.of(0), only)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hash(Uint8Array.of(1), treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)))
}

test('the root of nothing is SHA-256 of nothing', () => {
  expect(rootOf(EMPTY_FRONTIER)).toBe(EMPTY_ROOT)
})

test.each(ROOTS.map((root, index) => [index + 1, root] as const))('the published root of %i leaves', (size, root) => {
  const leaves = LEAVES.slice(0, size).map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')))
  expect(rootOf(frontierOf(leaves))).toBe(root)
  expect(treeHash(leaves).toString('hex')).toBe(root)
})

test('the frontier gives the root of the recursive definition, whatever the leaves', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 70 }), (leaves) => {
      expect(rootOf(frontierOf(leaves))).toBe(treeHash(leaves).toString('hex'))
    }),
  )
})

test('appending changes no frontier that was handed out', () => {
  const three = frontierOf([Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)])
  const before = rootOf(three)
  appendLeaf(three, 3, leafHash('x'))
  expect(rootOf(three)).toBe(before)
})

test('a frontier that does not fit the size is refused', () => {
  expect(() => appendLeaf(EMPTY_FRONTIER, 1, leafHash('x'))).toThrow('does not fit')
})

test('a text is hashed as its UTF-8 bytes', () => {
  expect(leafHash('€')).toEqual(leafHash(Uint8Array.of(0xe2, 0x82, 0xac)))
})
