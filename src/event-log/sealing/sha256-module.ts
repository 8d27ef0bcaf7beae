/**
 * WebAssembly that compresses one block of four SHA-256 messages at a time (FIPS 180-4, section 6.2.2), a message a lane
 * of 128-bit vectors. It is written out here, instruction by instruction, rather than kept as a binary: so it can be read,
 * needs no tool to build and is nothing to fetch. Sealing a million events is mostly SHA-256; in four lanes it takes
 * about a tenth of the time that plain JavaScript takes.
 *
 * Memory: at 0 the states, word j of lane i at 16·j + 4·i; above that whatever the caller puts there.
 * `compress(p0, p1, p2, p3)` takes the addresses of four blocks of 64 bytes and brings the states up to them.
 */

/** Bytes of a WebAssembly page. */
const PAGE = 65_536
const V128 = 0x7b
const I32 = 0x7f

type Code = readonly number[]

const leb = (value: number): Code => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)])
const simd = (operation: number, ...immediate: number[]): Code => [0xfd, ...leb(operation), ...immediate]

const LOAD = (offset: number): Code => simd(0x00, 0, ...leb(offset))
const STORE = (offset: number): Code => simd(0x0b, 0, ...leb(offset))
const SHUFFLE = (lanes: readonly number[]): Code => simd(0x0d, ...lanes)
const BIT_SELECT = simd(0x52)
const XOR = simd(0x51)
const OR = simd(0x50)
const ADD = simd(0xae)
const SHIFT_LEFT = simd(0xab)
const SHIFT_RIGHT = simd(0xad)
/** 0 to 63: what one byte holds of a signed number. */
const number = (value: number): Code => [0x41, value]
const get = (local: number): Code => [0x20, ...leb(local)]
const set = (local: number): Code => [0x21, ...leb(local)]
const words = (lanes: readonly number[]): number[] =>
  lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => lane * 4 + byte))

/** The same word in all lanes. */
const constant = (word: number): Code => {
  const bytes = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255, word >>> 24]
  return simd(0x0c, ...bytes, ...bytes, ...bytes, ...bytes)
}

const rotated = (x: number, by: number): Code => [
  ...[...get(x), ...number(by), ...SHIFT_RIGHT],
  ...[...get(x), ...number(32 - by), ...SHIFT_LEFT, ...OR],
]
const shifted = (x: number, by: number): Code => [...get(x), ...number(by), ...SHIFT_RIGHT]
/** Σ and σ of section 4.1.2. */
const mixed = (x: number, first: number, second: number, last: Code): Code => [
  ...[...rotated(x, first), ...rotated(x, second), ...XOR],
  ...[...last, ...XOR],
]

// Locals: the four addresses, the eight working variables, the sixteen words of the schedule, and one in passing.
const VARIABLE = 4
const WORD = 12
const SPARE = 28

/** Sixteen words of each message, turned so that a local holds the same word of all four. */
function loadSchedule(): Code {
  const swap = SHUFFLE([3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12])
  const code: number[] = []
  for (let quarter = 0; quarter < 4; quarter++) {
    const w = (index: number) => WORD + quarter * 4 + index
    for (let lane = 0; lane < 4; lane++) {
      code.push(...get(lane), ...LOAD(quarter * 16), ...set(w(lane)))
      code.push(...get(w(lane)), ...get(w(lane)), ...swap, ...set(w(lane)))
    }
    const low = SHUFFLE(words([0, 4, 1, 5]))
    const high = SHUFFLE(words([2, 6, 3, 7]))
    const pair = (left: number, right: number, shuffle: Code): Code => [...get(left), ...get(right), ...shuffle]
    // Pairs of lanes are interleaved first, then the halves put together.
    code.push(...pair(w(0), w(1), low), ...set(SPARE), ...pair(w(0), w(1), high), ...set(w(1)))
    code.push(...pair(w(2), w(3), low), ...set(w(0)), ...pair(w(2), w(3), high), ...set(w(3)))
    const firsts = SHUFFLE(words([0, 1, 4, 5]))
    const lasts = SHUFFLE(words([2, 3, 6, 7]))
    code.push(...pair(w(1), w(3), firsts), ...set(w(2)), ...pair(w(1), w(3), lasts), ...set(w(3)))
    code.push(...pair(SPARE, w(0), lasts), ...set(w(1)), ...pair(SPARE, w(0), firsts), ...set(w(0)))
  }
  return code
}

/** The next word of the schedule, in place of the one sixteen rounds ago. */
function extendSchedule(round: number): Code {
  const w = (back: number) => WORD + ((round - back) & 15)
  const [older, newer] = [w(15), w(2)]
  return [
    ...[...get(w(16)), ...get(w(7)), ...ADD],
    ...[...mixed(older, 7, 18, shifted(older, 3)), ...ADD],
    ...[...mixed(newer, 17, 19, shifted(newer, 10)), ...ADD],
    ...set(w(16)),
  ]
}

/** Instead of moving the eight variables along, their names move. */
function round(index: number, k: number): Code {
  const [a, b, c, d, e, f, g, h] = Array.from({ length: 8 }, (_, name) => VARIABLE + ((name - index) & 7)) as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ]
  return [
    ...(index < 16 ? [] : extendSchedule(index)),
    ...[...get(h), ...constant(k), ...ADD, ...get(WORD + (index & 15)), ...ADD],
    ...[...mixed(e, 6, 11, rotated(e, 25)), ...ADD],
    ...[...get(f), ...get(g), ...get(e), ...BIT_SELECT, ...ADD, ...set(h)],
    ...[...get(d), ...get(h), ...ADD, ...set(d)],
    ...[...get(h), ...mixed(a, 2, 13, rotated(a, 22)), ...ADD],
    // The majority: where a and b differ, c decides.
    ...[...get(c), ...get(a), ...get(a), ...get(b), ...XOR, ...BIT_SELECT, ...ADD, ...set(h)],
  ]
}

function compress(k: readonly number[]): Code {
  const state = (word: number): Code => [...number(0), ...LOAD(word * 16)]
  const begin = Array.from({ length: 8 }, (_, word) => [...state(word), ...set(VARIABLE + word)])
  const end = Array.from({ length: 8 }, (_, word) => [
    ...number(0),
    ...[...state(word), ...get(VARIABLE + word), ...ADD],
    ...STORE(word * 16),
  ])
  return [...loadSchedule(), ...begin.flat(), ...k.flatMap((word, index) => round(index, word)), ...end.flat(), 0x0b]
}

const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content]
const name = (text: string): Code => [text.length, ...[...text].map((char) => char.charCodeAt(0))]

/**
 * The module's bytes: exports `memory` and `compress`.
 * @param k the 64 round constants, FIPS 180-4, section 4.2.2.
 * @param memoryBytes a multiple of 64 KiB.
 */
export function sha256Module(k: readonly number[], memoryBytes: number): Uint8Array<ArrayBuffer> {
  const locals = [1, SPARE - VARIABLE + 1, V128]
  const body = [...locals, ...compress(k)]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, I32, I32, I32, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...leb(memoryBytes / PAGE)]),
    ...section(7, [2, ...name('memory'), 2, 0, ...name('compress'), 0, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ])
}
