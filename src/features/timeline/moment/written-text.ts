/** A text as it is read, in one form, and as it was typed: what is said of it is said in the letters that were given. */

export interface WrittenText {
  /** In lower case, NFKC, single spaces, without what leads it. */
  readonly plain: string
  /** The same as it was typed, in upper and lower case. */
  readonly shown: string
  /** What stands whole before that: `plain` with what led it. */
  readonly whole: string
  /** What was typed for a part of `plain`, by default for all of it. */
  asTyped(from?: number, to?: number): string
}

/** @param lead what says nothing at the beginning of the text in lower case */
export function writtenText(text: string, lead: RegExp): WrittenText {
  const typed = inOneForm(text)
  const whole = lowered(typed)
  const plain = whole.replace(lead, '')
  const start = whole.length - plain.length
  const shown = typed.slice(start)
  const places = placesOf(text)
  return {
    plain,
    shown,
    whole,
    asTyped(from = 0, to = plain.length) {
      const [first, last] = [places[start + from], places[start + to - 1]]
      const part = text.slice(first?.from, last?.to).trim()
      // A part that reads otherwise, as where one letter holds more than it, is told as it is read.
      const wanted = shown.slice(from, to).trim()
      return inOneForm(part) === wanted ? part : from === 0 && to === plain.length ? text.trim() : wanted
    },
  }
}

/** Letter for letter, so that each keeps its place: `İ` alone would be two, and stays. */
function lowered(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  }).join('')
}

function inOneForm(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Where each letter of the one form was typed. Letters are joined within what is seen as one, never beyond it. */
function placesOf(text: string): Place[] {
  const places: Place[] = []
  let spaceBefore: Place | undefined
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    const place = { from: index, to: index + segment.length }
    for (const letter of segment.normalize('NFKC').split('')) {
      if (/\s/u.test(letter)) {
        spaceBefore = place
        continue
      }
      if (spaceBefore !== undefined && places.length > 0) places.push(spaceBefore)
      spaceBefore = undefined
      places.push(place)
    }
  }
  return places
}
