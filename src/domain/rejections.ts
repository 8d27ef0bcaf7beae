/** Why a command was refused: a closed union in order of precedence (CONSOLE-API, "Errors"). */
export const REJECTION_CODES = [
  'command-id-reused',
  'invalid-command',
  'same-account',
  'account-not-found',
  'account-exists',
  // here: WrongExpectedRevisionError
  'account-closed',
  'account-not-empty',
  'currency-mismatch',
  'entry-not-found',
  'already-reversed',
  'amount-too-large',
  'insufficient-funds',
  'viewing-the-past',
] as const

export type RejectionCode = (typeof REJECTION_CODES)[number]

export interface Rejection {
  readonly code: RejectionCode
  /** For people: what is wrong and what to do. */
  readonly message: string
  /** The facts behind the message, such as `available` or `accountId`. Minor units where they are money. */
  readonly facts: Readonly<Record<string, string | number | null>>
}
