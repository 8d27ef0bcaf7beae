/** Errors a caller of the application sees (CONSOLE-API, "Errors"): stable name and code, facts as fields. */
import type { Rejection, RejectionCode } from '../domain/rejections'

/** A command that was refused. Nothing was recorded. */
export class CommandRejected extends Error {
  override readonly name = 'CommandRejected'
  readonly code: RejectionCode
  readonly facts: Rejection['facts']
  constructor(rejection: Rejection) {
    super(rejection.message)
    this.code = rejection.code
    this.facts = rejection.facts
    // The facts are fields too, so that a script can write `error.available`.
    for (const [key, value] of Object.entries(rejection.facts)) {
      if (!(key in this)) Object.defineProperty(this, key, { value, enumerable: true })
    }
  }
}

/** The stream is at another revision than the caller expected (optimistic concurrency). Nothing was recorded. */
export class WrongExpectedRevisionError extends Error {
  override readonly name = 'WrongExpectedRevisionError'
  readonly code = 'wrong-expected-revision'
  constructor(
    readonly streamId: string,
    readonly expectedRevision: number,
    readonly actualRevision: number,
  ) {
    super(
      `${streamId} is at revision ${actualRevision}, not ${expectedRevision}: it changed since you read it. Look at it again, then repeat the command.`,
    )
  }
}
