/** `window.hindsight`: the contract of CONSOLE-API.md, typed, with what was added to it. */
import type { Moment } from '../time-travel/moment'
import type { CompareOptions, Comparison } from './comparing/comparison'
import type { LogInspection } from './events/log-inspection-api'
import type { ExplainedNumber, ExplainedSubject, ExplainOptions } from './explain/explained-number'
import type { IntegrityApi } from './integrity/integrity-api'
import type { LedgerApi } from './ledger-api'
import type { ReconcileReport, ReconcileStatement } from './reconciling/reconcile-report'
import type { SandboxApi } from './sandbox/sandbox-api'
import type { StatementOptions, StatementReport } from './statement/statement-report'

export interface Hindsight extends Omit<LedgerApi, 'events'>, LogInspection, SandboxApi, IntegrityApi {
  /**
   * What the bank says of an account against the ledger as it is now: since when they differ, and the entries that could
   * be why. Of several statements the latest is asked about, and the others, with those recorded, narrow it down.
   */
  reconcile(accountId: string, statement: ReconcileStatement | readonly ReconcileStatement[]): Promise<ReconcileReport>
  /** Why a balance or a total is what it is at a moment. */
  explain(subject: ExplainedSubject, at?: Moment, options?: ExplainOptions): Promise<ExplainedNumber>
  /** What an account held before a period, its entries in it, and what it held after; at any moment. */
  statement(accountId: string, options?: StatementOptions): Promise<StatementReport>
  /** Moves the slider; every screen follows. */
  travelTo(moment: Moment): void
  readonly cursor: Moment
  /** What lies between two moments, on either clock or both: B less A. */
  compare(a: Moment, b: Moment, options?: CompareOptions): Promise<Comparison>
}
