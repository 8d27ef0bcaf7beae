/** That an event is part of the log, worked out and checked in this page whenever somebody looks at it. */
import { useEffect, useState } from 'react'
import { checkProof, proveEvent } from '../../application/events/log-inspection'
import type { InclusionProof } from '../../application/ledger-api'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { describeError } from '../dispatch'
import { ledgerApplication, useLedger } from '../ledger-store'

export type { InclusionProof }

export type EventProof =
  | { readonly kind: 'working' }
  /** `holds`: the event as it is shown gives the leaf, and leaf and path give the root. */
  | { readonly kind: 'proof'; readonly proof: InclusionProof; readonly holds: boolean; readonly millis: number }
  | { readonly kind: 'failed'; readonly message: string }

/** Milliseconds: whoever moves on to the next event need not have this one proved. */
const RESTS_AFTER = 60

/** @param size events of the log whose root is meant */
export function useEventProof(event: RecordedEvent | undefined, size: number): EventProof {
  const localId = useLedger((ledger) => ledger.localId)
  const key = `${localId} ${event?.eventId} ${size}`
  const [known, setKnown] = useState<{ readonly key: string; readonly proof: EventProof }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for ledger, event and size
  useEffect(() => {
    if (!event || event.globalPosition > size) return
    let left = false
    const show = (proof: EventProof) => !left && setKnown({ key, proof })
    const timer = setTimeout(() => {
      const began = performance.now()
      prove(event, size).then(
        ([proof, holds]) => show({ kind: 'proof', proof, holds, millis: performance.now() - began }),
        (error: unknown) => show({ kind: 'failed', message: describeError(error).message }),
      )
    }, RESTS_AFTER)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [key])
  return known?.key === key ? known.proof : { kind: 'working' }
}

async function prove(event: RecordedEvent, size: number): Promise<readonly [InclusionProof, boolean]> {
  const proof = await proveEvent(ledgerApplication(), event.globalPosition, { size })
  return [proof, await checkProof(event, proof)]
}
