/** What the event log shows, as it stands in the address: a filter, an order, and the event that is looked at. */
import type { EventFilter } from '../../application/events/event-filter'
import type { PageQuery } from '../view-store'

export interface EventLogQuery {
  readonly types: readonly string[]
  readonly accountId: string
  readonly streamId: string
  readonly category: string
  readonly correlationId: string
  readonly text: string
  /** `YYYY-MM-DD`, both inclusive; '' where it is open. */
  readonly from: string
  readonly to: string
  /** Which clock the dates are of. */
  readonly dates: 'recorded' | 'effective'
  readonly newestFirst: boolean
  /** globalPosition of the event that is looked at. */
  readonly event: number | undefined
}

export const NO_FILTER = {
  types: [],
  accountId: '',
  streamId: '',
  category: '',
  correlationId: '',
  text: '',
  from: '',
  to: '',
  dates: 'recorded',
} as const satisfies Partial<EventLogQuery>

/** Fields with their names in the address; `account`, `at` and some others are taken there. */
const TEXTS = [
  ['accountId', 'of'],
  ['streamId', 'stream'],
  ['category', 'category'],
  ['correlationId', 'command'],
  ['text', 'words'],
] as const

type TextFields = Record<(typeof TEXTS)[number][0], string>

const DATE = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

/** What the address does not say, or says wrongly, is not asked for. */
export function readEventLogQuery(query: PageQuery): EventLogQuery {
  const date = (text = '') => (DATE.test(text) && !Number.isNaN(Date.parse(text)) ? text : '')
  const texts = Object.fromEntries(TEXTS.map(([field, name]) => [field, query[name] ?? ''])) as TextFields
  return {
    types: (query.type ?? '').split(',').filter((type) => type !== ''),
    ...texts,
    from: date(query.from),
    to: date(query.to),
    dates: query.dates === 'effective' ? 'effective' : 'recorded',
    newestFirst: query.order !== 'oldest',
    event: /^[1-9]\d{0,14}$/.test(query.event ?? '') ? Number(query.event) : undefined,
  }
}

/** Only what is not as it is anyway. */
export function writeEventLogQuery(query: EventLogQuery): PageQuery {
  const written: Record<string, string> = {}
  if (query.types.length > 0) written.type = query.types.join(',')
  for (const [field, name] of TEXTS) if (query[field] !== '') written[name] = query[field]
  if (query.from !== '') written.from = query.from
  if (query.to !== '') written.to = query.to
  if (query.dates === 'effective' && (query.from !== '' || query.to !== '')) written.dates = 'effective'
  if (!query.newestFirst) written.order = 'oldest'
  if (query.event !== undefined) written.event = String(query.event)
  return written
}

/** Recorded days are the reader's own; value dates belong to no time zone. */
export function filterOfQuery(query: EventLogQuery): EventFilter {
  const { types, accountId, streamId, category, correlationId, from, to, dates } = query
  const text = query.text.trim()
  return {
    ...(types.length > 0 ? { types } : {}),
    ...(accountId === '' ? {} : { accountId }),
    ...(streamId.trim() === '' ? {} : { streamId: streamId.trim() }),
    ...(category.trim() === '' ? {} : { category: category.trim() }),
    ...(correlationId.trim() === '' ? {} : { correlationId: correlationId.trim() }),
    ...(text === '' ? {} : { text }),
    ...(from === '' && to === ''
      ? {}
      : dates === 'recorded'
        ? { recorded: localDays(from, to) }
        : { effective: days(from, to) }),
  }
}

export function isFiltered(query: EventLogQuery): boolean {
  return Object.keys(filterOfQuery(query)).length > 0
}

function localDays(from: string, to: string): { readonly from: number; readonly to: number } {
  const midnight = (date: string, later: number) => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
    const start = new Date(0)
    // Not the constructor: it takes a year below 100 for one of the last century.
    start.setFullYear(year, month - 1, day + later)
    return start.setHours(0, 0, 0, 0)
  }
  return {
    from: from === '' ? Number.NEGATIVE_INFINITY : midnight(from, 0),
    to: to === '' ? Number.POSITIVE_INFINITY : midnight(to, 1),
  }
}

function days(from: string, to: string): { readonly from: number; readonly to: number } {
  const day = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
  return {
    from: from === '' ? Number.NEGATIVE_INFINITY : day(from),
    to: to === '' ? Number.POSITIVE_INFINITY : day(to),
  }
}
