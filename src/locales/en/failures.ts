/**
 * Words for what comes from below: errors and conflicts, by their stable codes and facts. In English each says itself
 * what is wrong and what to do, and so does, in English, whatever another language has no words for.
 */
import { spoken } from '../spoken'

export interface FailureFacts {
  readonly [fact: string]: unknown
}

export const failureMessages = spoken('failures', {
  /** undefined: the error's own message stands. */
  error: (_name: string, _code: string, _facts: FailureFacts): string | undefined => undefined,
  /** An event of a file that stands in the way of a merge. */
  conflict: (_position: string, _reason: string): string | undefined => undefined,
})
