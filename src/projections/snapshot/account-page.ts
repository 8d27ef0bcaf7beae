/**
 * A page of accounts: what many share as columns of numbers, what is each one's own as text. It is read whole before
 * anything is shown, and rows of eight fields would take several times as long.
 */
import type { AccountTrack, GrowingTrack } from '../account-track'
import { IdColumn } from '../id-column'
import { packColumn, unpackColumn } from './packed-column'

/** The text behind the columns. */
type AccountTexts = readonly [
  ids: readonly string[],
  names: readonly string[],
  /** Currencies and dates, each once: columns say which. */
  shared: readonly string[],
  /** By place on the page, for those few that have any. */
  changes: readonly (readonly [place: number, changes: AccountTrack['changes']])[],
  /** The places of accounts without a limit. */
  unlimited: readonly number[],
]

/** Of a double: how many accounts. */
const HEADER_BYTES = 8
const ID_WORDS = 4
const NO_CHANGES: AccountTrack['changes'] = []

/** Without revisions and counts, which follow from other pages. In a buffer of its own. */
export function packAccounts(tracks: readonly AccountTrack[]): Uint8Array<ArrayBuffer> {
  const words = new IdColumn()
  for (const { id } of tracks) words.push(id)
  const places = new Map<string, number>()
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  }
  const columns = [
    tracks.map((track) => track.openedPosition),
    tracks.map((track) => track.exponent),
    tracks.map((track) => placeOf(track.currency)),
    tracks.map((track) => placeOf(track.openedOn)),
    tracks.map((track) => track.overdraftLimit ?? 0),
  ].map((column) => packColumn(Float64Array.from(column)))
  const texts: AccountTexts = [
    tracks.map(({ id }) => id),
    tracks.map(({ name }) => name),
    [...places.keys()],
    tracks.flatMap(({ changes }, place) => (changes.length > 0 ? [[place, changes] as const] : [])),
    tracks.flatMap(({ overdraftLimit }, place) => (overdraftLimit === null ? [place] : [])),
  ]
  return joined([
    Float64Array.of(tracks.length),
    words.toWords(),
    ...columns,
    new TextEncoder().encode(JSON.stringify(texts)),
  ])
}

/**
 * Adds the accounts of a page behind those that are there.
 * @param words of ids, four an account, where those of this page belong
 * @throws SyntaxError, TypeError, RangeError where the bytes are no such page
 */
export function unpackAccounts(page: Uint8Array, tracks: GrowingTrack[], words: Uint32Array[]): void {
  const [count = 0] = new Float64Array(page.buffer, page.byteOffset, 1)
  let at = HEADER_BYTES
  const held = new Uint32Array(page.buffer, page.byteOffset + at, count * ID_WORDS)
  words.push(held)
  at += held.byteLength
  const column = (): Float64Array => {
    const numbers = new Float64Array(count)
    at = unpackColumn(page, at, numbers, 0, count)
    return numbers
  }
  const [positions, exponents, currencies, dates, limits] = [column(), column(), column(), column(), column()]
  const [ids, names, shared, changes, unlimited] = JSON.parse(
    new TextDecoder('utf-8', { fatal: true }).decode(page.subarray(at)),
  ) as AccountTexts
  if (ids.length !== count || names.length !== count)
    throw new RangeError(`A page has ${ids.length} ids and ${names.length} names where there must be ${count}`)
  const first = tracks.length
  for (let place = 0; place < count; place++) {
    tracks.push({
      id: ids[place] as string,
      number: first + place,
      openedPosition: positions[place] as number,
      currency: shared[currencies[place] as number] as string,
      exponent: exponents[place] as number,
      openedOn: shared[dates[place] as number] as string,
      name: names[place] as string,
      overdraftLimit: limits[place] as number,
      changes: NO_CHANGES,
      revision: 0,
      entryCount: 0,
    })
  }
  for (const [place, made] of changes) trackAt(tracks, first + place).changes = made
  for (const place of unlimited) trackAt(tracks, first + place).overdraftLimit = null
}

function trackAt(tracks: readonly GrowingTrack[], number: number): GrowingTrack {
  const track = tracks[number]
  if (!track) throw new RangeError(`There is no account ${number}`)
  return track
}

function joined(parts: readonly ArrayBufferView[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
  let at = 0
  for (const part of parts) {
    all.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at)
    at += part.byteLength
  }
  return all
}
