import { expect, test } from 'vitest'
import { matcherOf } from '../../../stores/search/entry-search'
import { MatchFlags } from './match-flags'

const matcher = matcherOf('bakery')
if (!matcher) throw new Error('a query is a matcher')

test('an entry is judged by its own words', () => {
  const flags = new MatchFlags(10)
  flags.judge(3, [], () => ['bakery'], matcher)
  flags.judge(4, [], () => ['butcher'], matcher)
  expect([3, 4, 5].map((slot) => flags.answers(slot, 10))).toEqual([true, false, false])
})

test('a corrected entry answers with the words of the moment', () => {
  const flags = new MatchFlags(10)
  const words = (position: number) => (position < 6 ? ['bakery'] : position < 8 ? ['butcher'] : ['bakery again'])
  flags.judge(3, [6, 8], words, matcher)
  expect([4, 5, 6, 7, 8, 9].map((position) => flags.answers(3, position))).toEqual([
    true,
    true,
    false,
    false,
    true,
    true,
  ])
})

test('what is found without being read answers at every moment', () => {
  const flags = new MatchFlags(10)
  flags.add([2, 5])
  expect([1, 2, 5].map((slot) => flags.answers(slot, 10))).toEqual([false, true, true])
})
