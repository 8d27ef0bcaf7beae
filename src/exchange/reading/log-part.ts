/** What reading a log file takes and gives. */
import type { JsonObject } from '../../event-log/recorded-event'
import type { ScannedLines } from '../../event-log/scanning/scanned-lines'
import type { FilePlace } from '../log-format-error'
import type { LogHeader } from './log-header'

export interface ReadOptions {
  /** Whose entries a version 0 file holds; other files do not need it. */
  readonly account?: { readonly name: string; readonly currency: string } | undefined
  readonly signal?: AbortSignal | undefined
  /** Events that stand in their canonical form, one a line, come as `lines`, without an object for each. */
  readonly scanLines?: boolean | undefined
}

export interface ReadEvent {
  /** Some JSON object; its fields are not checked yet. */
  readonly event: JsonObject
  /** Its canonical form, without a line break. */
  readonly canonical: string
  readonly place: FilePlace
}

export type LogPart =
  | { readonly kind: 'header'; readonly header: LogHeader }
  | { readonly kind: 'events'; readonly events: readonly ReadEvent[] }
  /** Only where asked for. They hold until the next part is asked for. */
  | { readonly kind: 'lines'; readonly lines: ScannedLines }
  /** The file is at its end; now the header is complete, wherever its keys stood. */
  | { readonly kind: 'end'; readonly header: LogHeader }
