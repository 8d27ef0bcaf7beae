import { expect, test } from 'vitest'
import { languageOf } from './language'
import { localeOf } from './user-locale'

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr-FR', 'de', 'en'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['fr-FR', 'it'], 'en'],
  [['DE'], 'de'],
  // Plattdeutsch and Dene are not German.
  [['den-CA', 'nds'], 'en'],
  [[], 'en'],
])('a browser that names %j reads %s', (tags, language) => {
  expect(languageOf(tags)).toBe(language)
})

test.each([
  ['de', ['en-US', 'de-CH', 'de'], 'de-CH'],
  ['de', ['en-US'], 'de'],
  ['en', ['de-DE', 'en-GB'], 'en-GB'],
  ['en', ['fr-FR'], 'en'],
  ['en', ['en_US@posix', 'en-AU'], 'en-AU'],
] as const)('words in %s for %j are written with the figures of %s', (language, tags, locale) => {
  expect(localeOf(language, tags)).toBe(locale)
})
