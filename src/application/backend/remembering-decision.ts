/**
 * The fold of the domain for a log that may be rebuilt from its first event: a reversal in a log of another program does
 * not say what it undoes, so the entries passed on the way are remembered. Commands given here add one entry each.
 */
import {
  type DecisionStateOptions,
  makeDecisionState,
  type Reversal,
  type StreamState,
} from '../../domain/stream-state'
import type { DecisionState } from '../../event-log/event-log'

export function rememberingDecision(): DecisionState<StreamState> {
  const entries = new Map<string, Reversal>()
  const reversalOf: DecisionStateOptions['reversalOf'] = (event) => entries.get(String(event.data.entryId))
  const fold = makeDecisionState({ reversalOf })
  return {
    ...fold,
    evolve: (state, event, streamId) => {
      if (event.type === 'Deposited' || event.type === 'Withdrawn') {
        entries.set(event.eventId, { reverses: event.type, position: event.globalPosition })
      }
      return fold.evolve(state, event, streamId)
    },
  }
}
