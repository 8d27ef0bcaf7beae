/**
 * The keys of other browsers that files were imported with before, by their fingerprints: what is signed by one of them
 * comes from where the earlier file came from. Kept in localStorage; to lose it makes a known key a new one.
 *
 * [SG1] A key is known once a file that it signed was imported, and not for having been looked at.
 * [SG2] What stands in localStorage and is no such list is none.
 */
const KEY = 'hindsight.known-keys'
const FINGERPRINT = /^[0-9a-f]{16}$/

type Kept = Pick<Storage, 'getItem' | 'setItem'>

/** When a file signed by the key was first imported, milliseconds since 1970; undefined for a key that is new here. */
export function knownSince(fingerprint: string, kept: Kept = localStorage): number | undefined {
  return read(kept).get(fingerprint)
}

/** A file that the key signed was imported. */
export function noteKey(fingerprint: string, now: number = Date.now(), kept: Kept = localStorage): void {
  const known = read(kept)
  if (!FINGERPRINT.test(fingerprint) || known.has(fingerprint)) return
  try {
    kept.setItem(KEY, JSON.stringify(Object.fromEntries(known.set(fingerprint, now))))
  } catch {
    // Where nothing can be kept, the key is new the next time too.
  }
}

function read(kept: Kept): Map<string, number> {
  try {
    const value: unknown = JSON.parse(kept.getItem(KEY) ?? '{}')
    if (typeof value !== 'object' || value === null) return new Map()
    return new Map(
      Object.entries(value).filter(([fingerprint, since]) => FINGERPRINT.test(fingerprint) && isInstant(since)),
    )
  } catch {
    return new Map()
  }
}

function isInstant(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 8.64e15
}
