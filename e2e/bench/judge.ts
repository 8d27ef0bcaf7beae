/** What the ledger must show, by the plainest means: the file read line by line, and added up. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const SIGNS: Readonly<Record<string, number>> = {
  Deposited: 1,
  TransferReceived: 1,
  TransferReturned: 1,
  Withdrawn: -1,
  TransferSent: -1,
}

/** Entries from one word that is searched to the next, and how many are. */
const EVERY = 997
const SEARCHES = 6

export interface JudgeMoment {
  readonly position: number
  readonly effectiveOn?: string
}

/** The file's entries in columns. */
export class Judge {
  /** Of the header; undefined where the file is not sealed. */
  readonly rootHash: string | undefined
  readonly size: number
  readonly accountIds: readonly string[]
  /** Dates on which entries are effective, one an entry. */
  readonly dates: readonly string[]
  /** Some of the words that entries say, as somebody types them: their beginnings too. */
  readonly searches: readonly string[]
  readonly #positions: readonly number[]
  readonly #accounts: readonly number[]
  readonly #effects: readonly number[]

  private constructor(
    header: { rootHash?: string; size: number },
    accountIds: readonly string[],
    columns: { dates: string[]; positions: number[]; accounts: number[]; effects: number[] },
    words: ReadonlySet<string>,
  ) {
    this.rootHash = header.rootHash
    this.size = header.size
    this.accountIds = accountIds
    this.dates = columns.dates
    const typed = [...words]
      .filter((word) => word !== '')
      .slice(0, SEARCHES)
      .flatMap((word) => [word.slice(0, 3), word])
    this.searches = [...typed, 'in no entry at all']
    this.#positions = columns.positions
    this.#accounts = columns.accounts
    this.#effects = columns.effects
  }

  static async of(path: string): Promise<Judge> {
    const numbers = new Map<string, number>()
    const signs = new Map<string, number>()
    const columns = {
      dates: [] as string[],
      positions: [] as number[],
      accounts: [] as number[],
      effects: [] as number[],
    }
    const words = new Set<string>()
    let header: { rootHash?: string; size: number } | undefined
    // Dates come again and again: one string of each is enough.
    const known = new Map<string, string>()
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (!header) {
        header = JSON.parse(`${line}]}`)
        continue
      }
      if (line.startsWith(']')) break
      const { globalPosition, streamId, type, eventId, data } = JSON.parse(line.replace(/,$/, ''))
      if (type === 'AccountOpened') numbers.set(streamId, numbers.size)
      const sign = type === 'EntryReversed' ? -(signs.get(data.entryId) ?? 0) : SIGNS[type]
      if (sign === undefined) continue
      signs.set(eventId, sign)
      if (!known.has(data.effectiveOn)) known.set(data.effectiveOn, data.effectiveOn)
      if (columns.dates.length % EVERY === 0) words.add(data.payee || data.memo || data.category || '')
      columns.dates.push(known.get(data.effectiveOn) ?? '')
      columns.positions.push(globalPosition)
      columns.accounts.push(numbers.get(streamId) ?? -1)
      columns.effects.push(sign * data.amount)
    }
    if (!header) throw new Error(`${path} is empty.`)
    return new Judge(
      header,
      [...numbers.keys()].map((streamId) => streamId.replace('account-', '')),
      columns,
      words,
    )
  }

  /** SHA-256 of the balances at a moment, as lines `accountId minor`, in opening order. */
  digestAt({ position, effectiveOn }: JudgeMoment): string {
    const balances = new Float64Array(this.accountIds.length)
    for (const [i, at] of this.#positions.entries()) {
      if (at > position) break
      if (effectiveOn !== undefined && (this.dates[i] as string) > effectiveOn) continue
      const account = this.#accounts[i] as number
      balances[account] = (balances[account] as number) + (this.#effects[i] as number)
    }
    const hash = createHash('sha256')
    hash.update(this.accountIds.map((id, i) => `${id} ${balances[i]}\n`).join(''))
    return hash.digest('hex')
  }
}
