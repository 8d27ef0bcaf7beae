/** That an event is part of the log, worked out and checked in this page whenever somebody looks at it. */
import { useEffect, useState } from 'react'
import { checkProof, proveEvent } from '../../application/events/log-inspection'
import type { InclusionProof } from '../../application/ledger-api'
import type { RecordedEvent } from '../../event-log/recorded-event'
import { describeError } from '../dispatch'
import { ledgerApplication, useLedger } from '../ledger-store'
import { type Fault, useFault } from './fault'

export type { InclusionProof }

export type EventProof =
  | { readonly kind: 'working' }
  /** `holds`: the event as it is shown gives the leaf, and leaf and path give the root. */
  | { readonly kind: 'proof'; readonly proof: InclusionProof; readonly holds: boolean; readonly millis: number }
  | { readonly kind: 'failed'; readonly message: string }
  /** The log is damaged here, or before: a root of what can be read now would prove nothing. */
  | { readonly kind: 'unvouched'; readonly position: number; readonly fault: Fault }

/** Milliseconds: whoever moves on to the next event need not have this one proved. */
const RESTS_AFTER = 60

/** @param until events of the log whose root is meant; of a damaged one at most those that are sound */
export function useEventProof(event: RecordedEvent | undefined, until: number): EventProof {
  const fault = useFault()
  const isUnvouched = fault !== undefined && event !== undefined && event.globalPosition > fault.sound
  const size = isUnvouched ? 0 : Math.min(until, fault?.sound ?? until)
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
  if (isUnvouched) return { kind: 'unvouched', position: event.globalPosition, fault }
  return known?.key === key ? known.proof : { kind: 'working' }
}

async function prove(event: RecordedEvent, size: number): Promise<readonly [InclusionProof, boolean]> {
  const proof = await proveEvent(ledgerApplication(), event.globalPosition, { size })
  return [proof, await checkProof(event, proof)]
}
