/**
 * Logs of our own making, written from LOG-FORMAT and not with the product's code: what the product accepts and writes
 * is judged against them.
 */
import { createHash } from 'node:crypto'
import { pick, randomFrom } from './random'

export interface LogEvent {
  globalPosition: number
  streamId: string
  streamRevision: number
  eventId: string
  type: string
  schemaVersion: number
  recordedAt: string
  data: Record<string, unknown>
  metadata: Record<string, unknown>
}

export interface LogHeader {
  format: string
  formatVersion: number
  ledgerId: string
  name: string
  exportedAt: string
  size: number
  rootHash?: string
}

/** A UUID that follows from a name. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** RFC 8785 for what these logs hold: keys sorted by code units, no white space. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** RFC 6962 Merkle Tree Hash, by its recursive definition. */
export function rootOf(lines: readonly string[]): string {
  const sha = (...parts: readonly (string | Buffer)[]): Buffer => {
    const hash = createHash('sha256')
    for (const part of parts) hash.update(part)
    return hash.digest()
  }
  const tree = (from: number, to: number): Buffer => {
    if (to - from === 1) return sha(Buffer.of(0), lines[from] ?? '')
    const split = from + 2 ** Math.floor(Math.log2(to - from - 1))
    return sha(Buffer.of(1), tree(from, split), tree(split, to))
  }
  return (lines.length === 0 ? sha() : tree(0, lines.length)).toString('hex')
}

/** Collects events as a ledger would record them: positions and revisions are counted, ids follow from the seed. */
export class LogBuilder {
  readonly events: LogEvent[] = []
  readonly #revisions = new Map<string, number>()
  #clock: number

  constructor(
    readonly seed = 'log',
    from = '2024-01-01T08:00:00.000Z',
  ) {
    this.#clock = Date.parse(from)
  }

  id(name: string): string {
    return uuidOf(`${this.seed} ${name}`)
  }

  /** Records an event `later` milliseconds after the last; gives its eventId. */
  record(streamId: string, type: string, data: Record<string, unknown>, later = 60_000): string {
    const globalPosition = this.events.length + 1
    const streamRevision = (this.#revisions.get(streamId) ?? 0) + 1
    this.#revisions.set(streamId, streamRevision)
    this.#clock += later
    const eventId = this.id(`event ${globalPosition}`)
    this.events.push({
      globalPosition,
      streamId,
      streamRevision,
      eventId,
      type,
      schemaVersion: 1,
      recordedAt: new Date(this.#clock).toISOString(),
      data,
      metadata: { commandId: eventId, correlationId: eventId },
    })
    return eventId
  }

  /** Opens an account named after its key; gives its id. */
  open(key: string, currency = 'EUR', exponent = 2): string {
    const id = this.id(`account ${key}`)
    this.record(`account-${id}`, 'AccountOpened', {
      name: key,
      currency,
      exponent,
      overdraftLimit: null,
      openedOn: '2024-01-01',
    })
    return id
  }

  entry(
    accountId: string,
    type: 'Deposited' | 'Withdrawn',
    amount: number,
    effectiveOn: string,
    words: Record<string, string> = {},
  ): string {
    return this.record(`account-${accountId}`, type, { amount, effectiveOn, ...words })
  }

  /** A whole transfer: four events. */
  transfer(from: string, to: string, amount: number, effectiveOn: string): string {
    const transferId = this.id(`transfer ${this.events.length}`)
    const stream = `transfer-${transferId}`
    this.record(stream, 'TransferInitiated', {
      fromAccountId: from,
      toAccountId: to,
      amount,
      toAmount: amount,
      effectiveOn,
    })
    this.record(`account-${from}`, 'TransferSent', { amount, effectiveOn, transferId, toAccountId: to }, 5)
    this.record(`account-${to}`, 'TransferReceived', { amount, effectiveOn, transferId, fromAccountId: from }, 5)
    this.record(stream, 'TransferCompleted', {}, 5)
    return transferId
  }

  file(header: Partial<LogHeader> = {}): string {
    return writeLogFile(this.events, { ledgerId: this.id('ledger'), name: 'Made for a test', ...header })
  }
}

/** The text of a log file with these events, whatever is in them; size and root are true unless the header says otherwise. */
export function writeLogFile(events: readonly object[], header: Partial<LogHeader> = {}): string {
  const lines = events.map(canonical)
  const head = {
    format: 'hindsight-log',
    formatVersion: 1,
    ledgerId: uuidOf('ledger'),
    name: 'Made for a test',
    exportedAt: '2026-01-01T00:00:00.000Z',
    size: lines.length,
    rootHash: rootOf(lines),
    ...header,
  }
  return `${JSON.stringify(head).slice(0, -1)},"events":[\n${lines.map((line, i) => `${line}${i < lines.length - 1 ? ',' : ''}\n`).join('')}]}\n`
}

/**
 * A ledger as people keep them: some accounts in two currencies, entries of which some are backdated, transfers,
 * reversals, corrected words. Follows from the seed.
 */
export function livelyLog(seed: number, events: number): LogBuilder {
  const random = randomFrom(seed)
  const log = new LogBuilder(`lively ${seed}`)
  const euros = ['Everyday', 'Savings', 'Joint', 'Holiday'].map((name) => log.open(name))
  const all = [...euros, log.open('Dollars', 'USD'), log.open('Yen', 'JPY', 0)]
  const open: { accountId: string; eventId: string; amount: number }[] = []
  const dayOf = (back: number) => {
    const recorded = Date.parse(log.events.at(-1)?.recordedAt ?? '')
    return new Date(recorded - back * 86_400_000).toISOString().slice(0, 10)
  }
  const one = <T>(list: readonly T[]): T => list[pick(random, list.length)] as T
  while (log.events.length < events) {
    const chance = random()
    const amount = 1 + pick(random, 200_000)
    const effectiveOn = dayOf(random() < 0.2 ? pick(random, 90) - 10 : 0)
    if (chance < 0.1) {
      const [from, to] = random() < 0.5 ? [euros[0], euros[1]] : [euros[2], euros[3]]
      log.transfer(from ?? '', to ?? '', amount, effectiveOn)
    } else if (chance < 0.15 && open.length > 0) {
      const [entry] = open.splice(pick(random, open.length), 1)
      if (entry)
        log.record(`account-${entry.accountId}`, 'EntryReversed', {
          entryId: entry.eventId,
          amount: entry.amount,
          effectiveOn,
          reason: 'Entered twice',
        })
    } else if (chance < 0.2 && open.length > 0) {
      const entry = one(open)
      log.record(`account-${entry.accountId}`, 'EntryAnnotated', {
        entryId: entry.eventId,
        memo: `Corrected ${log.events.length}`,
      })
    } else {
      const accountId = one(all)
      const payee = one(['Bäckerei Grün', 'Rent', 'Salary', '東京ストア', 'Café "Au Coin"'])
      const eventId = log.entry(accountId, random() < 0.5 ? 'Deposited' : 'Withdrawn', amount, effectiveOn, {
        payee,
        memo: '',
        category: 'Test',
      })
      open.push({ accountId, eventId, amount })
    }
    // Now and then a night passes, so that dates move on.
    if (random() < 0.1)
      log.record(`account-${one(all)}`, 'BalanceAsserted', { balance: 0, effectiveOn: dayOf(0) }, 40_000_000)
  }
  return log
}
