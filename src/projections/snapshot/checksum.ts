/**
 * Tells whether bytes are still those that were written: 64 bits from two chains of multiplications, as fast as the bytes
 * are read. Each step can be undone, so any one changed word changes the sum. It is no proof against intent: a snapshot
 * can be made anew from the log at any time, which has its own seal.
 */

/** Odd, so that multiplying by them loses nothing (xxHash's primes). */
const PRIME_1 = 0x9e3779b1
const PRIME_2 = 0x85ebca77

/** 16 hexadecimal digits. `bytes` must begin at a multiple of four of their buffer. */
export function checksum(bytes: Uint8Array): string {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2)
  let a = bytes.length
  let b = ~bytes.length
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as number
    a = Math.imul(a ^ word, PRIME_1)
    a ^= a >>> 15
    b = Math.imul((b + word) | 0, PRIME_2)
    b ^= b >>> 13
  }
  for (let index = words.length * 4; index < bytes.length; index++) {
    a = Math.imul(a ^ (bytes[index] as number), PRIME_1)
    b = Math.imul((b + (bytes[index] as number)) | 0, PRIME_2)
  }
  return hex32(a ^ (a >>> 16)) + hex32(b ^ (b >>> 16))
}

function hex32(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
