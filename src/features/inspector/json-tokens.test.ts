import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonTokens } from './json-tokens'

test('keys, strings, numbers and words are told apart', () => {
  const kinds = jsonTokens({ a: 'b: 1', n: -1.5e3, t: true, z: null })
    .filter(({ kind }) => kind !== 'punctuation')
    .map(({ kind, text }) => `${kind} ${text}`)
  expect(kinds).toEqual([
    'key "a"',
    'string "b: 1"',
    'key "n"',
    'number -1500',
    'key "t"',
    'word true',
    'key "z"',
    'word null',
  ])
})

test('no character is lost, whatever the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const joined = jsonTokens(value)
        .map(({ text }) => text)
        .join('')
      expect(joined).toBe(JSON.stringify(value, null, 2))
    }),
  )
})
