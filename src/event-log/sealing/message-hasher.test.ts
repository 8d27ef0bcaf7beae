import { sha256 } from '@noble/hashes/sha2.js'
import { expect, test } from 'vitest'
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash } from '../merkle-tree'
import { GrowingSeal } from './growing-seal'
import { HASH_BYTES, MessageHasher } from './message-hasher'

/** What an empty hasher takes: its memory less the states, less the padding behind the message. */
const MOST = 32 * 65_536 - 1024 - 9

const numbered = (count: number) => Array.from({ length: count }, (_, n) => new Uint8Array(Int32Array.of(n).buffer))
const hashed = (kind: number, message: Uint8Array) => sha256(Uint8Array.of(kind, ...message))

test('[SL1] four lanes are used where WebAssembly may run', () => {
  expect(new MessageHasher().inLanes).toBe(true)
  expect(new MessageHasher(true).inLanes).toBe(false)
})

test('[SL1] where it may not, hashes are the same', () => {
  const { Instance } = WebAssembly
  try {
    WebAssembly.Instance = function forbidden() {
      throw new Error('forbidden')
    } as unknown as typeof Instance
    const hasher = new MessageHasher()
    expect(hasher.inLanes).toBe(false)
    hasher.add(7, Uint8Array.of(1, 2, 3))
    expect(hasher.hash()).toEqual(hashed(7, Uint8Array.of(1, 2, 3)))
  } finally {
    WebAssembly.Instance = Instance
  }
})

test.each([false, true])('[SL1] as many messages as there are, in their order (plain: %s)', (plain) => {
  const hasher = new MessageHasher(plain)
  const messages = numbered(2_500)
  for (const message of messages) hasher.add(3, message)
  expect(hasher.count).toBe(2_500)
  const hashes = hasher.hash()
  const wrong = messages.filter((message, n) => {
    const hash = hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES)
    return Buffer.compare(hash, hashed(3, message)) !== 0
  })
  expect(wrong).toEqual([])
})

test('[SL1] what there is room for is taken, and not a byte more', () => {
  const hasher = new MessageHasher()
  expect([MOST, MOST + 1].map((length) => hasher.hasRoom(length))).toEqual([true, false])
  const words = `There is no room for a message of ${MOST + 1} bytes.`
  expect(() => hasher.add(0, new Uint8Array(MOST))).toThrow(new RangeError(words))
  const longest = new Uint8Array(MOST - 1).fill(5)
  hasher.add(7, longest)
  expect(hasher.hasRoom(1)).toBe(false)
  const whole = new Uint8Array(MOST).fill(5)
  whole[0] = 7
  expect(hasher.hash()).toEqual(sha256(whole))
  // Emptied, it takes as much again, and nothing of what was there is left.
  hasher.add(7, Uint8Array.of(9, 1, 2, 9), 1, 3)
  expect(hasher.hash()).toEqual(hashed(7, Uint8Array.of(1, 2)))
})

class CountingHasher extends MessageHasher {
  rounds = 0
  added = 0
  override add(...given: Parameters<MessageHasher['add']>): void {
    this.added++
    super.add(...given)
  }
  override hash(into?: Uint8Array): Uint8Array {
    this.rounds++
    return into ? super.hash(into) : super.hash()
  }
}

test('[SL2] leaves are hashed together, and the nodes of each level', () => {
  const hasher = new CountingHasher()
  const seal = new GrowingSeal(hasher)
  const wide = new Uint8Array(3_000_000)
  for (let n = 0; n < 64; n++) seal.append(wide, 2_900_000 + n, 2_900_010 + n)
  expect(hasher.rounds).toBe(0)
  expect(seal.frontier).toHaveLength(1)
  // Leaves, then 32, 16, 8, 4, 2 and 1 nodes, and a look whether there are more.
  expect(hasher.rounds).toBeLessThanOrEqual(8)
  expect(hasher.added).toBe(64 + 63)
})

test('[SL2] as many leaves as fit at once, beside one that waits: all their pairs fit too', () => {
  const count = (32 * 65_536 - 1024) / 64
  const seal = new GrowingSeal()
  const none = new Uint8Array(0)
  seal.append(none)
  expect(seal.frontier).toEqual([leafHash(none)])
  for (let n = 0; n < count; n++) seal.append(none)
  // All leaves are alike, so a full subtree is known by its height.
  let full = leafHash(none)
  let expected: Frontier = []
  for (let rest = seal.size; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) expected = [full, ...expected]
    full = appendLeaf(appendLeaf(EMPTY_FRONTIER, 0, full), 1, full)[0] as Uint8Array
  }
  expect(seal.size).toBe(count + 1)
  expect(seal.frontier).toEqual(expected)
})

test('[SL2] an event that never fits is sealed from its own bytes only', () => {
  const wide = new Uint8Array(3_000_000).map((_, n) => n)
  const seal = new GrowingSeal()
  seal.append(wide, 100, 2_900_000)
  expect(seal.frontier).toEqual([leafHash(wide.slice(100, 2_900_000))])
  expect(new GrowingSeal().frontier).toEqual(EMPTY_FRONTIER)
})
