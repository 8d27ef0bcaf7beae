/**
 * A time of day on a date, as instants: none where clocks were put forward over it, two where they were put back.
 * It asks only what clocks show at an instant, so it holds for every zone that the browser knows.
 */

export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const DAY_MS = 86_400_000

/**
 * The last milliseconds of the seconds at which clocks show it, earliest first; milliseconds since 1970.
 * @param timeZone IANA; by default the reader's own
 */
export function instantsOf({ date, hour, minute, second }: WallTime, timeZone?: string): number[] {
  const wall = Date.parse(`${date}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1_000 + 999
  // Clocks are changed once in two days at most: before or after it their offset is one of these.
  const offsets = new Set([offsetAt(wall - DAY_MS, timeZone), offsetAt(wall + DAY_MS, timeZone)])
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === wall)
    .sort((one, other) => one - other)
}

/** The last millisecond of a date, also where midnight is when clocks are changed. */
export function endOfDate(date: string, timeZone?: string): number {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
  return firstFrom({ date: next, hour: 0, minute: 0, second: 0 }, timeZone) - 1
}

/** The first instant at which clocks show this time or, where there is none, the one they were put forward to. */
export function firstFrom(wallTime: WallTime, timeZone?: string): number {
  const [instant] = instantsOf(wallTime, timeZone)
  if (instant !== undefined) return instant - 999
  const { date, hour, minute, second } = wallTime
  const wall = Date.parse(`${date}T00:00:00Z`) + ((hour * 60 + minute) * 60 + second) * 1_000
  // The clocks jump somewhere in these days: halved until the second is found.
  let [low, high] = [wall - DAY_MS - 1, wall + DAY_MS]
  const shows = (millis: number) => millis + offsetAt(millis, timeZone)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (shows(middle) >= wall) high = middle
    else low = middle
  }
  return high
}

/** Milliseconds that clocks are ahead of UTC, whole seconds. */
function offsetAt(millis: number, timeZone: string | undefined): number {
  const second = Math.floor(millis / 1_000) * 1_000
  if (timeZone === undefined) {
    const local = new Date(second)
    return (
      utcOf(local.getFullYear(), local.getMonth() + 1, local.getDate(), [
        local.getHours(),
        local.getMinutes(),
        local.getSeconds(),
      ]) - second
    )
  }
  const shown: Record<string, number> = {}
  for (const { type, value } of partsIn(timeZone).formatToParts(second)) shown[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = shown
  return utcOf(year, month, day, [hour, minute, shown.second ?? 0]) - second
}

function utcOf(year: number, month: number, day: number, time: readonly [number, number, number]): number {
  const instant = new Date(Date.UTC(2000, month - 1, day, ...time))
  // Years below 100 would be taken for 19…; 29 February needs its own year.
  instant.setUTCFullYear(year, month - 1, day)
  return instant.getTime()
}

const formats = new Map<string, Intl.DateTimeFormat>()

function partsIn(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  return format
}
