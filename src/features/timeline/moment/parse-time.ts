/** A time of day at the end or the beginning of what is typed: `yesterday 14:03`, `2pm`, `noon on 11 March`, `14 Uhr`. */
import type { TypedPatterns } from './typed-patterns'

export interface TypedTime {
  /** 0 to 23; 24 is the end of a day, and has no minutes. */
  readonly hour: number
  readonly minute: number
  /** Left out, the whole minute is meant. */
  readonly second: number | undefined
}

export interface FoundTime {
  /** Undefined where there is no such time. */
  readonly time: TypedTime | undefined
  readonly text: string
  /** Where that begins in what was typed. */
  readonly textFrom: number
  /** What else was typed: a day, or nothing. */
  readonly day: string
  /** Where that begins in the text. */
  readonly dayFrom: number
}

/** @param plain in lower case, NFKC, single spaces */
export function findTime(plain: string, { timeLast, timeFirst, noon }: TypedPatterns): FoundTime | undefined {
  const last = timeLast.exec(plain)
  if (last) {
    const text = last[0].replace(/^(?:[\s,t]|at\b)+/, '')
    const day = plain.slice(0, last.index)
    return { time: timeOf(last, noon), text, textFrom: plain.length - text.length, day, dayFrom: 0 }
  }
  const first = timeFirst.exec(plain)
  const day = first?.at(-1)
  if (first === null || day === undefined) return undefined
  const dayFrom = plain.length - day.length
  return { time: timeOf(first, noon), text: plain.slice(0, dayFrom).trim(), textFrom: 0, day, dayFrom }
}

function timeOf({ groups = {} }: RegExpExecArray, noon: ReadonlySet<string>): TypedTime | undefined {
  const { word, minute, second } = groups
  if (word !== undefined) return { hour: noon.has(word) ? 12 : 0, minute: 0, second: undefined }
  const half = (groups.half ?? groups.halfOnly)?.[0]
  const given = Number(groups.hour ?? groups.hourOnly)
  if (half !== undefined && (given < 1 || given > 12)) return undefined
  const time = {
    hour: half === undefined ? given : (given % 12) + (half === 'p' ? 12 : 0),
    minute: Number(minute ?? 0),
    second: second === undefined ? undefined : Number(second),
  }
  if (time.hour === 24) return time.minute === 0 && (time.second ?? 0) === 0 ? time : undefined
  return time.hour > 24 || time.minute > 59 || (time.second ?? 0) > 59 ? undefined : time
}
