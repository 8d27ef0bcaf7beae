/** Test support: logs that `decide` alone made, so that no event of them is there against a rule. */
import type fc from 'fast-check'
import { ACCOUNTS, type Move, moves } from '../../../domain/deciders/arbitrary-moves'
import { SpecificationLedger } from '../../../domain/deciders/decider-specification'
import { parseStreamId } from '../../../domain/stream-id'
import type { RecordedEvent } from '../../../event-log/recorded-event'

export function arbitraryHonestLog(): fc.Arbitrary<RecordedEvent[]> {
  return moves.map((asked) => {
    const ledger = new SpecificationLedger()
    ACCOUNTS.forEach((id, index) => {
      const currency = ['EUR', 'EUR', 'USD', 'JPY'][index] ?? 'EUR'
      const overdraftLimit = index === 0 ? null : 300
      ledger.dispatch({ type: 'OpenAccount', accountId: id, name: `Account ${index}`, currency, overdraftLimit })
    })
    for (const move of asked) play(ledger, move)
    return ledger.events
  })
}

function play(ledger: SpecificationLedger, move: Move): void {
  if (move.kind === 'command') ledger.dispatch(move.command)
  else if (move.kind === 'step') {
    if (ledger.transfer(move.transferId)) ledger.step(move.transferId, move.ending)
  } else {
    const event = ledger.events[move.which % ledger.events.length]
    const entryId = event?.eventId ?? ''
    const accountId = move.accountId ?? parseStreamId(event?.streamId)?.id ?? ''
    if (move.verb === 'ReverseEntry') ledger.dispatch({ type: 'ReverseEntry', accountId, entryId })
    else ledger.dispatch({ type: 'AnnotateEntry', accountId, entryId, memo: 'corrected' })
  }
}
