/**
 * How words find their language. Call sites name the English ones, plain objects that come with the module that needs
 * them; where another language was settled beforehand, they are given that one's words in their place. So English costs
 * a call an area, and no other language is ever loaded by those who do not read it.
 *
 * Texts that the words are given are isolated against letters that run to the left, in every language.
 *
 * The catalogues hold words only: figures, dates and amounts come written. English and German have the same two plural
 * forms, and an entry chooses by `count === 1`; a language with others asks `Intl.PluralRules` in its own catalogue.
 */
import { isolating } from './isolated'
import { type Language, settleOn } from './language'

/** Words of an area in whatever language: English as a shape, so that German is compiled against it. */
export type Worded<English> = English extends string
  ? string
  : English extends (...facts: infer Facts) => infer Said
    ? (...facts: Facts) => Worded<Said>
    : English extends object
      ? { readonly [Key in keyof English]: Worded<English[Key]> }
      : English

let catalogue: Readonly<Record<string, object>> = {}

/** Before any module with words in it is evaluated. */
export function speak(language: Language, words: Readonly<Record<string, object>>): void {
  settleOn(language)
  catalogue = words
}

/** `area` is the module's path under `en/`. */
export function spoken<const English extends object>(area: string, english: English): Worded<English> {
  return isolating(catalogue[area] ?? english) as Worded<English>
}
