/** What the screens say of an error: by its code and facts in the reader's language, else in its own words. */
import { failureMessages } from '../locales/en/failures'

export interface Failure {
  readonly name: string
  readonly code: string
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Of any error: ours carry code and facts; for others the message is the best there is. */
export function describeError(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', code: 'unknown', message: String(error), facts: {} }
  const { message, name: _name, stack: _stack, cause: _cause, ...fields } = error as Error & Record<string, unknown>
  const code = typeof fields.code === 'string' ? fields.code : 'unknown'
  const facts = typeof fields.facts === 'object' && fields.facts !== null ? { ...fields, ...fields.facts } : fields
  const { name } = error
  return { name, code, message: failureMessages.error(name, code, facts) ?? (error.message || message), facts }
}
