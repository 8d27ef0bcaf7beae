/**
 * Version 0, upcast: a bare JSON array as the pattern's textbook example serialises it (LOG-FORMAT, last paragraph).
 * It names no account and no ledger, so their ids follow from the file's content: the same file, name and currency give
 * the same events, and importing it twice adds nothing.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { dateOfDay, instantOfMillis, isInstant } from '../../domain/calendar'
import { exponentOf } from '../../domain/currency'
import { accountStream, isUuid } from '../../domain/stream-id'
import type { JsonObject } from '../../event-log/recorded-event'
import { type FilePlace, LogFormatError } from '../log-format-error'
import { canonicalEvent } from './canonical-event'
import { isElement, JsonSplitter, type RawElement } from './json-splitter'
import { inWords, type LogHeader } from './log-header'
import type { LogPart, ReadEvent, ReadOptions } from './log-part'
import type { LogSource } from './log-source'
import { splitSource } from './split-source'

const DAY_MS = 86_400_000

interface Opening {
  readonly name: string
  readonly currency: string
  readonly exponent: number
  /** Of the unpacked content: a packed copy of the same file gives the same ids. */
  readonly contentHash: string
}

/** @throws LogFormatError, `account-needed` among others, as `readLog` does. */
export async function* readVersionZero(
  source: LogSource,
  options: ReadOptions,
): AsyncGenerator<LogPart, void, undefined> {
  const opening = await prepare(source, options)
  const upcaster = new VersionZeroUpcaster(opening)
  yield { kind: 'header', header: upcaster.header }
  for await (const elements of split(source, options.signal)) {
    if (elements.length > 0) yield { kind: 'events', events: elements.flatMap((element) => upcaster.upcast(element)) }
  }
  yield { kind: 'end', header: upcaster.header }
}

/** The first pass: is it this form at all, and the hash from which the ids follow. */
async function prepare(source: LogSource, { account, signal }: ReadOptions): Promise<Opening> {
  const hash = sha256.create()
  let isFirst = true
  for await (const elements of split(source, signal, (bytes) => hash.update(bytes))) {
    const first = elements[0]
    if (!first || !isFirst) continue
    isFirst = false
    if (!looksLikeVersionZero(first.value)) {
      throw new LogFormatError(
        'not-this-format',
        'The file is a JSON list, but not of events with id, timestamp and event_type.',
        { line: first.line },
      )
    }
    checkAccount(account)
  }
  return { ...checkAccount(account), contentHash: bytesToHex(hash.digest()) }
}

async function* split(
  source: LogSource,
  signal: AbortSignal | undefined,
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<readonly RawElement[], void, undefined> {
  const splitter = new JsonSplitter({ onKey: () => undefined, onList: () => undefined })
  for await (const pieces of splitSource(source, splitter, new Map(), signal, onBytes)) yield pieces.filter(isElement)
}

function looksLikeVersionZero(value: unknown): boolean {
  return isObject(value) && ['id', 'timestamp', 'event_type'].some((key) => Object.hasOwn(value, key))
}

function checkAccount(account: ReadOptions['account']): { name: string; currency: string; exponent: number } {
  if (!account) {
    throw new LogFormatError('account-needed', 'The file has the oldest form (version 0), which names no account.', {
      path: 'account',
    })
  }
  const { name, currency } = account
  if (name.trim() === '' || !name.isWellFormed())
    throw new LogFormatError('account-needed', 'The account needs a name.', { path: 'account.name' })
  const exponent = exponentOf(currency)
  if (exponent === undefined) {
    throw new LogFormatError(
      'account-needed',
      `${inWords(currency)} is no currency of ISO 4217.`,
      { path: 'account.currency' },
      'Give a code such as EUR.',
    )
  }
  return { name, currency, exponent }
}

/** Turns the elements of a version 0 file, one after another, into events of version 1. */
class VersionZeroUpcaster {
  readonly header: LogHeader
  private readonly streamId: string
  private count = 0
  private lastMillis = Number.NEGATIVE_INFINITY

  constructor(private readonly opening: Opening) {
    this.header = {
      form: 0,
      ledgerId: this.idOf('ledger'),
      name: opening.name,
      exportedAt: null,
      size: null,
      rootHash: null,
    }
    this.streamId = accountStream(this.idOf('account'))
  }

  upcast({ value, line }: RawElement): ReadEvent[] {
    // The opening is the first event, so the file's n-th stands at n + 1.
    const position = this.count + 1
    const place = { line, position }
    const fields = readFields(value, place)
    const own = fields.millis
    const millis = Math.max(own, this.lastMillis)
    this.lastMillis = millis
    const recordedAt = instantOfMillis(millis)
    const day = dateOfDay(Math.floor(millis / DAY_MS))
    const amount = toMinor(fields.amount, this.opening.exponent, { ...place, path: fields.path })
    const events = position === 1 ? [this.open(recordedAt, day)] : []
    events.push(
      this.record(
        place,
        fields.id,
        fields.type,
        recordedAt,
        { amount, effectiveOn: day },
        own < millis ? { clock: instantOfMillis(own) } : {},
      ),
    )
    return events
  }

  private open(recordedAt: string, openedOn: string): ReadEvent {
    const { name, currency, exponent } = this.opening
    const data = { name, currency, exponent, overdraftLimit: null, openedOn }
    return this.record({}, this.idOf('opening'), 'AccountOpened', recordedAt, data, {})
  }

  private record(
    place: FilePlace,
    eventId: string,
    type: string,
    recordedAt: string,
    data: JsonObject,
    metadata: JsonObject,
  ): ReadEvent {
    const globalPosition = type === 'AccountOpened' ? 1 : this.count + 2
    if (type !== 'AccountOpened') this.count++
    const event = {
      globalPosition,
      streamId: this.streamId,
      streamRevision: globalPosition,
      eventId,
      type,
      schemaVersion: 1,
      recordedAt,
      data,
      metadata,
    }
    return { event, canonical: canonicalEvent(event, place), place }
  }

  private idOf(purpose: string): string {
    const { contentHash, name, currency } = this.opening
    return uuidOf(JSON.stringify(['hindsight version 0', purpose, contentHash, name, currency]))
  }
}

/** A UUID (RFC 9562, version 8) that follows from a text. */
export function uuidOf(text: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(text)))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function readFields(value: unknown, place: FilePlace) {
  if (!isObject(value)) throw new LogFormatError('bad-field', 'An event must be an object.', place)
  const id = typeof value.id === 'string' ? value.id.toLowerCase() : undefined
  if (id === undefined || !isUuid(id)) throw badField('id', value.id, 'a UUID', place)
  const { timestamp, event_type: eventType } = value
  if (typeof timestamp !== 'number') throw badField('timestamp', timestamp, 'a number of seconds since 1970', place)
  const millis = Math.floor(timestamp * 1000)
  if (!isRecordable(millis))
    throw new LogFormatError(
      'bad-date',
      `timestamp is ${inWords(timestamp)}, which is no time between the years 1 and 9999.`,
      { ...place, path: 'timestamp' },
      '',
    )
  const kinds = isObject(eventType) ? Object.keys(eventType) : []
  const [type] = kinds
  if (!isObject(eventType) || type === undefined || kinds.length !== 1)
    throw badField('event_type', eventType, '{"Deposited": …} or {"Withdrawn": …}', place)
  if (type !== 'Deposited' && type !== 'Withdrawn') {
    throw new LogFormatError('newer-version', `Events of the type ${inWords(type)} are not known in version 0.`, {
      ...place,
      path: 'event_type',
    })
  }
  const data = eventType[type]
  if (!isObject(data)) throw badField(`event_type.${type}`, data, 'an object with an amount', place)
  return { id, millis, type, amount: data.amount, path: `event_type.${type}.amount` }
}

function isRecordable(millis: number): boolean {
  return Math.abs(millis) <= 8.64e15 && isInstant(new Date(millis).toISOString())
}

/** Major units in their shortest decimal text, to whole minor units, half away from zero. */
function toMinor(amount: unknown, exponent: number, place: FilePlace): number {
  const parts = typeof amount === 'number' ? /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(amount)) : null
  if (!parts)
    throw new LogFormatError('bad-amount', `The amount is ${inWords(amount)}.`, place, 'Amounts are numbers above 0.')
  const [, whole = '', decimals = '', power = '0'] = parts
  const digits = BigInt(whole + decimals)
  const shift = Number(power) - decimals.length + exponent
  const divisor = 10n ** BigInt(Math.max(0, -shift))
  const minor = Number(shift >= 0 ? digits * 10n ** BigInt(shift) : (2n * digits + divisor) / (2n * divisor))
  if (minor <= 0 || !Number.isSafeInteger(minor)) {
    throw new LogFormatError(
      'bad-amount',
      `The amount ${inWords(amount)} is ${minor > 0 ? 'too large' : 'nothing'} in units of the currency.`,
      place,
      'Amounts must be above 0 when rounded, and below 2^53 minor units.',
    )
  }
  return minor
}

function badField(path: string, found: unknown, wanted: string, place: FilePlace): LogFormatError {
  return new LogFormatError('bad-field', `${path} is ${inWords(found)}; it must be ${wanted}.`, { ...place, path })
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
