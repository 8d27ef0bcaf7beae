/** From a row of a list to the entry it speaks of. */
import { useLedger } from '../../../../stores/ledger-store'

export interface RowEntry {
  /** Of the event that is listed. */
  readonly slot: number
  /** Of the entry whose words and figures are shown. */
  readonly entrySlot: number
}

/** A correction is listed as itself, and speaks of the entry it corrects. */
export function rowEntry(list: string, slot: number): RowEntry {
  if (!isAnnotationList(list)) return { slot, entrySlot: slot }
  const link = useLedger.getState().timeline.columns.link[slot] ?? slot
  // Words for an entry that is not there show as they are.
  return { slot, entrySlot: Math.min(link, slot) }
}

export function isAnnotationList(list: string): boolean {
  return list === 'annotated'
}
