/** What the ledger must show, by the plainest means: the file read line by line, and added up or looked through. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Answer, SpokenEntries } from './spoken-entries'

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

export interface LogFile {
  readonly path: string
  readonly judge: Judge
}

export interface JudgeMoment {
  readonly position?: number
  readonly recordedAt?: string
  readonly effectiveOn?: string
}

interface Header {
  readonly rootHash?: string
  readonly size: number
}

interface Columns {
  /** Of each entry: on which date it is effective, */
  readonly dates: string[]
  /** when it was recorded, */
  readonly instants: string[]
  readonly positions: number[]
  /** the account's place in opening order, */
  readonly accounts: number[]
  /** and by how much it changes the balance. */
  readonly effects: number[]
}

/** The file's entries in columns. */
export class Judge {
  /** Some of the words that entries say, as somebody types them: their beginnings too. */
  readonly searches: readonly string[]

  private constructor(
    private readonly header: Header,
    readonly accountIds: readonly string[],
    private readonly columns: Columns,
    private readonly spoken: SpokenEntries,
    words: ReadonlySet<string>,
  ) {
    const typed = [...words]
      .filter((word) => word !== '')
      .slice(0, SEARCHES)
      .flatMap((word) => [word.slice(0, 3), word])
    this.searches = [...typed, 'in no entry at all']
  }

  /** Of the header; undefined where the file is not sealed. */
  get rootHash(): string | undefined {
    return this.header.rootHash
  }

  get size(): number {
    return this.header.size
  }

  /** Dates on which entries are effective, one an entry. */
  get dates(): readonly string[] {
    return this.columns.dates
  }

  /** When entries were recorded, one an entry. */
  get instants(): readonly string[] {
    return this.columns.instants
  }

  static async of(path: string): Promise<Judge> {
    const numbers = new Map<string, number>()
    const signs = new Map<string, number>()
    const columns: Columns = { dates: [], instants: [], positions: [], accounts: [], effects: [] }
    const spoken = new SpokenEntries()
    const words = new Set<string>()
    let header: Header | undefined
    // Dates and instants come again and again: one string of each is enough.
    const known = new Map<string, string>()
    const one = (text: string) => {
      if (!known.has(text)) known.set(text, text)
      return known.get(text) as string
    }
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (!header) {
        header = JSON.parse(`${line}]}`) as Header
        continue
      }
      if (line.startsWith(']')) break
      const event = JSON.parse(line.replace(/,$/, ''))
      const { globalPosition, streamId, type, eventId, recordedAt, data } = event
      if (type === 'AccountOpened') numbers.set(streamId, numbers.size)
      const sign = type === 'EntryReversed' ? -(signs.get(data.entryId) ?? 0) : SIGNS[type]
      spoken.take(event, sign === undefined ? undefined : sign * data.amount)
      if (sign === undefined) continue
      signs.set(eventId, sign)
      if (columns.dates.length % EVERY === 0) words.add(data.payee || data.memo || data.category || '')
      columns.dates.push(one(data.effectiveOn))
      columns.instants.push(one(recordedAt))
      columns.positions.push(globalPosition)
      columns.accounts.push(numbers.get(streamId) ?? -1)
      columns.effects.push(sign * data.amount)
    }
    if (!header) throw new Error(`${path} is empty.`)
    const accountIds = [...numbers.keys()].map((streamId) => streamId.replace('account-', ''))
    return new Judge(header, accountIds, columns, spoken, words)
  }

  /** SHA-256 of the balances at a moment, as lines `accountId minor`, in opening order. */
  digestAt({ position = Number.POSITIVE_INFINITY, recordedAt, effectiveOn }: JudgeMoment): string {
    const { dates, instants, positions, accounts, effects } = this.columns
    const balances = new Float64Array(this.accountIds.length)
    for (let i = 0; i < positions.length; i++) {
      if ((positions[i] as number) > position) break
      if (recordedAt !== undefined && (instants[i] as string) > recordedAt) break
      if (effectiveOn !== undefined && (dates[i] as string) > effectiveOn) continue
      const account = accounts[i] as number
      balances[account] = (balances[account] as number) + (effects[i] as number)
    }
    const hash = createHash('sha256')
    hash.update(this.accountIds.map((id, i) => `${id} ${balances[i]}\n`).join(''))
    return hash.digest('hex')
  }

  /** What a search after everything that is recorded must find. */
  find(text: string, limit: number): Answer {
    return this.spoken.find(text, limit)
  }
}
