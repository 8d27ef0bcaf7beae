/** Test support: a replay of a whole log in plain arrays, and a small household to change. */
import {
  CHECKING,
  deposited,
  opened,
  SAVINGS,
  SpecificationLedger,
  uuid,
} from '../../../domain/deciders/decider-specification'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import type { Changes } from '../changes'
import { type Outcome, Replay } from '../replay'

export function replayed(log: readonly RecordedEvent[], changes: Changes) {
  let made = 0
  const replay = new Replay(changes, () => `ffffffff-0000-7000-8000-${(++made).toString(16).padStart(12, '0')}`)
  const outcomes: readonly Outcome[] = log.map((event) => replay.take(event))
  const events = outcomes.flatMap((outcome) => (outcome.kind === 'kept' ? [outcome.event] : []))
  return { replay, outcomes, events }
}

/** Two accounts; a salary of 100, rent of 60 that is reversed, 80 to the savings, and 5 found on the street. */
export function household(): RecordedEvent[] {
  const ledger = new SpecificationLedger()
  ledger.record(opened(CHECKING, { name: 'Everyday' }), opened(SAVINGS, { name: 'Savings' }))
  ledger.dispatch({ type: 'Deposit', accountId: CHECKING, amount: 100, payee: 'Salary' })
  ledger.dispatch({ type: 'Withdraw', accountId: CHECKING, amount: 60, payee: 'Rent' })
  ledger.dispatch({ type: 'ReverseEntry', accountId: CHECKING, entryId: ledger.lastId() })
  const transferId = uuid(50)
  ledger.dispatch({ type: 'Transfer', transferId, fromAccountId: CHECKING, toAccountId: SAVINGS, amount: 80 })
  while (ledger.step(transferId) !== 'done');
  ledger.record(deposited(CHECKING, 5))
  return ledger.events
}
