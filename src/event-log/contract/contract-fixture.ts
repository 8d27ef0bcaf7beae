/** A log with a clock that stands still until it is moved. */
import type { EventLog } from '../event-log'
import { NO_UPCASTERS, type Upcasters } from '../upcaster'
import { LEDGER_ID, type MakeLog, type Tally, tallies } from './contract-log'

export const START = Date.parse('2026-03-01T12:00:00.000Z')

export interface Fixture {
  readonly log: EventLog<Tally>
  /** Another connection to the same log; the same one where the adapter has only one. */
  readonly second: EventLog<Tally>
  setClock(millis: number): void
}

export async function given(makeLog: MakeLog, options: { readonly upcasters?: Upcasters } = {}): Promise<Fixture> {
  let now = START
  const made = await makeLog({
    ledgerId: LEDGER_ID,
    name: 'Tallies',
    decision: tallies,
    clock: () => now,
    upcasters: options.upcasters ?? NO_UPCASTERS,
  })
  return {
    log: made.log,
    second: made.second ?? made.log,
    setClock: (millis) => {
      now = millis
    },
  }
}
