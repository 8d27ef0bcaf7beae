/** A moment as one word of an address: `1204`, an instant, a date, `1204_2024-03-12` for both clocks, or `now`. */
import type { Moment } from '../../time-travel/moment'
import { parseMoment } from '../../time-travel/resolve-moment'

export function textOfMoment(moment: Moment): string {
  if (moment === 'now') return moment
  const recorded = 'position' in moment ? String(moment.position) : 'recordedAt' in moment ? moment.recordedAt : ''
  const date = 'effectiveOn' in moment ? moment.effectiveOn : ''
  return [recorded, date].filter(Boolean).join('_')
}

/** Undefined for what names no moment. */
export function momentOfText(text: string | undefined): Moment | undefined {
  if (text === undefined || text === 'now') return text
  const moment: Record<string, unknown> = {}
  for (const part of text.split('_')) {
    if (/^\d{4}-\d\d-\d\d$/.test(part)) moment.effectiveOn = part
    else if (/^\d+$/.test(part)) moment.position = Number(part)
    else moment.recordedAt = part
  }
  try {
    return parseMoment(moment)
  } catch {
    return undefined
  }
}
