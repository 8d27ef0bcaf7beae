/** Words of the reader's language and of English in what is typed as a moment, made ready to be looked for. */
import type { momentMessages } from '../../../locales/en/timeline/moment'
import { typedEnglish } from '../../../locales/typed-english'

export type TypedWords = (typeof momentMessages)['typed']
type Named = keyof TypedWords['lastPeriod']

/** A period by how it lies to today. */
export interface Shifted {
  readonly period: Named
  /** 0 this one, −1 the last. */
  readonly shift: number
}

export interface TypedPatterns {
  /** `event 1,204`: its digits. */
  readonly event: RegExp
  readonly asKnown: RegExp
  readonly lead: RegExp
  /** Before a single word. */
  readonly last: RegExp
  /** `week 10 2024`, `10. kw`: the number in one of two places, the year or nothing. */
  readonly week: RegExp
  readonly periods: ReadonlyMap<string, Shifted>
  /** Number words: 1 to 12. */
  readonly numbers: ReadonlyMap<string, number>
  /** At the end of a text, and at its beginning before a day: see parse-time.ts for their groups. */
  readonly timeLast: RegExp
  readonly timeFirst: RegExp
  readonly noon: ReadonlySet<string>
}

type Listed = Exclude<keyof TypedWords, 'thisPeriod' | 'lastPeriod'>

const known = new Map<TypedWords, TypedPatterns>()

export function patternsOf(words: TypedWords): TypedPatterns {
  let made = known.get(words)
  if (made === undefined) {
    made = patternsFor(words)
    known.set(words, made)
  }
  return made
}

function patternsFor(words: TypedWords): TypedPatterns {
  const both = (kind: Listed) => [...alternatives(words[kind]), ...alternatives(typedEnglish[kind])]
  const any = (...kinds: Listed[]) => `(?:${kinds.flatMap(both).map(escaped).sort(longestFirst).join('|')})`
  const week = any('week')
  return {
    event: new RegExp(`^(?:#|${any('event')}\\s*#?)\\s*([\\d.,'’\\s]+)$`, 'u'),
    asKnown: new RegExp(`\\s*(?:,?\\s+${any('asKnown')}\\s+|\\s@\\s?)`, 'u'),
    lead: new RegExp(`^(?:${any('lead')}\\s+)+`, 'u'),
    last: new RegExp(`^${any('last')} (?=\\p{L}+$)`, 'u'),
    week: new RegExp(`^(?:${week}\\.?\\s*(\\d{1,2})|(\\d{1,2})\\.?\\s*${week})(?:[\\s,/-]+(\\d{4}))?$`, 'u'),
    periods: periodsOf(words),
    numbers: numbersOf(words),
    timeLast: new RegExp(`(?:^|[\\s,]|(?<=\\d)t|\\bat\\b)\\s*${timeBody(any, HALVES)}$`, 'u'),
    // Where it stands before a day as well, "am" is no half of one.
    timeFirst: new RegExp(
      `^${timeBody(any, both('lead').includes('am') ? HALVES.replace('am|', '') : HALVES)}[\\s,]+(?:${any('lead')}\\s+)*(.+)$`,
      'u',
    ),
    noon: new Set(both('noon')),
  }
}

const HALVES = 'am|pm|a\\.\\s?m\\.|p\\.\\s?m\\.'

/** `14:03`, `2:03:07 pm`, `14 uhr 03`; `2pm`; `14 uhr`, `14h`; `noon`. */
function timeBody(any: (...kinds: Listed[]) => string, halves: string): string {
  const oclock = `(?:${any('oclock')}|uhr|h)`
  const figures = `(?<hour>\\d{1,2})(?:[:.h]|\\s*uhr\\s)(?<minute>\\d{2})(?!\\d)(?::(?<second>\\d{2}))?(?:\\s*(?<half>${halves}))?(?:\\s*${oclock})?`
  return `(?:${figures}|(?<hourOnly>\\d{1,2})\\s*(?:(?<halfOnly>${halves})|${oclock})|(?<word>${any('noon', 'midnight')}))`
}

function numbersOf(words: TypedWords): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const each of [typedEnglish, words]) {
    for (const name of alternatives(each.one)) numbers.set(name, 1)
    for (const [index, name] of alternatives(each.numbers).entries()) numbers.set(name, index + 1)
  }
  return numbers
}

function periodsOf(words: TypedWords): ReadonlyMap<string, Shifted> {
  const periods = new Map<string, Shifted>()
  for (const { thisPeriod, lastPeriod } of [typedEnglish, words]) {
    for (const period of ['week', 'month', 'quarter', 'year'] as const) {
      for (const name of alternatives(thisPeriod[period])) periods.set(name, { period, shift: 0 })
      for (const name of alternatives(lastPeriod[period])) periods.set(name, { period, shift: -1 })
    }
  }
  return periods
}

const alternatives = (text: string): string[] => text.split('|')
const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const longestFirst = (one: string, other: string): number => other.length - one.length
