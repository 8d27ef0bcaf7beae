/** The open ledger's automatic backup, for the screens: its plan, what it is doing, and what one may do about it. */
import { create } from 'zustand'
import type { BackupErrorCode } from '../../application/backup/backup-error'
import { backupFileName } from '../../application/backup/backup-folder'
import { Backups, type RunOptions, type RunResult } from '../../application/backup/backups'
import { canChoosePlaces as canChoose, chooseFile, chooseFolder } from '../../application/backup/file-access'
import { openBackupPlans } from '../../application/backup/open-plans'
import type { Progress } from '../../application/ledger-api'
import type { BackupPlan } from '../../storage/backups/backup-plan'
import { ledgerApplication, useLedger } from '../ledger-store'
import { noteBackup } from './backups'

export interface PlanState {
  /** undefined: none, or not read yet. */
  readonly plan: BackupPlan | undefined
  readonly localId: string
  readonly running: boolean
  readonly progress: Progress | null
}

export const useBackupPlan = create<PlanState>(() => ({
  plan: undefined,
  localId: '',
  running: false,
  progress: null,
}))

type Plans = Awaited<ReturnType<typeof openBackupPlans>>

let opened: Promise<Plans> | undefined

/** A store that failed to open is tried again. */
function plans(): Promise<Plans> {
  opened ??= openBackupPlans().then(
    (store) => {
      store.onChange((localId) => localId === useLedger.getState().localId && void readPlan())
      return store
    },
    (error: unknown) => {
      opened = undefined
      throw error
    },
  )
  return opened
}

/** Whether this browser lets anybody choose a place for backups. */
export const canChoosePlaces = canChoose

/** Reads the open ledger's plan. @throws StorageError */
export async function readPlan(): Promise<BackupPlan | undefined> {
  const { localId } = useLedger.getState()
  if (localId === '') return undefined
  const plan = await (await plans()).get(localId)
  if (useLedger.getState().localId === localId) useBackupPlan.setState({ plan, localId })
  return plan
}

/** Of the open ledger; undefined for another one's, or while it is read. */
export function usePlan(): BackupPlan | undefined {
  const localId = useLedger((ledger) => ledger.localId)
  return useBackupPlan(({ plan, localId: of }) => (of === localId ? plan : undefined))
}

const FIRST_CHOICE = { every: 100, keep: 5, written: [] }

/** Asks for a place, within a gesture, and makes it the plan's. Whether one was chosen. @throws DOMException, StorageError */
export async function choosePlace(kind: 'folder' | 'file'): Promise<boolean> {
  const { localId, name, size } = useLedger.getState()
  const handle =
    kind === 'folder' ? await chooseFolder('readwrite') : await chooseFile(backupFileName(name, size, Date.now()))
  if (!handle) return false
  const place = { kind, handle } as BackupPlan['place']
  const store = await plans()
  const { every, keep } = (await store.get(localId)) ?? FIRST_CHOICE
  await store.put({ localId, chosenAt: Date.now(), place, every, keep, written: [] })
  return true
}

export async function changePlan(change: { readonly every?: number; readonly keep?: number }): Promise<void> {
  await (await plans()).change(useLedger.getState().localId, (plan) => ({ ...plan, ...change }))
}

/** The files that were written stay. */
export async function endPlan(): Promise<void> {
  await (await plans()).remove(useLedger.getState().localId)
}

/** @throws Error with `code` a BackupErrorCode; StorageError; AbortError */
export async function backUp(options: Pick<RunOptions, 'asked' | 'signal'> = {}): Promise<RunResult> {
  const { localId, status, branch } = useLedger.getState()
  if (status !== 'ready' || branch !== null || useBackupPlan.getState().running) return { kind: 'not-due' }
  const application = ledgerApplication()
  const { entry, log } = await application.desk.ledger
  if (entry.localId !== localId) return { kind: 'not-due' }
  const { ledgerId, name, size } = await log.head()
  useBackupPlan.setState({ running: true, progress: null })
  try {
    const onProgress = (progress: Progress) => useBackupPlan.setState({ progress })
    const runner = new Backups(await plans(), application.backend.heavyWork)
    const result = await runner.run({ entry, ledgerId, name, size }, { ...options, onProgress })
    if (result.kind === 'written') noteBackup(localId, result.backup.events)
    if (result.kind === 'up-to-date') noteBackup(localId, size)
    return result
  } finally {
    useBackupPlan.setState({ running: false, progress: null })
    await readPlan().catch(() => undefined)
  }
}

/** What went wrong, where a backup failed; 'failed' for whatever has no word of its own. */
export function backupFaultOf(error: unknown): BackupErrorCode {
  const isOwn = error instanceof Error && error.name === 'BackupError' && 'code' in error
  return isOwn ? (error.code as BackupErrorCode) : 'failed'
}
