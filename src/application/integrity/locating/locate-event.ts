/**
 * Which event of a batch was changed: the walk knows only that the batch does not lead to the seal behind it, or that a
 * rule is broken somewhere in it. Only damaged ledgers come here.
 *
 * [VF4] The range that is told holds the first changed event; what is told to be sound before it is.
 * [VF5] The event that is named is the changed one, wherever one event was changed and nothing else; else none is named.
 */
import { asLedgerEvent, CATEGORY_OF } from '../../../domain/events'
import { ledgerStream } from '../../../domain/stream-id'
import { linesOf } from '../../../event-log/batch-codec'
import type { Frontier } from '../../../event-log/merkle-tree'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { todaysForm } from '../../../exchange/checking/todays-form'
import type { StoredTables } from '../../../storage/integrity/stored-tables'
import { type ByteWalk, readCanonical } from '../byte-walk'
import { isHead, isHeadBelieved } from '../check-tables'
import type { Difference, EventFault, NamedEvent } from '../damage'
import type { PlannedRow } from '../index-plan'
import { type Findings, keptDifferences } from './kept-differences'
import { narrowBySeal } from './narrow-by-seal'
import { SearchedBefore } from './searched-before'
import { type Facts, saidFacts, shownFacts, shownTimeline } from './shown-before'

/** The events behind the last seal that fits, in their stored bytes. */
interface Run {
  readonly first: number
  readonly lines: readonly Uint8Array[]
  readonly behind: Uint8Array | undefined
}

/**
 * Makes the walk's fault, and the point to which its log is proved, as exact as what is stored allows.
 * @returns events behind the bad ones, in the same batch, that still fit its seal
 */
export async function locateEvent(
  tables: StoredTables,
  walk: ByteWalk,
  rows: readonly PlannedRow[],
  head: unknown,
): Promise<number> {
  const { fault } = walk
  if (!fault || (fault.code !== 'seal' && fault.code !== 'rule')) return 0
  const run = await runBehind(tables, walk.proved.size, rows, head)
  if (!run || run.first + run.lines.length <= fault.first) return 0
  const isOwn = fault.code === 'rule' && fault.breaks === undefined
  const fitting = isOwn ? 0 : narrow(walk, fault, run)
  const told = withReason(walk.fault ?? fault)
  walk.fault = told
  const findings = await findingsOf(tables, walk, told, run)
  const [only] = findings.size === 1 ? findings : []
  if (only) {
    const named = namedEvent(walk, only, eventAt(run, only[0]))
    walk.fault = { ...told, named, reason: `${told.reason} ${inWords(named)}` }
  }
  return fitting
}

async function runBehind(
  tables: StoredTables,
  proved: number,
  rows: readonly PlannedRow[],
  head: unknown,
): Promise<Run | undefined> {
  const at = rows.findIndex(({ first }) => first === proved + 1)
  const row = rows[at]
  if (!row) return undefined
  const [bytes] = await tables.bytesOf([row.batchId])
  if (!bytes) return undefined
  const lines = [...linesOf(bytes)]
  const end = proved + lines.length
  const next = rows[at + 1]
  const ofHead = isHeadBelieved(head) && isHead(head) && head.size === end ? head.frontier : undefined
  const behind = next ? (next.first === end + 1 ? next.frontier : undefined) : ofHead
  return { first: row.first, lines, behind: behind instanceof Uint8Array ? behind : undefined }
}

function narrow(walk: ByteWalk, fault: EventFault, { first, lines, behind }: Run): number {
  const narrowed = narrowBySeal(lines, walk.proved, behind)
  if (!narrowed) return 0
  const last = Math.min(fault.last, narrowed.last)
  // The seal says nothing of where a rule is broken: it may have been so from the beginning.
  if (narrowed.first > last) return 0
  walk.proved = provedPoint(walk, lines.slice(0, narrowed.first - first), narrowed.frontier)
  walk.fault = { ...fault, first: narrowed.first, last }
  return last === narrowed.last ? narrowed.fitting : 0
}

function withReason(fault: EventFault): EventFault {
  const { code, first, last, breaks, reason } = fault
  const [some, give, it] =
    first === last
      ? [`Event ${first} was changed`, 'it does', 'it']
      : [`One of the events ${first} to ${last} was changed`, 'they do', 'them']
  if (code === 'seal') return { ...fault, reason: `${some}: ${give} not give the seal that was stored behind ${it}.` }
  return breaks === undefined ? fault : { ...fault, reason: `${reason} ${some}.` }
}

/** The point behind events that a seal vouches for. */
function provedPoint(walk: ByteWalk, sound: readonly Uint8Array[], frontier: Frontier): ByteWalk['proved'] {
  let { lastRecordedAt, name, size } = walk.proved
  for (const line of sound) {
    const event = readCanonical(line)
    size++
    if (typeof event === 'string') continue
    lastRecordedAt = event.recordedAt
    if (event.type === 'LedgerRenamed' && event.streamId === ledgerStream(walk.ledgerId)) name = String(event.data.name)
  }
  return { size, frontier, lastRecordedAt, name }
}

async function findingsOf(
  tables: StoredTables,
  walk: ByteWalk,
  { code, first, last }: EventFault,
  run: Run,
): Promise<Findings> {
  const findings: Findings = new Map()
  const find = (position: number, differences: readonly Difference[]) => {
    if (differences.length > 0) findings.set(position, [...(findings.get(position) ?? []), ...differences])
  }
  const timeline = await shownTimeline(tables)
  const searched = await SearchedBefore.of(tables)
  const events = new Map<number, RecordedEvent>()
  for (let position = first; position <= last; position++) {
    const event = eventAt(run, position)
    const line = run.lines[position - run.first]
    if (!event || !line) continue
    events.set(position, event)
    if (timeline && position <= timeline.size && Object.hasOwn(CATEGORY_OF, event.type))
      find(position, differencesOf(shownFacts(timeline, position - 1), saidFacts(asLedgerEvent(todaysForm(event)))))
    if (searched) find(position, await searched.differences(position, line))
  }
  for (const [position, differences] of await keptDifferences(tables, walk, events, findings, code === 'seal'))
    find(position, differences)
  return findings
}

/** What both say, and say differently. */
function differencesOf(shown: Facts, said: Facts): Difference[] {
  const fields = Object.keys(shown) as (keyof Facts)[]
  return fields.flatMap((field) => {
    const [was, is] = [shown[field], said[field]]
    return was === undefined || is === undefined || was === is ? [] : [{ field, was, is }]
  })
}

function eventAt({ first, lines }: Run, position: number): RecordedEvent | undefined {
  const line = lines[position - first]
  const event = line ? readable(line) : undefined
  return event?.globalPosition === position && typeof event.data === 'object' ? event : undefined
}

/** In whatever form it stands. */
function readable(line: Uint8Array): RecordedEvent | undefined {
  try {
    const event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line)) as RecordedEvent
    return typeof event === 'object' && event !== null && event.data && event.metadata ? event : undefined
  } catch {
    return undefined
  }
}

function namedEvent(
  { checker }: ByteWalk,
  [position, differences]: readonly [number, readonly Difference[]],
  event: RecordedEvent | undefined,
): NamedEvent {
  const state = event && checker.state(event.streamId)
  if (state?.kind !== 'account') return { position, differences }
  return { position, differences, currency: state.currency, exponent: state.exponent }
}

function inWords({ position, differences }: NamedEvent): string {
  const each = differences.map(({ field, was, is }) =>
    was === undefined ? field : `${field} ${JSON.stringify(was)}, stored is ${JSON.stringify(is)}`,
  )
  return `Event ${position} differs from what was shown before: ${each.join('; ')}.`
}
