/** Whether two events say the same, wherever and whenever each was recorded: what keeps a merge from adding twice. */
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../../event-log/canonical-json'
import type { JsonObject, RecordedEvent } from '../../event-log/recorded-event'
import { UuidSet } from '../../event-log/uuid-set'

/** Half a SHA-256: no accident makes two of them equal. */
const DIGEST_BYTES = 16

/** An event without what a merge gives anew: position, revision, `recordedAt`, `metadata.importedFrom`. */
function contentOf(event: RecordedEvent): JsonObject {
  const { globalPosition: _, streamRevision: _revision, recordedAt: _recordedAt, metadata, ...rest } = event
  const { importedFrom: _importedFrom, ...kept } = metadata
  return { ...rest, metadata: kept }
}

function digestOf(event: RecordedEvent): Uint8Array {
  return sha256(utf8ToBytes(canonicalJson(contentOf(event)))).subarray(0, DIGEST_BYTES)
}

/** Events by id, with a digest of their content: about 42 bytes an event. */
export class KnownEvents {
  private readonly ids = new UuidSet()
  private digests = new Uint8Array(DIGEST_BYTES * 1024)

  add(event: RecordedEvent): void {
    const at = this.ids.size * DIGEST_BYTES
    if (!this.ids.add(event.eventId))
      throw new Error(`${event.eventId} is recorded twice in this ledger. Verify the ledger.`)
    if (at >= this.digests.length) {
      const larger = new Uint8Array(this.digests.length * 2)
      larger.set(this.digests)
      this.digests = larger
    }
    this.digests.set(digestOf(event), at)
  }

  compare(event: RecordedEvent): 'unknown' | 'same' | 'other' {
    const ordinal = this.ids.ordinalOf(event.eventId)
    if (ordinal < 0) return 'unknown'
    const at = ordinal * DIGEST_BYTES
    return digestOf(event).every((byte, index) => byte === this.digests[at + index]) ? 'same' : 'other'
  }
}
