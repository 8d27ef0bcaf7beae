import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, REFUSED, readCount, skipText, skipValue } from './canonical-scan'

const value = (text: string) => skipValue(bytesOf(text), 0)

test('[SC3] of all bytes at the borders of UTF-8, those are taken that a decoder takes', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const isText = (bytes: Uint8Array) => {
    try {
      return decoder.decode(bytes) !== ''
    } catch {
      return false
    }
  }
  const inner = [0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0]
  const firsts = [...inner, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff]
  const wrong: string[] = []
  for (const first of firsts)
    for (const second of inner)
      for (const third of [0x61, 0x80, 0xbf, 0xc0])
        for (const fourth of [0x61, 0x80, 0xbf, 0xc0]) {
          const quoted = Uint8Array.of(first, second, third, fourth, 34)
          const text = quoted.subarray(0, 4)
          if ((skipText(quoted, 0) === 5) !== isText(text)) wrong.push(text.join())
        }
  expect(wrong).toEqual([])
})

test('[SC3] an object is taken where its keys stand in order and each once', () => {
  const key = fc.array(fc.constantFrom(' ', '!', '#', 'a', '~'), { maxLength: 3 }).map((letters) => letters.join(''))
  fc.assert(
    fc.property(fc.array(key, { maxLength: 4 }), fc.boolean(), (given, sorted) => {
      const keys = sorted ? [...given].sort() : given
      const text = `{${keys.map((each) => `"${each}":1`).join()}}`
      const inOrder = keys.every((each, index) => index === 0 || (keys[index - 1] as string) < each)
      expect(value(text)).toBe(inOrder ? text.length : REFUSED)
    }),
  )
})

test('[SC3] 24 levels are looked into, of lists and of objects', () => {
  const lists = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
  for (const nested of [lists, objects]) {
    expect(value(nested(24))).toBe(nested(24).length)
    expect(value(nested(25))).toBe(REFUSED)
  }
})

test('[SC3] integers of at most 15 digits, without a sign or a zero too many', () => {
  for (const taken of ['0', '7', '-7', '10', '999999999999999', '-999999999999999'])
    expect(value(`${taken},`), taken).toBe(taken.length)
  for (const refused of ['', '-', '00', '01', '-0', '-01', '1000000000000000', '+1', '.5', 'x'])
    expect(value(`${refused},`), refused).toBe(REFUSED)
})

test('[SC3] an object without a key is refused, whatever stands before it', () => {
  expect(skipValue(bytesOf('1}{x:1}'), 2)).toBe(REFUSED)
  expect(skipValue(bytesOf('1}{"x" 1}'), 2)).toBe(REFUSED)
  expect(skipValue(bytesOf('1]{"x":y}'), 2)).toBe(REFUSED)
})

test('[SC1] a count is read to its last digit', () => {
  expect(readCount(bytesOf('x1209,5'), 1)).toBe(1209)
  expect(readCount(bytesOf('8:9'), 0)).toBe(8)
  for (const none of ['', ',', 'x', '-1']) expect(readCount(bytesOf(none), 0)).toBe(REFUSED)
})
