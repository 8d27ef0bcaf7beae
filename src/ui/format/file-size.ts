/** A size as people read it: `412 kB`, `31.4 MB`. Decimal units, as file managers show them. */
import { userLocale } from '../../locales/user-locale'

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

export function fileSize(bytes: number, locale = userLocale()): string {
  let size = bytes
  let step = 0
  while (size >= 999.5 && step < UNITS.length - 1) {
    size /= 1000
    step++
  }
  const unit = UNITS[step] ?? 'byte'
  const maximumFractionDigits = step > 0 && size < 99.95 ? 1 : 0
  const unitDisplay = step === 0 ? 'long' : 'short'
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(size)
}
