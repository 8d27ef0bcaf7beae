import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafHash, nodeHash } from '../merkle-tree'
import { consistencySubtrees, isConsistent } from './consistency-path'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

/** Leaves and paths that certificate-transparency implementations publish for RFC 6962. */
const PUBLISHED_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const PUBLISHED = [
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
] as const

const MOST = 70
const LEAVES = Array.from({ length: MOST }, (_, index) => leafHash(`event ${index + 1}`))

/** RFC 6962, 2.1, word by word. */
function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0] as Uint8Array
  const k = splitOf(leaves.length)
  return nodeHash(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)))
}

/** RFC 6962, 2.1.2, word by word. */
function subproof(m: number, leaves: readonly Uint8Array[], isWhole: boolean): Uint8Array[] {
  const n = leaves.length
  if (m === n) return isWhole ? [] : [treeHash(leaves)]
  const k = splitOf(n)
  if (m <= k) return [...subproof(m, leaves.slice(0, k), isWhole), treeHash(leaves.slice(k))]
  return [...subproof(m - k, leaves.slice(k), false), treeHash(leaves.slice(0, k))]
}

function splitOf(n: number): number {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

const ROOTS = LEAVES.map((_, index) => treeHash(LEAVES.slice(0, index + 1)))
const treeOf = (size: number) => ({ size, root: ROOTS[size - 1] as Uint8Array })
const pathOf = (first: number, second: number, leaves: readonly Uint8Array[] = LEAVES) =>
  consistencySubtrees(first, second).map(({ from, to }) => treeHash(leaves.slice(from - 1, to)))

test('[CS1] the paths that others publish for RFC 6962 are ours', () => {
  const leaves = PUBLISHED_LEAVES.map((leaf) => leafHash(bytes(leaf)))
  for (const [first, second, path] of PUBLISHED) expect(pathOf(first, second, leaves).map(hex)).toEqual(path)
})

test('[CS1] for every two sizes from 1 to 70 the path is that of the RFC and leads to both roots', () => {
  for (let second = 1; second <= MOST; second++) {
    for (let first = 1; first <= second; first++) {
      const path = pathOf(first, second)
      expect(path.map(hex), `${first} of ${second}`).toEqual(subproof(first, LEAVES.slice(0, second), true).map(hex))
      expect(isConsistent(treeOf(first), treeOf(second), path), `${first} of ${second}`).toBe(true)
    }
  }
})

test('[CS1] every log begins with no events, and none is longer than itself', () => {
  const none = { size: 0, root: new Uint8Array(32) }
  expect(isConsistent(none, treeOf(7), [])).toBe(true)
  expect(isConsistent(none, treeOf(7), [ROOTS[0] as Uint8Array])).toBe(false)
  expect(isConsistent(treeOf(8), treeOf(7), [])).toBe(false)
  expect(isConsistent({ size: 1.5, root: ROOTS[0] as Uint8Array }, treeOf(7), [])).toBe(false)
})

test('[CS2] for every two sizes from 1 to 70 another root or other sizes are refused', () => {
  for (let second = 2; second <= MOST; second++) {
    for (let first = 1; first < second; first++) {
      const path = pathOf(first, second)
      const at = `${first} of ${second}`
      expect(isConsistent({ ...treeOf(first), root: ROOTS[first] as Uint8Array }, treeOf(second), path), at).toBe(false)
      expect(isConsistent(treeOf(first), { ...treeOf(second), root: ROOTS[first - 1] as Uint8Array }, path), at).toBe(
        false,
      )
      if (first > 1) expect(isConsistent(treeOf(first - 1), treeOf(second), path), at).toBe(false)
      if (second < MOST) expect(isConsistent(treeOf(first), treeOf(second + 1), path), at).toBe(false)
    }
  }
})

test('[CS1] without an event, or without one more, the path says nothing', () => {
  for (const [first, second] of [
    [0, 0],
    [0, 7],
    [7, 7],
    [8, 7],
    [-1, 7],
  ] as const)
    expect(consistencySubtrees(first, second)).toEqual([])
})

test('[CS2] sizes that are none, a log that shrank, and two roots of one size are refused', () => {
  const one = treeOf(1)
  for (const size of [-1, 0.5, Number.NaN, 2 ** 53]) {
    expect(isConsistent({ ...one, size }, one, [])).toBe(false)
    expect(isConsistent(one, { ...one, size }, [])).toBe(false)
    expect(isConsistent({ ...one, size }, { ...one, size }, [])).toBe(false)
  }
  // Of one root, so that only the sizes speak against it.
  expect(isConsistent({ ...one, size: 2 }, one, [])).toBe(false)
  expect(isConsistent(one, one, [])).toBe(true)
  expect(isConsistent(one, one, [one.root])).toBe(false)
  expect(isConsistent(one, { ...one, root: treeOf(2).root }, [])).toBe(false)
  expect(isConsistent({ ...one, root: one.root.slice(0, 31) }, one, [])).toBe(false)
  expect(isConsistent(one, { ...one, root: one.root.slice(0, 31) }, [])).toBe(false)
  for (const first of [1, 2, 3]) expect(isConsistent(treeOf(first), treeOf(4), [])).toBe(false)
})

test('[CS2] a path with a flipped byte, a hash dropped, added, repeated or swapped is refused', () => {
  const pair = fc
    .integer({ min: 2, max: MOST })
    .chain((second) => fc.tuple(fc.integer({ min: 1, max: second - 1 }), fc.constant(second)))
  const anyNat = fc.nat(10_000)
  fc.assert(
    fc.property(pair, anyNat, anyNat, fc.integer({ min: 1, max: 255 }), ([first, second], a, b, bits) => {
      const path = pathOf(first, second)
      const refused = (wrong: readonly Uint8Array[]) => !isConsistent(treeOf(first), treeOf(second), wrong)
      const at = a % path.length
      const other = b % path.length
      const flipped = (path[at] as Uint8Array).slice()
      flipped[b % 32] = (flipped[b % 32] as number) ^ bits
      expect(refused(path.with(at, flipped))).toBe(true)
      expect(refused(path.toSpliced(at, 1))).toBe(true)
      expect(refused(path.toSpliced(at, 0, path[at] as Uint8Array))).toBe(true)
      expect(refused([...path, LEAVES[0] as Uint8Array])).toBe(true)
      if (at !== other) {
        expect(refused(path.with(at, path[other] as Uint8Array).with(other, path[at] as Uint8Array))).toBe(true)
      }
    }),
  )
})
