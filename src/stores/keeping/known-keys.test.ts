import { expect, test } from 'vitest'
import { knownSince, noteKey } from './known-keys'

const ONE = '0123456789abcdef'
const OTHER = 'fedcba9876543210'

function kept(text: string | null = null) {
  const storage = {
    text,
    getItem: () => storage.text,
    setItem: (_: string, value: string) => {
      storage.text = value
    },
  }
  return storage
}

test('[SG1] a key is known from the first import on, and only that key', () => {
  const storage = kept()
  expect(knownSince(ONE, storage)).toBeUndefined()
  noteKey(ONE, 5, storage)
  noteKey(ONE, 9, storage)
  expect(knownSince(ONE, storage)).toBe(5)
  expect(knownSince(OTHER, storage)).toBeUndefined()
  noteKey(OTHER, 7, storage)
  expect([knownSince(ONE, storage), knownSince(OTHER, storage)]).toEqual([5, 7])
})

test.each([
  'no JSON',
  'null',
  '7',
  '[]',
  `{"${ONE}":"5"}`,
  `{"${ONE}":-1}`,
  `{"${ONE}":1e300}`,
  '{"__proto__":{"0123456789abcdef":5}}',
])('[SG2] %s knows no key', (text) => {
  expect(knownSince(ONE, kept(text))).toBeUndefined()
  expect(knownSince('toString', kept(text))).toBeUndefined()
})

test('[SG2] what is no fingerprint is not kept, and a browser that keeps nothing goes on', () => {
  const storage = kept()
  noteKey('__proto__', 5, storage)
  expect(storage.text).toBeNull()
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  expect(() => noteKey(ONE, 5, full)).not.toThrow()
})
