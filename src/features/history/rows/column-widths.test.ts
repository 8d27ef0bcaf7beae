import { expect, test } from 'vitest'
import { widthOf } from './column-widths'

test('a longer figure is given more room, separators less than figures', () => {
  expect(widthOf('−9,876.00')).toBeGreaterThan(widthOf('9,876.00'))
  expect(widthOf('1.234.567,00')).toBeLessThan(widthOf('123456700000'))
})
