/** Apart from searching itself, which loads when somebody searches. */
import { ledgerApplication } from '../ledger-store'

/** Somebody is about to search: what that needs is made ready. */
export function prepareSearch(): void {
  void ledgerApplication()
    .desk.ledger.then(({ words }) => words.prepare())
    // Whoever searches is told.
    .catch(() => undefined)
}
