/**
 * The signed checkpoint of an export: a note that states ledger, size and root, signed with Ed25519, in the form of
 * C2SP signed-note and tlog-checkpoint. It stands in the header's reserved key `checkpoint` as {note, publicKey}.
 *
 * [CK1] A signature fits only the ledger, size and root that it was made over, and its time.
 * [CK2] Whoever cannot check or make one goes on without, and says so.
 */
import { base64ToBytes, bytesToBase64 } from '../event-log/base64'

/** What is signed. */
export interface CheckpointFacts {
  readonly ledgerId: string
  readonly size: number
  /** Lower-case hex. */
  readonly rootHash: string
}

export interface SignedCheckpoint {
  readonly note: string
  /** Base64 of its 32 bytes. */
  readonly publicKey: string
}

/** A key that is in this browser and does not leave it. */
export interface Signer {
  readonly publicKey: Uint8Array<ArrayBuffer>
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
}

export interface SignatureVerdict {
  /** 'unchecked': this browser has no Ed25519. */
  readonly kind: 'none' | 'this-browser' | 'another-key' | 'does-not-fit' | 'unchecked'
  /** Of the key: the first 16 hexadecimal digits of its SHA-256. */
  readonly fingerprint?: string
  /** UTC instant, as the signer's clock had it. */
  readonly signedAt?: string
}

const ED25519 = 1
const encoder = new TextEncoder()

/** @param signedAt UTC instant */
export async function signCheckpoint(
  facts: CheckpointFacts,
  signedAt: string,
  signer: Signer,
): Promise<SignedCheckpoint> {
  const text = noteText(facts, signedAt)
  const signature = await signer.sign(encoder.encode(text))
  const name = originOf(facts)
  const stamp = bytesToBase64(joined(await keyId(name, signer.publicKey), signature))
  return { note: `${text}\n— ${name} ${stamp}\n`, publicKey: bytesToBase64(signer.publicKey) }
}

/**
 * @param checkpoint the header's key, whatever stands there
 * @param ownKey the public key of this browser, where it has one
 */
export async function judgeCheckpoint(
  checkpoint: unknown,
  facts: CheckpointFacts,
  ownKey: Uint8Array | undefined,
): Promise<SignatureVerdict> {
  if (checkpoint === undefined) return { kind: 'none' }
  const read = readCheckpoint(checkpoint, facts)
  if (!read) return { kind: 'does-not-fit' }
  const { text, publicKey, id, signature, signedAt } = read
  const fingerprint = await fingerprintOf(publicKey)
  const about = { fingerprint, signedAt }
  if (!areSame(id, await keyId(originOf(facts), publicKey))) return { kind: 'does-not-fit', ...about }
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
    const fits = await crypto.subtle.verify('Ed25519', key, signature, encoder.encode(text))
    if (!fits) return { kind: 'does-not-fit', ...about }
  } catch {
    return { kind: 'unchecked', ...about }
  }
  return { kind: ownKey && areSame(ownKey, publicKey) ? 'this-browser' : 'another-key', ...about }
}

export async function fingerprintOf(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', publicKey))
  return [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function originOf({ ledgerId }: CheckpointFacts): string {
  return `hindsight-ledger/${ledgerId}`
}

function noteText(facts: CheckpointFacts, signedAt: string): string {
  return `${originOf(facts)}\n${facts.size}\n${bytesToBase64(bytesOfHex(facts.rootHash))}\nsigned ${signedAt}\n`
}

/** undefined where it is no checkpoint, or one of something else. */
function readCheckpoint(checkpoint: unknown, facts: CheckpointFacts) {
  try {
    const { note, publicKey } = checkpoint as SignedCheckpoint
    const signedAt = /\nsigned (\S+)\n\n/.exec(note)?.[1] ?? ''
    const text = noteText(facts, signedAt)
    const line = note.slice(text.length)
    const found = /^\n— (\S+) (\S+)\n$/.exec(line)
    if (!note.startsWith(text) || found?.[1] !== originOf(facts)) return undefined
    const stamp = base64ToBytes(found[2] ?? '')
    const key = base64ToBytes(publicKey)
    if (stamp.length !== 68 || key.length !== 32) return undefined
    return { text, publicKey: key, id: stamp.slice(0, 4), signature: stamp.slice(4), signedAt }
  } catch {
    return undefined
  }
}

async function keyId(name: string, publicKey: Uint8Array): Promise<Uint8Array> {
  const named = joined(encoder.encode(`${name}\n`), Uint8Array.of(ED25519), publicKey)
  return new Uint8Array(await crypto.subtle.digest('SHA-256', named)).slice(0, 4)
}

function bytesOfHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function areSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}
