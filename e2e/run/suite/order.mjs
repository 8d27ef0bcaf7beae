// In which order, time zone and language a run of tests goes: none of them may matter to a test.

/** One with a half hour, one on the other side of the date line, one behind UTC with summer time. */
export const ZONES = ['Asia/Kolkata', 'Pacific/Kiritimati', 'America/New_York']

/** As the operating system names them, and as browsers do. */
export const LOCALES = ['de_DE.UTF-8', 'en_US.UTF-8']

/**
 * @typedef {object} Order
 * @property {number} seed of the order of files, and of tests within them
 * @property {string} zone
 * @property {string} locale
 */

/**
 * Another one each day, the same all day long: who repeats a failing run gets the same.
 * @param {Date} today
 * @returns {Order}
 */
export function orderOfTheDay(today) {
  const day = Math.floor(today.getTime() / 86_400_000)
  return {
    seed: Number(today.toISOString().slice(0, 10).replaceAll('-', '')),
    zone: ZONES[day % ZONES.length] ?? 'UTC',
    locale: LOCALES[day % LOCALES.length] ?? 'C',
  }
}

/** @param {Order} order */
export const orderInWords = ({ seed, zone, locale }) => `seed ${seed}, ${zone}, ${locale}`

/**
 * What Node and, through the configurations, the browser find in their environment.
 * @param {Order} order
 */
export const orderEnv = ({ zone, locale }) => ({
  TZ: zone,
  LANG: locale,
  LC_ALL: locale,
  HINDSIGHT_ZONE: zone,
  HINDSIGHT_LOCALE: locale.replace('_', '-').replace(/\..*$/, ''),
})

/** Arguments of vitest. @param {Order} order */
export const shuffled = ({ seed }) => [
  '--sequence.shuffle.files',
  '--sequence.shuffle.tests',
  `--sequence.seed=${seed}`,
]
