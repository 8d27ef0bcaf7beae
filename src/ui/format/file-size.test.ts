import { expect, test } from 'vitest'
import { fileSize } from './file-size'

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [412_300, '412 kB'],
  [31_420_000, '31.4 MB'],
  [999_999, '1 MB'],
  [2_500_000_000, '2.5 GB'],
])('%i bytes read %s', (bytes, text) => {
  expect(fileSize(bytes, 'en')).toBe(text)
})
