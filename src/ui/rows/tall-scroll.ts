/**
 * Scrolling through more rows than a browser lets an element be high (Chromium: 2^25 px, some 33.5 million). The rows lie
 * on a length of their own; the element has as much of it as goes, and a shift between the two.
 *
 * [TS1] Nearly to either end the shift is that end's, so that the first row and the last are reached to the pixel.
 * [TS2] Wheel, finger and keys move the rows by just as many pixels as the element: then the shift stays.
 * [TS3] A leap, such as of the scroll bar, leads to the share of the rows that it leads to in the element.
 * [TS4] Where an element may be high enough, there is no shift.
 */

/** Pixels: less than any browser's limit. */
const HIGHEST = 16_000_000
/** Pixels at either end that are there one to one. */
const END = 1_000_000
/** Pixels by which the element may be away from its share of the rows, before it is moved there unseen. */
const STRAY = END / 2

export interface TallScroll {
  /** Of the element, in pixels. */
  readonly height: number
  /** Where the element stands when the rows are at `place`; both in pixels. */
  readonly scrollTopOf: (place: number) => number
  /** Where the rows are after a leap of the element to `scrollTop`. */
  readonly placeOf: (scrollTop: number) => number
  /** Whether the element may stay at `scrollTop` while the rows are at `place`. */
  readonly mayStay: (scrollTop: number, place: number) => boolean
}

/**
 * @param length of all rows, in pixels
 * @param room of the element that is seen at once, in pixels
 */
export function tallScroll(length: number, room: number, highest = HIGHEST): TallScroll {
  const height = Math.min(length, highest)
  const beyond = length - height
  const end = Math.min(END, highest / 8)
  const [between, here] = [length - room - 2 * end, height - room - 2 * end]
  // No room is as high as what lies between the ends.
  const ratio = beyond === 0 || here <= 0 ? 1 : between / here
  const isAtStart = (place: number) => place <= end
  const isAtEnd = (place: number) => place >= length - room - end
  const scrollTopOf = (place: number) => {
    if (beyond === 0 || isAtStart(place)) return place
    return isAtEnd(place) ? place - beyond : end + (place - end) / ratio
  }
  return {
    height,
    scrollTopOf,
    placeOf: (scrollTop) => {
      if (beyond === 0 || scrollTop <= end) return scrollTop
      return scrollTop >= height - room - end ? scrollTop + beyond : end + (scrollTop - end) * ratio
    },
    mayStay: (scrollTop, place) => {
      const away = Math.abs(scrollTop - scrollTopOf(place))
      return away < 1 || (beyond > 0 && !isAtStart(place) && !isAtEnd(place) && away < Math.min(STRAY, end / 2))
    },
  }
}
