/** Which events of a damaged ledger nobody vouches for: from the first that may have been changed to the end. */
import type { EventFault } from '../../application/integrity/damage'
import { useLedger } from '../ledger-store'

export interface Fault {
  /** The first event that may be the changed one, and the last. */
  readonly first: number
  readonly last: number
  /** Where it is known which one it is. */
  readonly changed: number | undefined
  /** Events before it, which are as they were recorded. */
  readonly sound: number
}

/** undefined where all events are sound. */
export function useFault(): Fault | undefined {
  const event = useLedger((ledger) => ledger.damage?.damage?.event)
  const sound = useLedger((ledger) => ledger.damage?.damage?.sound)
  return event && { first: event.first, last: event.last, changed: changedOf(event), sound: sound ?? event.first - 1 }
}

function changedOf({ first, last, named }: EventFault): number | undefined {
  return first === last ? first : named?.position
}
