/** UUID version 7 (RFC 9562, section 5.7): ids that sort by the time they were made, so that keys are written in order. */

/** A source of time: milliseconds since 1970-01-01T00:00Z. */
export type MillisClock = () => number
/** Fills the bytes with random ones and returns them. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array

const MAX_COUNTER = 0xfff
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A UUID in the form the log keeps: 36 characters, lower case, any version. */
export function isUuidText(text: string): boolean {
  return UUID.test(text)
}

/**
 * A generator of UUIDv7s that rise strictly, also within a millisecond and when the clock goes back
 * (RFC 9562, section 6.2, method 1: `rand_a` is a counter with a random start in its lower half).
 */
export function makeUuidV7(
  clock: MillisClock = Date.now,
  random: RandomBytes = (bytes) => crypto.getRandomValues(bytes),
): () => string {
  let last = -1
  let counter = 0
  return () => {
    const bytes = random(new Uint8Array(16))
    const now = Math.floor(clock())
    if (now > last) {
      last = now
      counter = (((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x7ff
    } else if (++counter > MAX_COUNTER) {
      // The counter is spent: borrow the next millisecond.
      last++
      counter = 0
    }
    for (let index = 0, shift = 2 ** 40; index < 6; index++, shift /= 256) bytes[index] = Math.floor(last / shift) % 256
    bytes[6] = 0x70 | (counter >> 8)
    bytes[7] = counter & 0xff
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
    return formatUuid(bytes)
  }
}

/** The page's own generator. */
export const uuidV7 = makeUuidV7()

/** 16 bytes as `8-4-4-4-12` lower-case hex digits. */
export function formatUuid(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < 16; index++) {
    if (index === 4 || index === 6 || index === 8 || index === 10) text += '-'
    text += (bytes[index] ?? 0).toString(16).padStart(2, '0')
  }
  return text
}
