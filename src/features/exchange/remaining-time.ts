/** How long a piece of work will still take, told no more exactly than it is known. */

/**
 * Seconds left, judged by the pace so far; undefined while the total or the pace is not known yet.
 * @param elapsedMs milliseconds since the work began
 */
export function remainingSeconds(done: number, total: number | undefined, elapsedMs: number): number | undefined {
  if (total === undefined || done <= 0 || done > total || elapsedMs < 700) return undefined
  return Math.ceil(((total - done) / done) * (elapsedMs / 1000))
}
