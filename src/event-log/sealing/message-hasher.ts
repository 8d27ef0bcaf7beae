/**
 * SHA-256 of many short messages at once: they are put behind one another, and hashed together when all are there.
 * Four at a time in WebAssembly where the browser lets it run, else one by one.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { sha256Module } from './sha256-module'

export const HASH_BYTES = 32
const BLOCK = 64
const LANES = 4
/** Behind the message: a 1 bit, and its length in bits as a 64-bit number. */
const PADDING = 9
const MEMORY = 32 * 65_536
/** The states lie below; idle lanes read what is there. */
const ARENA = 1024
const IDLE = -1

const fractionBits = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32) >>> 0

/** Fractional parts of the cube roots of the first 64 primes (4.2.2), of the square roots of the first 8 (5.3.3). */
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: Math.floor(Math.sqrt(n)) - 1 }, (_, i) => i + 2).some((i) => n % i === 0),
)
const K = PRIMES.map((prime) => fractionBits(Math.cbrt(prime)))
const START = PRIMES.slice(0, 8).map((prime) => fractionBits(Math.sqrt(prime)))

type Compress = (p0: number, p1: number, p2: number, p3: number) => void

export class MessageHasher {
  /** Messages that `hash` has yet to answer for. */
  count = 0
  readonly #memory: Uint8Array
  readonly #states: Uint32Array
  readonly #compress: Compress | undefined
  #starts = new Int32Array(1024)
  #lengths = new Int32Array(1024)
  #end = ARENA

  /** @param plain without WebAssembly, as where a page's policy forbids it. */
  constructor(plain = false) {
    const lanes = plain ? undefined : instantiate()
    const buffer = lanes?.memory ?? new ArrayBuffer(MEMORY)
    this.#compress = lanes?.compress
    this.#memory = new Uint8Array(buffer)
    this.#states = new Uint32Array(buffer, 0, 8 * LANES)
  }

  /** Whether four messages are hashed at a time. */
  get inLanes(): boolean {
    return this.#compress !== undefined
  }

  /** Whether a message of so many bytes can still be added; an empty hasher takes one of almost 2 MiB. */
  hasRoom(length: number): boolean {
    return this.#end + paddedLength(length) <= MEMORY
  }

  /**
   * Adds a message: a byte that says its kind, then the parts of `bytes` from `start` to `end`.
   * @throws RangeError without room.
   */
  add(kind: number, bytes: Uint8Array, start = 0, end = bytes.length): void {
    const length = 1 + end - start
    if (!this.hasRoom(length)) throw new RangeError(`There is no room for a message of ${length} bytes.`)
    if (this.count === this.#starts.length) {
      this.#starts = doubled(this.#starts)
      this.#lengths = doubled(this.#lengths)
    }
    const at = this.#end
    const memory = this.#memory
    this.#starts[this.count] = at
    this.#lengths[this.count++] = length
    memory[at] = kind
    memory.set(start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end), at + 1)
    this.#end = at + paddedLength(length)
    this.#pad(at + length, length)
  }

  /** The hashes of all that was added, 32 bytes each, in their order; empties the hasher. */
  hash(into: Uint8Array = new Uint8Array(this.count * HASH_BYTES)): Uint8Array {
    if (this.#compress) this.#hashInLanes(this.#compress, into)
    else
      for (let message = 0; message < this.count; message++) into.set(this.#hashPlainly(message), message * HASH_BYTES)
    this.count = 0
    this.#end = ARENA
    return into
  }

  #pad(from: number, length: number): void {
    const memory = this.#memory
    memory[from] = 0x80
    memory.fill(0, from + 1, this.#end - 4)
    const bits = length * 8
    for (let byte = 1; byte <= 4; byte++) memory[this.#end - byte] = bits >>> (8 * (byte - 1))
  }

  #hashPlainly(message: number): Uint8Array {
    const at = this.#starts[message] as number
    return sha256(this.#memory.subarray(at, at + (this.#lengths[message] as number)))
  }

  /** A lane that has finished its message takes the next one, so that lanes are idle only at the end. */
  #hashInLanes(compress: Compress, into: Uint8Array): void {
    const { count } = this
    const at = [ARENA, ARENA, ARENA, ARENA] as [number, number, number, number]
    const left = [0, 0, 0, 0] as [number, number, number, number]
    const message = [IDLE, IDLE, IDLE, IDLE] as [number, number, number, number]
    let next = 0
    let active = 0
    for (let lane = 0; lane < LANES && next < count; lane++, active++) this.#begin(lane, next++, at, left, message)
    while (active > 0) {
      compress(at[0], at[1], at[2], at[3])
      for (let lane = 0; lane < LANES; lane++) {
        if (message[lane] === IDLE) continue
        if (--(left[lane] as number) > 0) {
          at[lane] = (at[lane] as number) + BLOCK
          continue
        }
        this.#finish(lane, into, (message[lane] as number) * HASH_BYTES)
        if (next < count) this.#begin(lane, next++, at, left, message)
        else {
          message[lane] = IDLE
          at[lane] = ARENA
          active--
        }
      }
    }
  }

  #begin(lane: number, next: number, at: number[], left: number[], message: number[]): void {
    at[lane] = this.#starts[next] as number
    left[lane] = paddedLength(this.#lengths[next] as number) / BLOCK
    message[lane] = next
    for (let word = 0; word < 8; word++) this.#states[word * LANES + lane] = START[word] as number
  }

  #finish(lane: number, into: Uint8Array, at: number): void {
    for (let word = 0; word < 8; word++) {
      const value = this.#states[word * LANES + lane] as number
      into[at + word * 4] = value >>> 24
      into[at + word * 4 + 1] = value >>> 16
      into[at + word * 4 + 2] = value >>> 8
      into[at + word * 4 + 3] = value
    }
  }
}

function paddedLength(length: number): number {
  return Math.ceil((length + PADDING) / BLOCK) * BLOCK
}

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}

let compiled: WebAssembly.Module | undefined

/** undefined where WebAssembly or its vectors are missing, or the page's policy forbids them. */
function instantiate(): { memory: ArrayBuffer; compress: Compress } | undefined {
  try {
    compiled ??= new WebAssembly.Module(sha256Module(K, MEMORY))
    const { memory, compress } = new WebAssembly.Instance(compiled).exports
    return { memory: (memory as WebAssembly.Memory).buffer, compress: compress as Compress }
  } catch {
    return undefined
  }
}
