/**
 * A column of whole numbers in as few bytes as they need: their distances from the least of them, in units of what divides
 * them all. Times of a page of events take 4 bytes instead of 8, accounts 2 instead of 4, what is all the same none.
 */

type Column = Float64Array | Uint32Array | Int32Array | Uint8Array

/** Bytes of an element, by the first number of a packed column's header; 0: all are the same. */
const WIDTHS = [0, 1, 2, 4, 8] as const
/** Of three doubles: which width, the least number, the unit. */
const HEADER_BYTES = 24
const ALIGNMENT = 8

/** Each number is a safe integer. The bytes are in this machine's order, and their number is a multiple of 8. */
export function packColumn(column: Column): Uint8Array {
  const [least, most] = boundsOf(column)
  const unit = most - least > 0xffff ? unitOf(column, least) : 1
  const steps = (most - least) / unit
  const kind = steps === 0 ? 0 : steps <= 0xff ? 1 : steps <= 0xffff ? 2 : steps <= 0xffff_ffff ? 3 : 4
  const length = HEADER_BYTES + aligned(column.length * WIDTHS[kind])
  const bytes = new Uint8Array(length)
  new Float64Array(bytes.buffer, 0, 3).set([kind, least, unit])
  arrayOf(kind, bytes.buffer, HEADER_BYTES, column.length)?.set(stepsOf(column, unit, least))
  return bytes
}

/**
 * Writes the `count` numbers of the packed column at `at`, `shift` added to each, into `column` from `from` on; gives
 * where it ends.
 * @throws RangeError where no column of that many stands there.
 */
export function unpackColumn(
  bytes: Uint8Array,
  at: number,
  column: Column,
  from: number,
  count: number,
  shift = 0,
): number {
  const start = bytes.byteOffset + at
  const [kind, least, unit] = new Float64Array(bytes.buffer, start, 3) as unknown as [number, number, number]
  const width = WIDTHS[kind]
  const end = at + HEADER_BYTES + aligned(count * (width ?? 0))
  if (width === undefined || end > bytes.length) throw new RangeError(`No column of ${count} numbers stands at ${at}`)
  const packed = arrayOf(kind, bytes.buffer as ArrayBuffer, start + HEADER_BYTES, count)
  if (!packed) column.fill(least + shift, from, from + count)
  else column.set(scaled(packed, unit, least + shift), from)
  return end
}

function stepsOf(column: Column, unit: number, least: number): Float64Array {
  const numbers = doublesOf(column)
  for (let index = 0; index < numbers.length; index++) numbers[index] = ((numbers[index] as number) - least) / unit
  return numbers
}

/** By way of doubles, so that the only loop of ours is over one kind of array; the browser converts before and after. */
function scaled(packed: Column, unit: number, least: number): Float64Array {
  const numbers = doublesOf(packed)
  for (let index = 0; index < numbers.length; index++) numbers[index] = least + (numbers[index] as number) * unit
  return numbers
}

/** Used again and again: new memory costs more than what is done in it. */
let scratch = new Float64Array(0)

/** A copy that is good until the next is asked for. */
function doublesOf(column: Column): Float64Array {
  if (scratch.length < column.length) scratch = new Float64Array(column.length)
  const numbers = scratch.subarray(0, column.length)
  numbers.set(column)
  return numbers
}

function boundsOf(column: Column): readonly [least: number, most: number] {
  let least = column[0] ?? 0
  let most = least
  for (let index = 1; index < column.length; index++) {
    const value = column[index] as number
    if (value < least) least = value
    else if (value > most) most = value
  }
  return [least, most]
}

/** The greatest number that divides every distance from the least. */
function unitOf(column: Column, least: number): number {
  let unit = 0
  for (let index = 0; index < column.length && unit !== 1; index++) {
    let rest = (column[index] as number) - least
    while (rest !== 0) [unit, rest] = [rest, unit % rest]
  }
  return unit || 1
}

function arrayOf(kind: number, buffer: ArrayBuffer, at: number, count: number): Column | undefined {
  switch (WIDTHS[kind]) {
    case 1:
      return new Uint8Array(buffer, at, count)
    case 2:
      return new Uint16Array(buffer, at, count) as unknown as Column
    case 4:
      return new Uint32Array(buffer, at, count)
    case 8:
      return new Float64Array(buffer, at, count)
    default:
      return undefined
  }
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}
