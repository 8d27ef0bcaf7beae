import { sha256 } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash } from '../merkle-tree'
import { GrowingSeal } from './growing-seal'
import { MessageHasher } from './message-hasher'
import { sha256Module } from './sha256-module'

const HASHERS = [
  ['four lanes', false],
  ['plain', true],
] as const

function filled(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (Math.imul(index + seed, 0x9e3779b1) >>> 13) & 255)
}

/** RFC 6962 as its text has it: one leaf after another. */
function naive(leaves: readonly Uint8Array[]): Frontier {
  return leaves.reduce((frontier, leaf, size) => appendLeaf(frontier, size, leafHash(leaf)), EMPTY_FRONTIER)
}

test.each(HASHERS)('[SL1] %s: SHA-256 of messages of every length around the blocks', (_, plain) => {
  const hasher = new MessageHasher(plain)
  const messages = Array.from({ length: 260 }, (_, length) => filled(length, length))
  for (const message of messages) hasher.add(7, message)
  const hashes = hasher.hash()
  messages.forEach((message, index) => {
    expect(hashes.slice(index * 32, index * 32 + 32)).toEqual(sha256(Uint8Array.of(7, ...message)))
  })
  expect(hasher.count).toBe(0)
})

test('[SL1] the lanes are a sound WebAssembly module here', () => {
  expect(WebAssembly.validate(sha256Module(new Array(64).fill(1), 65_536))).toBe(true)
})

test.each(HASHERS)(
  '[SL2] %s: whatever is appended and whenever the frontier is asked, it is that of RFC 6962',
  (_, plain) => {
    const lengths = fc.array(fc.oneof(fc.nat(70), fc.nat(700)), { maxLength: 70 })
    fc.assert(
      fc.property(lengths, fc.array(fc.nat(70), { maxLength: 4 }), (sizes, pauses) => {
        const seal = new GrowingSeal(new MessageHasher(plain))
        const leaves = sizes.map(filled)
        leaves.forEach((leaf, index) => {
          const wide = new Uint8Array(leaf.length + 20)
          wide.set(leaf, 10)
          seal.append(wide, 10, 10 + leaf.length)
          wide.fill(255)
          expect(seal.size).toBe(index + 1)
          if (pauses.includes(index)) expect(seal.frontier).toEqual(naive(leaves.slice(0, index + 1)))
        })
        expect(seal.frontier).toEqual(naive(leaves))
      }),
      { numRuns: 40 },
    )
  },
)

test('[SL2] more than fits at once, and an event that never fits', () => {
  const leaves = [filled(900_000, 1), filled(900_000, 2), filled(10, 3), filled(3_000_000, 4), filled(10, 5)]
  const seal = new GrowingSeal()
  for (const leaf of leaves) seal.append(leaf)
  expect(seal.frontier).toEqual(naive(leaves))
  seal.append(filled(1, 6))
  expect(seal.frontier).toEqual(naive([...leaves, filled(1, 6)]))
})
