/**
 * Backups that write themselves: to a file or folder that somebody chose, after every n events or each day.
 *
 * [AB10] One tab writes at a time, told by a Web Lock that ends with its tab; others find what it wrote.
 * [AB11] Whatever fails stands in the plan with its reason until one succeeds; the last good backup is unchanged.
 */
import type { BackupPlan, WrittenBackup } from '../../storage/backups/backup-plan'
import type { HeavyWork, LedgerEntry } from '../backend/backend'
import type { WorkOptions } from '../ledger-api'
import { isBackupDue } from './backup-due'
import { BackupError, type BackupErrorCode } from './backup-error'
import { backupFileName, freeName, isAsWritten, rotated, settlePending } from './backup-folder'
import { isAllowed } from './file-access'
import type { BackupTarget } from './write-backup'

/** Where plans are kept. */
export interface BackupPlans {
  get(localId: string): Promise<BackupPlan | undefined>
  put(plan: BackupPlan): Promise<void>
  change(localId: string, change: (plan: BackupPlan) => BackupPlan): Promise<BackupPlan | undefined>
  remove(localId: string): Promise<void>
}

export interface BackedUpLedger {
  readonly entry: LedgerEntry
  readonly ledgerId: string
  readonly name: string
  readonly size: number
}

export interface RunOptions extends WorkOptions {
  /** Also where none is due, and asking for leave: somebody pressed a button. */
  readonly asked?: boolean
}

export type RunResult =
  | { readonly kind: 'written'; readonly backup: WrittenBackup }
  /** Nothing to do: `busy` is another tab at it. */
  | { readonly kind: 'no-plan' | 'not-due' | 'up-to-date' | 'busy' }

export class Backups {
  constructor(
    private readonly plans: BackupPlans,
    private readonly heavyWork: Pick<HeavyWork, 'backUp' | 'fileFacts'>,
    private readonly now: () => number = Date.now,
  ) {}

  /** @throws BackupError, with the plan's `fault` set; AbortError; StorageError */
  async run(ledger: BackedUpLedger, options: RunOptions = {}): Promise<RunResult> {
    const { localId } = ledger.entry
    const plan = await this.plans.get(localId)
    if (!plan) return { kind: 'no-plan' }
    if (!options.asked && !isBackupDue(plan, ledger.size, this.now())) return { kind: 'not-due' }
    // Asked before the lock: the gesture that allows the question does not last.
    const allowed = await isAllowed(plan.place.handle, 'readwrite', { ask: options.asked === true })
    return navigator.locks.request(`hindsight:${localId}:backup`, { ifAvailable: true }, async (lock) => {
      if (!lock) return { kind: 'busy' }
      try {
        if (!allowed) throw new BackupError('permission')
        return await this.#write(ledger, options)
      } catch (error) {
        if (!isCancel(error)) await this.#noteFault(localId, error)
        throw error
      }
    })
  }

  /** Within the lock: what the plan was before it may be what another tab has since done. */
  async #write(ledger: BackedUpLedger, options: RunOptions): Promise<RunResult> {
    const { localId } = ledger.entry
    const plan = await this.#settled(ledger)
    if (!plan) return { kind: 'no-plan' }
    if (await isUpToDate(plan, ledger.size)) {
      await this.plans.change(localId, withoutFault)
      return { kind: 'up-to-date' }
    }
    if (!options.asked && !isBackupDue(withoutFault(plan), ledger.size, this.now())) return { kind: 'not-due' }
    const { onProgress, signal } = options
    const target = await this.#target(plan, ledger)
    const backup = await this.heavyWork.backUp(ledger.entry, target, {
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    })
    const noted = await this.plans.change(localId, (now) => afterBackup(now, plan, backup))
    if (noted) await this.#rotate(noted)
    return { kind: 'written', backup }
  }

  async #target(plan: BackupPlan, { entry, name, size }: BackedUpLedger): Promise<BackupTarget> {
    const { place } = plan
    if (place.kind === 'file') return place
    const free = await freeName(place.handle, backupFileName(name, size, this.now()))
    // Noted before it is made: whoever finds it after a crash knows whose it is.
    await this.plans.change(entry.localId, (now) => (isSamePlace(now, plan) ? { ...now, pending: free } : now))
    return { ...place, name: free }
  }

  async #settled({ entry, ledgerId }: BackedUpLedger): Promise<BackupPlan | undefined> {
    const plan = await this.plans.get(entry.localId)
    if (plan?.place.kind !== 'folder' || plan.pending === undefined) return plan
    const found = await settlePending(plan.place.handle, plan, async (file) => {
      const [facts] = await this.heavyWork.fileFacts([file])
      return facts?.ledgerId === ledgerId ? facts : undefined
    })
    return this.plans.change(entry.localId, ({ pending: _, ...now }) =>
      found && isSamePlace(now, plan) ? { ...now, written: [...now.written, found] } : now,
    )
  }

  async #rotate(plan: BackupPlan): Promise<void> {
    const { place, keep, localId } = plan
    if (place.kind !== 'folder' || plan.written.length <= keep) return
    const left = new Set(await rotated(place.handle, plan.written, keep))
    const gone = new Set(plan.written.filter((backup) => !left.has(backup)).map(({ name }) => name))
    await this.plans.change(localId, (now) => ({ ...now, written: now.written.filter(({ name }) => !gone.has(name)) }))
  }

  async #noteFault(localId: string, error: unknown): Promise<void> {
    const fault = { code: backupFault(error), at: this.now() }
    // What could not be noted is told all the same.
    await this.plans.change(localId, (plan) => ({ ...plan, fault })).catch(() => undefined)
  }
}

/** The backup counts where the plan still says this place; chosen anew meanwhile, it has none there yet. */
function afterBackup(now: BackupPlan, before: BackupPlan, backup: WrittenBackup): BackupPlan {
  if (!isSamePlace(now, before)) return now
  const { fault: _, pending: __, ...rest } = now
  return { ...rest, written: now.place.kind === 'file' ? [backup] : [...now.written, backup] }
}

/** A handle that was read anew is another object: a place is told by when it was chosen. */
function isSamePlace(a: BackupPlan, b: BackupPlan): boolean {
  return a.chosenAt === b.chosenAt
}

async function isUpToDate({ place, written }: BackupPlan, size: number): Promise<boolean> {
  const last = written.at(-1)
  if (last?.events !== size) return false
  if (place.kind === 'folder') return isAsWritten(place.handle, last)
  const file = await place.handle.getFile().catch(() => undefined)
  return file?.size === last.bytes && file.lastModified === last.modifiedAt
}

function withoutFault({ fault: _, ...plan }: BackupPlan): BackupPlan {
  return plan
}

/** Of an error that may come from a worker, which keeps its name and fields and not its class. */
function backupFault(error: unknown): BackupErrorCode {
  if (!(error instanceof Error) || !('code' in error)) return 'failed'
  if (error.name === 'BackupError') return error.code as BackupErrorCode
  return error.name === 'StorageError' && error.code === 'corrupt' ? 'damaged' : 'failed'
}

function isCancel(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
