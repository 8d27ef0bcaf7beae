/**
 * A log of any length, written line by line: the books of many households over forty years. Made from LOG-FORMAT and
 * not with the product's code; the same on every machine.
 */
import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { canonical, uuidOf } from '../logs/log-file'
import { pick, randomFrom } from '../logs/random'

export const ACCOUNTS = 4_500
/** At least, on average. */
const EVENTS_AN_ACCOUNT = 20
const FROM = Date.parse('1985-01-02T07:00:00.000Z')
const YEARS = 40
const DAY = 86_400_000
/** Bytes gathered before they are written. */
const PIECE = 1 << 22

const PAYEES = [
  'Employer',
  'Rent',
  'Bäckerei Grün',
  'Corner shop',
  'Power company',
  'Café "Au Coin"',
  '東京ストア',
  'Club',
]
const CATEGORIES = ['Groceries', 'Housing', 'Income', 'Leisure', 'Travel', 'Health']

const sha = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** The Merkle tree of RFC 6962, as the roots of its full subtrees. */
class Frontier {
  readonly #nodes: { hash: Buffer; height: number }[] = []

  add(line: string): void {
    let node = { hash: sha(Buffer.of(0), line), height: 0 }
    for (;;) {
      const last = this.#nodes.at(-1)
      if (last?.height !== node.height) break
      this.#nodes.pop()
      node = { hash: sha(Buffer.of(1), last.hash, node.hash), height: node.height + 1 }
    }
    this.#nodes.push(node)
  }

  root(): string {
    const hashes = this.#nodes.map(({ hash }) => hash)
    return (hashes.length === 0 ? sha() : hashes.reduceRight((right, left) => sha(Buffer.of(1), left, right))).toString(
      'hex',
    )
  }
}

/** A short log has few. */
function mostAccounts(size: number): number {
  return Math.min(ACCOUNTS, Math.ceil(size / EVENTS_AN_ACCOUNT))
}

/**
 * Writes a log of exactly `size` events; gives its root.
 * @param accounts that are opened; fewer where a small log would have little else
 */
export function writeBigLog(path: string, size: number, accounts = mostAccounts(size)): string {
  const file = openSync(path, 'w')
  const header = (root: string) =>
    `{"format":"hindsight-log","formatVersion":1,"ledgerId":"${uuidOf('big ledger')}","name":"Forty years","exportedAt":"2025-01-01T00:00:00.000Z","size":${size},"rootHash":"${root}","events":[\n`
  const frontier = new Frontier()
  const revisions = new Map<string, number>()
  let pending = header('0'.repeat(64))
  let position = 0
  let clock = FROM
  const step = (YEARS * 365.25 * DAY) / size

  const record = (streamId: string, type: string, data: Record<string, unknown>, later: number): string => {
    position++
    clock += later
    const streamRevision = (revisions.get(streamId) ?? 0) + 1
    revisions.set(streamId, streamRevision)
    const eventId = uuidOf(`big event ${position}`)
    const line = canonical({
      globalPosition: position,
      streamId,
      streamRevision,
      eventId,
      type,
      schemaVersion: 1,
      recordedAt: new Date(Math.floor(clock)).toISOString(),
      data,
      metadata: { commandId: eventId, correlationId: eventId },
    })
    frontier.add(line)
    pending += position < size ? `${line},\n` : `${line}\n`
    if (pending.length > PIECE) {
      writeSync(file, pending)
      pending = ''
    }
    return eventId
  }

  const random = randomFrom(1)
  const one = <T>(list: readonly T[]): T => list[pick(random, list.length)] as T
  const dayOf = (back: number) => new Date(clock - back * DAY).toISOString().slice(0, 10)
  const opened: string[] = []
  let undone: { accountId: string; eventId: string; amount: number } | undefined
  const open = () => {
    const accountId = uuidOf(`big account ${opened.length}`)
    const data = { name: `Account ${opened.length + 1}`, currency: 'EUR', exponent: 2, overdraftLimit: null }
    record(`account-${accountId}`, 'AccountOpened', { ...data, openedOn: dayOf(0) }, step)
    opened.push(accountId)
  }
  const transfer = (amount: number) => {
    const transferId = uuidOf(`big transfer ${position}`)
    const [fromAccountId, toAccountId] = [one(opened.slice(0, -1)), opened.at(-1) ?? '']
    const both = { amount, effectiveOn: dayOf(0) }
    const stream = `transfer-${transferId}`
    record(stream, 'TransferInitiated', { ...both, fromAccountId, toAccountId, toAmount: amount }, step)
    record(`account-${fromAccountId}`, 'TransferSent', { ...both, transferId, toAccountId }, 5)
    record(`account-${toAccountId}`, 'TransferReceived', { ...both, transferId, fromAccountId }, 5)
    record(stream, 'TransferCompleted', {}, 5)
  }
  while (position < size) {
    // All accounts are there after a tenth of the time.
    if (opened.length < 2 || (opened.length < accounts && position * accounts * 10 > opened.length * size)) open()
    else {
      const chance = random()
      const amount = 1 + pick(random, 200_000)
      const accountId = one(opened)
      if (chance < 0.02 && position + 4 <= size) transfer(amount)
      else if (chance < 0.03 && undone) {
        const { eventId: entryId, ...of } = undone
        record(`account-${of.accountId}`, 'EntryReversed', { entryId, amount: of.amount, effectiveOn: dayOf(0) }, step)
        undone = undefined
      } else {
        const effectiveOn = dayOf(random() < 0.1 ? pick(random, 60) - 5 : 0)
        const words = { payee: one(PAYEES), memo: `Invoice ${pick(random, 90_000)}`, category: one(CATEGORIES) }
        const type = random() < 0.5 ? 'Deposited' : 'Withdrawn'
        const eventId = record(`account-${accountId}`, type, { amount, effectiveOn, ...words }, step)
        undone = { accountId, eventId, amount }
      }
    }
  }
  writeSync(file, `${pending}]}\n`)
  const root = frontier.root()
  // The first line was written before the root was known; it is as long as the last.
  writeSync(file, header(root), 0)
  closeSync(file)
  return root
}
