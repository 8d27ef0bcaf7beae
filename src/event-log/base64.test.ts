import { expect, test } from 'vitest'
import { base64ToBytes, bytesToBase64 } from './base64'

test.each([
  ['', ''],
  ['f', 'Zg=='],
  ['fo', 'Zm8='],
  ['foobar', 'Zm9vYmFy'],
  ['\u00ff\u00fe', '//4='],
])('RFC 4648, section 10: %j is %j, and back', (text, coded) => {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0))
  expect(bytesToBase64(bytes)).toBe(coded)
  expect(base64ToBytes(coded)).toEqual(bytes)
})
