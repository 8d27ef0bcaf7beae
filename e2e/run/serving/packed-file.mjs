// Files as they go over the wire: packed once each and kept, as a host of static files would have them lie ready.
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'

/** Texts. Pictures and fonts are packed by themselves. */
const PACKABLE = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest'])
/** Of brotli's 11 steps: those above take ten times as long for a few hundredths. */
const QUALITY = 6

/** @typedef {{ readonly encoding: 'br' | 'gzip', readonly bytes: Buffer }} Packed */

/** @type {Map<string, Promise<Packed>>} by file, what it was like, and the way of packing */
const kept = new Map()

/**
 * The bytes of a file, packed; undefined where it is none that packing makes smaller, or nobody asked.
 * @param {string} file
 * @param {{ readonly size: number, readonly mtimeMs: number }} stat
 * @param {string | string[] | undefined} accepted the request's Accept-Encoding
 * @returns {Promise<Packed | undefined>}
 */
export async function packed(file, { size, mtimeMs }, accepted) {
  const ways = String(accepted ?? '').split(',')
  /** @param {string} way */
  const takes = (way) => ways.some((each) => each.trim() === way || each.trim().startsWith(`${way};`))
  const encoding = takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
  if (encoding === undefined || !PACKABLE.has(extname(file))) return undefined
  const key = `${encoding} ${size} ${mtimeMs} ${file}`
  const known = kept.get(key) ?? pack(file, encoding)
  kept.set(key, known)
  return known
}

/**
 * @param {string} file
 * @param {'br' | 'gzip'} encoding
 * @returns {Promise<Packed>}
 */
async function pack(file, encoding) {
  const bytes = await readFile(file)
  const params = { [zlib.BROTLI_PARAM_QUALITY]: QUALITY }
  return {
    encoding,
    bytes: encoding === 'br' ? await promisify(brotliCompress)(bytes, { params }) : await promisify(gzip)(bytes),
  }
}
