/** Whether this browser can sign what it exports, asked without making a key. */
import { useEffect, useState } from 'react'

/** Any point of the curve will do: the base point (RFC 8032, 5.1). */
const POINT = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 0x58 : 0x66))

/** undefined until it is known. */
export function useCanSign(): boolean | undefined {
  const [can, setCan] = useState<boolean>()
  useEffect(() => {
    let isWanted = true
    canSign().then((answer) => isWanted && setCan(answer))
    return () => {
      isWanted = false
    }
  }, [])
  return can
}

async function canSign(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', POINT, 'Ed25519', false, ['verify'])
    return true
  } catch {
    return false
  }
}
