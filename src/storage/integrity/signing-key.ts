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
    const { privateKey, publicKey } = await keptPair(registry)
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
    return {
      publicKey: raw,
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes)),
    }
  } catch {
    return undefined
  }
}

async function keptPair(registry: string): Promise<CryptoKeyPair> {
  const db = await RegistryDatabase.opened(registry)
  try {
    const kept = await db.keys.get(KEY)
    if (kept) return kept.pair
    // No transaction waits for this: of two that make one at once, the first stored is taken.
    const pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair
    return await db.transaction('rw', db.keys, async () => {
      const first = await db.keys.get(KEY)
      if (first) return first.pair
      await db.keys.add({ id: KEY, pair })
      return pair
    })
  } finally {
    db.close()
  }
}
