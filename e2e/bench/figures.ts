/** What is said of several measurements of the same thing. */

/** The value below which the share `p` (0 to 1) of the numbers lies; NaN of none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** Of times so short that the clock's steps show. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Milliseconds as people read them. */
export function time(millis: number): string {
  if (millis >= 1_000) return `${(millis / 1_000).toFixed(2)} s`
  return millis < 1 ? `${millis.toFixed(3)} ms` : `${millis.toFixed(1)} ms`
}

/** The median, and between what the runs lay; one run says so. */
export function timeWithSpread(runs: readonly number[]): string {
  return runs.length < 2
    ? `${time(median(runs))} (one run)`
    : `${time(median(runs))} (${time(Math.min(...runs))} to ${time(Math.max(...runs))})`
}

/** A count as people read it: 1,107,282. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`
}

export function perSecond(events: number, millis: number): string {
  return `${count((events / millis) * 1_000)} events/s`
}
