/** The rows beside the head, as commands and sweeping ask for them: a program starts with this, so it is small. */
import type { LedgerDatabase } from '../ledger-database'
import type { DamageNote } from './damage-note'

export interface SetAside {
  readonly key: 'aside'
  /** UTC instant of the repair. */
  readonly at: string
  readonly batchIds: readonly string[]
}

type Tables = Pick<LedgerDatabase<unknown>, 'head'>

export function readDamageNote(db: Tables): PromiseLike<DamageNote | undefined> {
  return db.head.get('damage' as 'head') as unknown as PromiseLike<DamageNote | undefined>
}

export function readSetAside(db: Tables): PromiseLike<SetAside | undefined> {
  return db.head.get('aside' as 'head') as unknown as PromiseLike<SetAside | undefined>
}
