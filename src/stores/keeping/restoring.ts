/** Restoring from a backup, step by step: a file is looked at, restored where nothing stands in its way, and read again. */
import { create } from 'zustand'
import { chooseFolder, isAllowed } from '../../application/backup/file-access'
import {
  type BackupFile,
  backupsIn,
  findSameLedger,
  openBackup,
  type Restored,
  restoreLog,
  type SameLedger,
} from '../../application/backup/restore-log'
import type { Progress, WorkOptions } from '../../application/ledger-api'
import { describeError, type Failure } from '../dispatch'
import { ledgerApplication } from '../ledger-store'
import { noteRestored } from './backups'

export type RestoreStep =
  | { readonly kind: 'choose'; readonly empty?: boolean }
  | {
      readonly kind: 'working'
      readonly at: 'searching' | 'checking' | 'restoring'
      readonly progress: Progress | null
    }
  /** A folder holds backups of several ledgers: of each the newest first. */
  | { readonly kind: 'which'; readonly ledgers: readonly (readonly BackupFile[])[] }
  | { readonly kind: 'same'; readonly backup: BackupFile; readonly same: SameLedger }
  | { readonly kind: 'done'; readonly restored: Restored }
  | {
      readonly kind: 'failed'
      readonly failure: Failure
      readonly file?: File
      /** Of the same ledger, before the one that failed. */
      readonly older: readonly BackupFile[]
    }

const START: RestoreStep = { kind: 'choose' }

export const useRestoring = create<{ readonly step: RestoreStep }>(() => ({ step: START }))

let control = new AbortController()

const heavyWork = () => ledgerApplication().backend.heavyWork

const show = (step: RestoreStep) => useRestoring.setState({ step })

export const restoring = {
  begin(): void {
    control = new AbortController()
    show(START)
  },
  /** Stops the work in hand; an import that has taken its last step goes on and is there. */
  cancel(): void {
    control.abort()
    restoring.begin()
  },
  file(file: File): Promise<void> {
    return run('checking', { file, older: [] }, async (work) => look(await openBackup(heavyWork(), file), [], work))
  },
  /** Within a gesture. `folder`: one that was chosen before; else the browser asks. */
  async folder(known?: FileSystemDirectoryHandle): Promise<void> {
    await run('searching', { older: [] }, async (work) => {
      const folder = known && (await isAllowed(known, 'read', { ask: true })) ? known : await chooseFolder('read')
      if (!folder) return START
      const ledgers = await backupsIn(heavyWork(), folder)
      const [first] = ledgers
      if (!first) return { kind: 'choose', empty: true }
      return ledgers.length > 1 ? { kind: 'which', ledgers } : newest(first, work)
    })
  },
  /** The first of them: the newest. */
  newest(backups: readonly BackupFile[]): Promise<void> {
    const [first, ...older] = backups
    return run('checking', { ...(first && { file: first.file }), older }, (work) => newest(backups, work))
  },
  beside(backup: BackupFile): Promise<void> {
    return run('restoring', { file: backup.file, older: [] }, (work) => restore(backup, work))
  },
  into({ id }: SameLedger, backup: BackupFile): Promise<void> {
    return run('restoring', { file: backup.file, older: [] }, (work) => restore(backup, { ...work, into: id }))
  },
}

type At = Extract<RestoreStep, { kind: 'working' }>['at']

async function run(
  at: At,
  of: { readonly file?: File; readonly older: readonly BackupFile[] },
  work: (options: WorkOptions) => Promise<RestoreStep>,
): Promise<void> {
  const { signal } = control
  show({ kind: 'working', at, progress: null })
  try {
    const step = await work({ signal, onProgress: (progress) => !signal.aborted && tellProgress(progress) })
    if (!signal.aborted) show(step)
  } catch (error) {
    if (!signal.aborted) show({ kind: 'failed', failure: describeError(error), ...of })
  }
}

function tellProgress(progress: Progress): void {
  useRestoring.setState(({ step }) => (step.kind === 'working' ? { step: { ...step, progress } } : {}))
}

function newest([first, ...older]: readonly BackupFile[], work: WorkOptions): Promise<RestoreStep> {
  if (!first) return Promise.resolve(START)
  return look(first, older, work)
}

async function look(backup: BackupFile, older: readonly BackupFile[], work: WorkOptions): Promise<RestoreStep> {
  try {
    const same = await findSameLedger(ledgerApplication(), backup, work)
    if (same) return { kind: 'same', backup, same }
    return await restore(backup, work)
  } catch (error) {
    if (work.signal?.aborted) throw error
    return { kind: 'failed', failure: describeError(error), file: backup.file, older }
  }
}

async function restore(backup: BackupFile, work: WorkOptions & { readonly into?: string }): Promise<RestoreStep> {
  if (!work.signal?.aborted) show({ kind: 'working', at: 'restoring', progress: null })
  const application = ledgerApplication()
  const restored = await restoreLog(application, backup, work)
  noteRestored(application.desk.localId, backup.facts.size ?? 0)
  return { kind: 'done', restored }
}
