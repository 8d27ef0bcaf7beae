/** Where a sorted run of elements ends, by halving. */

/** How many of `length` elements pass, where those that do come first. */
export function countWhile(length: number, passes: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(middle)) low = middle + 1
    else high = middle
  }
  return low
}
