/** Why a file is not taken, or not taken over (LOG-FORMAT, "Import"): what is wrong, where, and what to do about it. */

export const LOG_FORMAT_CODES = [
  'not-json',
  'not-utf8',
  'bad-gzip',
  'not-this-format',
  'newer-version',
  'too-large',
  'position-gap',
  'revision-gap',
  'repeated-event-id',
  'time-falls',
  'bad-field',
  'bad-amount',
  'bad-date',
  'bad-text',
  'account-not-opened',
  'invariant',
  'size-mismatch',
  'root-mismatch',
  'account-needed',
] as const

export type LogFormatCode = (typeof LOG_FORMAT_CODES)[number]

/** Where in a file. All counted from 1, but `byteOffset` from 0. */
export interface FilePlace {
  readonly line?: number | undefined
  /** Which event of the file. */
  readonly position?: number | undefined
  /** Which field: `data.amount`, `rootHash`. */
  readonly path?: string | undefined
  /** In the unpacked file. */
  readonly byteOffset?: number | undefined
}

/** The file is not a sound log. Its ledger is as it was. */
export class LogFormatError extends Error {
  override readonly name = 'LogFormatError'
  readonly line?: number
  readonly position?: number
  readonly path?: string
  readonly byteOffset?: number

  /** `problem` and `advice` are sentences for people; the message puts the place between them. */
  constructor(
    readonly code: LogFormatCode,
    /** The message's middle: what is wrong, without place and advice. */
    readonly problem: string,
    place: FilePlace = {},
    advice = ADVICE[code],
  ) {
    super([placeInWords(place), problem, advice].filter((part) => part !== '').join(' '))
    if (place.line !== undefined) this.line = place.line
    if (place.position !== undefined) this.position = place.position
    if (place.path !== undefined) this.path = place.path
    if (place.byteOffset !== undefined) this.byteOffset = place.byteOffset
  }
}

/** `Event 12, line 13:`, so that people find the place in an editor. */
function placeInWords({ line, position, byteOffset }: FilePlace): string {
  const parts: string[] = []
  if (position !== undefined) parts.push(`event ${position}`)
  if (line !== undefined) parts.push(`line ${line}`)
  if (byteOffset !== undefined) parts.push(`byte ${byteOffset}`)
  const words = parts.join(', ')
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}:`
}

const DAMAGED = 'The file is damaged or was edited; export it again or take an older copy.'
const WRITTEN_WRONG = 'Have the program that wrote the file correct it, or take another copy.'

/** What to do, where the place of the fault has nothing better to say. */
const ADVICE: Readonly<Record<LogFormatCode, string>> = {
  'not-json': 'The file is cut short, damaged or of another kind; export it again or choose another file.',
  'not-utf8': 'Save the file as UTF-8, or export it again.',
  'bad-gzip': 'The download may be incomplete; fetch or export the file again.',
  'not-this-format': 'Choose a file that was made with “Export log”.',
  'newer-version': 'The file was made by a newer version; update Hindsight and import it again.',
  'too-large': WRITTEN_WRONG,
  'position-gap': DAMAGED,
  'revision-gap': DAMAGED,
  'repeated-event-id': DAMAGED,
  'time-falls': DAMAGED,
  'bad-field': WRITTEN_WRONG,
  'bad-amount': 'Amounts are whole numbers of minor units above 0.',
  'bad-date': 'Dates are written YYYY-MM-DD and instants YYYY-MM-DDTHH:mm:ss.sssZ, and must exist in the calendar.',
  'bad-text': 'Have the text corrected where it was written.',
  'account-not-opened': DAMAGED,
  invariant: DAMAGED,
  'size-mismatch': 'The file was cut or edited after its export; export it again or take an older copy.',
  'root-mismatch': 'The events are not those that were sealed; export the log again or take an older copy.',
  'account-needed': 'Give a name and a currency for the account that its entries belong to.',
}

export type ImportRefusedCode = 'diverged' | 'conflicting-event' | 'busy'

/** One event that stands in the way of a merge. */
export interface ImportConflict {
  readonly eventId: string
  /** Where it stands in the file. */
  readonly position: number
  /** What a merge would break: `other-content`, or the code that an import would refuse its result with. */
  readonly reason: 'other-content' | LogFormatCode
  readonly message: string
}

/** At most that many conflicts are listed; the message tells their number. */
export const MAX_LISTED_CONFLICTS = 100

/** The file is sound, but it does not fit this ledger. The ledger is as it was. */
export class ImportRefusedError extends Error {
  override readonly name = 'ImportRefusedError'
  /** `diverged`: so many events at the beginning are the same. */
  readonly commonPosition?: number
  /** `diverged`: so many follow here, and so many in the file. */
  readonly ledgerBeyond?: number
  readonly fileBeyond?: number
  readonly conflicts?: readonly ImportConflict[]

  private constructor(
    readonly code: ImportRefusedCode,
    message: string,
  ) {
    super(message)
  }

  static diverged(commonPosition: number, ledgerBeyond: number, fileBeyond: number): ImportRefusedError {
    const same =
      commonPosition === 0
        ? 'The file and this ledger have no beginning in common'
        : `The file and this ledger are the same up to event ${commonPosition}`
    const error = new ImportRefusedError(
      'diverged',
      `${same}; then ${ledgerBeyond} events follow here and ${fileBeyond} other ones in the file. Merge it, which adds the events that are unknown here at the end, or import it into a new ledger.`,
    )
    return Object.assign(error, { commonPosition, ledgerBeyond, fileBeyond })
  }

  static conflictingEvent(conflicts: readonly ImportConflict[], total: number): ImportRefusedError {
    const first = conflicts[0]?.message ?? ''
    const others = total > 1 ? ` (and ${total - 1} more)` : ''
    const error = new ImportRefusedError(
      'conflicting-event',
      `The file cannot be merged: ${first}${others} Import it into a new ledger instead.`,
    )
    return Object.assign(error, { conflicts })
  }

  /** The ledger's head never stood still long enough to commit. */
  static keptMoving(): ImportRefusedError {
    return new ImportRefusedError(
      'busy',
      'The ledger kept changing while the file was judged. Let other tabs finish and import again.',
    )
  }

  static busy(): ImportRefusedError {
    return new ImportRefusedError(
      'busy',
      'Another import is running. Wait until it has ended, or cancel it, and try again.',
    )
  }
}

/** What a cancelled import, export or check rejects with, whatever reason the signal carries. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('Cancelled; nothing was changed.', 'AbortError')
}
