/** A sentence around something that is more than text, such as a figure that can be pressed. */

/** A letter that no word has: a private use character. */
const PLACE = '\ue000'

/** What stands before, between and after the places that a sentence has for its texts, one more than there are of them. */
export function around(places: number, say: (...texts: string[]) => string): readonly string[] {
  return say(...Array<string>(places).fill(PLACE)).split(PLACE)
}
