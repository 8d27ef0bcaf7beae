import { afterEach, expect, test } from 'vitest'
import { currentLanguage } from './language'
import { speak, spoken } from './spoken'

afterEach(() => speak('en', {}))

test('words are English until another language is settled, and then for what is evaluated later', () => {
  const english = { hello: 'Hello', events: (count: number) => `${count} events` }
  expect(spoken('area', english).events(2)).toBe('2 events')
  const german = { hello: 'Guten Tag', events: (count: number) => `${count} Ereignisse` }
  speak('de', { area: german })
  expect(currentLanguage()).toBe('de')
  expect(spoken('area', english).events(2)).toBe('2 Ereignisse')
  expect(spoken('area that German lacks', english).hello).toBe('Hello')
})

test('the compiler refuses German with a key too few or too many, or with other facts', () => {
  const words = spoken('area', { hello: 'Hello', kinds: { in: 'in' }, events: (count: number) => `${count} events` })
  type German = typeof words
  const said = { hello: 'Guten Tag', kinds: { in: 'ein' }, events: (count: number) => `${count} Ereignisse` }
  const right: German = said
  // @ts-expect-error a key too few
  const few: German = { hello: 'Guten Tag', kinds: { in: 'ein' } }
  // @ts-expect-error a key too many, deep within
  const many: German = { ...said, kinds: { in: 'ein', out: 'aus' } }
  // @ts-expect-error another fact
  const other: German = { ...said, events: (text: string) => text }
  // @ts-expect-error a fact too many
  const more: German = { ...said, events: (count: number, text: string) => `${count} ${text}` }
  // @ts-expect-error no text
  const none: German = { ...said, hello: 12 }
  expect([right, few, many, other, more, none]).toHaveLength(6)
})
