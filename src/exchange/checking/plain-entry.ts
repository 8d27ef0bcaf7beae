/**
 * The data of a deposit or a withdrawal read from a scanned line: nine of ten events of a ledger are such. It takes only
 * what event-schema.ts finds no fault with; anything else is for the schema, which says what is wrong.
 */
import { dayInBytes, millisInBytes } from '../../domain/calendar-in-bytes'
import { newestVersion } from '../../domain/upcasters'
import { bytesOf, QUOTE, REFUSED, readCount, skipLiteral } from '../../event-log/scanning/canonical-scan'
import { eachMember, type ScannedLines } from '../../event-log/scanning/scanned-lines'

const ACCOUNT = bytesOf('account-')
const DEPOSITED = bytesOf('Deposited')
const WITHDRAWN = bytesOf('Withdrawn')
const DEPOSITED_VERSION = newestVersion('Deposited')
const WITHDRAWN_VERSION = newestVersion('Withdrawn')
const AMOUNT = bytesOf('amount"')
const EFFECTIVE_ON = bytesOf('effectiveOn"')
const WORDS = ['category"', 'externalId"', 'memo"', 'payee"'].map(bytesOf)
const NO_IDS = new Uint32Array(0)
const DATE_LENGTH = 10
const INSTANT_LENGTH = 24

/** One at a time: the fields are those of the entry that was read last. */
export class PlainEntry {
  type: 'Deposited' | 'Withdrawn' = 'Deposited'
  /** Minor units, above 0. */
  amount = 0
  /** Days since 1970 of the value date. */
  day = 0
  /** Milliseconds since 1970. */
  recordedAt = 0
  globalPosition = 0
  streamRevision = 0
  /** Four words an id, those of this entry from `eventIdAt` and `accountIdAt` on. */
  eventIds = NO_IDS
  eventIdAt = 0
  accountIds = NO_IDS
  accountIdAt = 0

  /** false, and nothing to be read, where the line is not plainly an entry without fault. */
  read(lines: ScannedLines, index: number): boolean {
    const isDeposit = lines.isType(index, DEPOSITED)
    if (!isDeposit && !lines.isType(index, WITHDRAWN)) return false
    const version = isDeposit ? DEPOSITED_VERSION : WITHDRAWN_VERSION
    if (lines.schemaVersion[index] !== version || !lines.isCategory(index, ACCOUNT)) return false
    const { bytes } = lines
    const instant = lines.recordedAt[index] as number
    this.recordedAt = bytes[instant + INSTANT_LENGTH] === QUOTE ? millisInBytes(bytes, instant) : Number.NaN
    this.type = isDeposit ? 'Deposited' : 'Withdrawn'
    this.amount = 0
    this.day = Number.NaN
    this.globalPosition = lines.globalPosition[index] as number
    this.streamRevision = lines.streamRevision[index] as number
    this.eventIds = lines.eventId
    this.accountIds = lines.streamWords
    this.eventIdAt = 4 * index
    this.accountIdAt = 4 * index
    const isSound = eachMember(bytes, lines.data[index] as number, this.#member)
    return isSound && this.amount > 0 && !Number.isNaN(this.day) && !Number.isNaN(this.recordedAt)
  }

  /** The effect on the account, minor units. */
  get effect(): number {
    return this.type === 'Deposited' ? this.amount : -this.amount
  }

  readonly #member = (bytes: Uint8Array, key: number, _: number, value: number): boolean => {
    if (skipLiteral(bytes, key, AMOUNT) !== REFUSED) {
      this.amount = readCount(bytes, value)
      return true
    }
    if (skipLiteral(bytes, key, EFFECTIVE_ON) !== REFUSED) {
      if (bytes[value] !== QUOTE || bytes[value + 1 + DATE_LENGTH] !== QUOTE) return false
      this.day = dayInBytes(bytes, value + 1)
      return true
    }
    return bytes[value] === QUOTE || !WORDS.some((word) => skipLiteral(bytes, key, word) !== REFUSED)
  }
}
