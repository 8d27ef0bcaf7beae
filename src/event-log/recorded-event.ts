/**
 * The recorded event: one immutable fact of the log, as LOG-FORMAT ("A recorded event") fixes it.
 * This room knows nothing of banking: `data` is any JSON object.
 */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

export interface RecordedEvent<Type extends string = string, Data = JsonObject> {
  /** 1 for the log's first event, then without a gap. */
  readonly globalPosition: number
  /** `<category>-<uuid>`. */
  readonly streamId: string
  /** 1 for the stream's first event, then without a gap. */
  readonly streamRevision: number
  /** UUID, lower case, unique in the log. */
  readonly eventId: string
  readonly type: Type
  /** Version of `data`, from 1. */
  readonly schemaVersion: number
  /** UTC instant `YYYY-MM-DDTHH:mm:ss.sssZ`; never falls from one position to the next. */
  readonly recordedAt: string
  readonly data: Data
  readonly metadata: JsonObject
}

/** An event that has been decided but not yet recorded: the log adds position, revision and `recordedAt`. */
export interface NewEvent<Type extends string = string, Data = JsonObject> {
  readonly streamId: string
  readonly eventId: string
  readonly type: Type
  readonly schemaVersion: number
  readonly data: Data
  readonly metadata: JsonObject
}
