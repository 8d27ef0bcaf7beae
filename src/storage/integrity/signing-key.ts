/**
 * The key that signs this browser's exports: made at the first one, kept with the registry, and such that not even this
 * program can read its private half.
 */
import { RegistryDatabase } from '../registry-database'

const REGISTRY = 'hindsight'
const KEY = 'exports'

export interface SigningKey {
  readonly publicKey: Uint8Array<ArrayBuffer>
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
}

/** undefined where the browser has no Ed25519, or keeps no keys. */
export async function signingKey(registry: string = REGISTRY): Promise<SigningKey | undefined> {
  try {
    const { privateKey, publicKey } = await withKeys(registry, keptPair)
    return {
      publicKey: await rawKey(publicKey),
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes)),
    }
  } catch {
    return undefined
  }
}

/** By which this browser knows its own signatures; undefined where it has signed nothing yet. Makes no key. */
export async function ownPublicKey(registry: string = REGISTRY): Promise<Uint8Array | undefined> {
  try {
    const kept = await withKeys(registry, (db) => db.keys.get(KEY))
    return kept && (await rawKey(kept.pair.publicKey))
  } catch {
    return undefined
  }
}

async function rawKey(key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key))
}

async function withKeys<Result>(
  registry: string,
  read: (db: RegistryDatabase) => PromiseLike<Result>,
): Promise<Result> {
  const db = await RegistryDatabase.opened(registry)
  try {
    return await read(db)
  } finally {
    db.close()
  }
}

async function keptPair(db: RegistryDatabase): Promise<CryptoKeyPair> {
  const kept = await db.keys.get(KEY)
  if (kept) return kept.pair
  // No transaction waits for this: of two that make one at once, the first stored is taken.
  const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
  return db.transaction('rw', db.keys, async () => {
    const first = await db.keys.get(KEY)
    if (first) return first.pair
    await db.keys.add({ id: KEY, pair })
    return pair
  })
}
