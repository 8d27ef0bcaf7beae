/** Why an entry is suspected, as a plain sentence. */
import { reconcileMessages as messages } from '../../locales/en/reconcile'
import type { Reason } from '../../stores/reconcile/reconciliation'

/** How figures and days of this account are written. */
export interface Writing {
  /** Of minor units, with a sign. */
  readonly signed: (minor: number) => string
  readonly dayOf: (slot: number) => string
  readonly recordedOn: (slot: number) => string
  readonly until: string
  /** The day of the last agreement. */
  readonly start: string
}

interface Suspected {
  readonly slot: number
  /** It is of a later day than the stretch. */
  readonly isLater: boolean
  /** The other one has the same payee. */
  readonly sameWords: boolean
}

export function sentenceFor(reason: Reason, { slot, isLater, sameWords }: Suspected, writing: Writing): string {
  const { signed, dayOf, recordedOn, until, start } = writing
  switch (reason.kind) {
    case 'extra':
      return messages.extra(until)
    case 'double':
      return sameWords ? messages.doubleSame(dayOf(reason.twin)) : messages.double(dayOf(reason.twin))
    case 'reversed-later':
      return messages.reversedLater(dayOf(reason.reversal), until)
    case 'sign':
      return messages.sign(signed(reason.truth))
    case 'digits':
      return messages.digits(signed(reason.truth))
    case 'slip':
      return messages.slip(signed(reason.truth))
    case 'half':
      return messages.half(signed(reason.truth))
    case 'once':
      return messages.once
    case 'date':
      return isLater ? messages.dateLater(until) : messages.dateEarlier(start)
    case 'late':
      return messages.late(recordedOn(slot), until)
    case 'pair':
      return messages.pair
    case 'repeat':
      return sameWords ? messages.repeatSame(dayOf(reason.twin)) : messages.repeat(dayOf(reason.twin))
  }
}
