/** What a judge finds: a promise of the ledger that does not hold. */
export class Fault extends Error {
  override readonly name = 'Fault'
}

export function require(holds: boolean, message: () => string): asserts holds {
  if (!holds) throw new Fault(message())
}
