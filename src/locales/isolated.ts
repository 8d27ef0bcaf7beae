/**
 * What people typed, set into words: letters that run to the left (Hebrew, Arabic) would move the figures and signs
 * beside them, so such a text goes in between U+2068 and U+2069 and is laid out by itself (Unicode Standard Annex 9).
 *
 * [IS1] every function of words isolates what it is given: `spoken` sees to it, for all areas and languages.
 * [IS2] any other text stays as it is, letter for letter.
 * [IS3] nothing that leaves the screen (files and their names, links, the clipboard, the console) has such signs in it.
 */

/** Letters and figures that run to the left, and signs that turn a text round. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const OPENS = /[\u2066-\u2068]/
const CLOSE = '\u2069'

/** For screens only: a file, a link or the clipboard gets the text itself. */
export function isolated(text: string): string {
  return TURNS.test(text) ? `\u2068${balanced(text)}${CLOSE}` : text
}

/** Texts beside one another, `Bakery · 12 Mar · €4.20`, those that are missing left out. */
export function dotted(...texts: readonly (string | false | null | undefined)[]): string {
  return texts.flatMap((text) => (text ? [isolated(text)] : [])).join(' · ')
}

/** A sentence from below, in which names stand “so”. */
export function withQuotesIsolated(sentence: string): string {
  return TURNS.test(sentence) ? sentence.replace(/“([^”]*)”/g, (_, name: string) => `“${isolated(name)}”`) : sentence
}

/** A typed sign can neither end the isolation nor reach beyond it. */
function balanced(text: string): string {
  let open = 0
  let kept = ''
  for (const letter of text) {
    if (letter === CLOSE && open === 0) continue
    if (letter === CLOSE) open -= 1
    else if (OPENS.test(letter)) open += 1
    kept += letter
  }
  return kept + CLOSE.repeat(open)
}

/** The same words, whose functions isolate every text that they are given, also within lists and facts. */
export function isolating<Words extends object>(words: Words): Words {
  const entries = Object.entries(words).map(([key, value]) => [key, isolatingValue(value)])
  return Object.fromEntries(entries) as Words
}

function isolatingValue(value: unknown): unknown {
  if (typeof value === 'function') {
    const say = (...facts: unknown[]) => value(...facts.map(isolatedFact))
    return Object.defineProperty(say, 'length', { value: value.length })
  }
  return isPlain(value) ? isolating(value) : value
}

function isolatedFact(fact: unknown): unknown {
  if (typeof fact === 'string') return isolated(fact)
  if (Array.isArray(fact)) return fact.map(isolatedFact)
  return isPlain(fact) ? Object.fromEntries(Object.entries(fact).map(([key, each]) => [key, isolatedFact(each)])) : fact
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
