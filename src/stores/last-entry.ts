/** The entry that "undo" proposes to reverse. */
import { eventAt } from '../time-travel/event-at'
import { useLedger } from './ledger-store'

/** Position of the account's last deposit or withdrawal that nothing has reversed; undefined where there is none. */
export function lastReversible(accountId: string): number | undefined {
  const { timeline } = useLedger.getState()
  const number = timeline.accountNumber(accountId)
  if (number === undefined) return undefined
  for (let position = timeline.size; position > 0; position -= 1) {
    if (timeline.columns.account[position - 1] !== number) continue
    const type = eventAt(timeline, position)?.type
    if (type !== 'Deposited' && type !== 'Withdrawn') continue
    if (timeline.reversedBy(position - 1) === undefined) return position
  }
  return undefined
}
