/** The heavy work itself, on any log: the worker runs it over IndexedDB, tests over memory. */

import type { LedgerEntry, StandingEventLog } from '../../application/backend/backend'
import { factsOfFiles } from '../../application/backup/log-file-facts'
import { writeBackup } from '../../application/backup/write-backup'
import type { ExportOptions, ImportReport, Progress } from '../../application/ledger-api'
import { accountBalances } from '../../application/sandbox/account-balances'
import { type BranchFacts, BranchLog } from '../../application/sandbox/branch-log'
import { commandVerdicts } from '../../application/sandbox/command-verdicts'
import type { CommandVerdict } from '../../application/sandbox/sandbox-api'
import { ImportedTimeline } from '../../application/snapshots/imported-timeline'
import { refreshSnapshot, snapshotInMemory } from '../../application/snapshots/timeline-snapshot-store'
import { makeDecisionState, type StreamState } from '../../domain/stream-state'
import { UPCASTERS } from '../../domain/upcasters'
import type { EventLog, Head } from '../../event-log/event-log'
import { MemoryEventLog } from '../../event-log/memory-event-log'
import { rootOf } from '../../event-log/merkle-tree'
import { frontierAt } from '../../event-log/root-at'
import { uuidV7 } from '../../event-log/uuid'
import { signCheckpoint } from '../../exchange/checkpoint'
import { ImportRefusedError } from '../../exchange/log-format-error'
import { importLog } from '../../exchange/log-import'
import { writeLog } from '../../exchange/log-writer'
import type { LogSource } from '../../exchange/reading/log-source'
import { runProve, runRepair, runVerify } from './integrity-tasks'
import type { TaskContext } from './task-context'
import type { Task, TaskResults } from './task-protocol'

export async function runTask(task: Task, context: TaskContext): Promise<TaskResults[Task['kind']]> {
  if (task.kind === 'verify') return runVerify(task.entry, context)
  if (task.kind === 'repair') return runRepair(task, context)
  if (task.kind === 'prove') return runProve(task, context)
  const log = await openFor(task, context)
  try {
    switch (task.kind) {
      case 'import':
        return await runImport(task, log, context)
      case 'export':
        return await exportLog(log, task.options, context)
      case 'backup':
        return await writeBackup(log, task.target, {
          ...shared(context),
          now: context.now,
          readBack: readBack(context),
        })
      case 'facts':
        return await factsOfFiles(task.files)
      case 'branch':
        return await runBranch(task, log, context)
      case 'verdicts':
        return await runVerdicts(task, log, context)
      case 'balances':
        return await accountBalances(log)
      case 'standing-snapshot':
        return await snapshotInMemory(log, context)
      case 'project':
        return await project(task.entry, log, context)
      case 'pack':
        await context.pack(log)
        return undefined
    }
  } finally {
    log.close()
  }
}

/** Of a damaged ledger, what still stands can be exported and looked at. */
async function openFor(
  task: Exclude<Task, { readonly kind: 'verify' | 'repair' | 'prove' }>,
  context: TaskContext,
): Promise<EventLog<StreamState>> {
  if (!task.entry) return emptyLog()
  const isStanding = task.kind === 'export' || task.kind === 'standing-snapshot'
  return (isStanding && (await context.openStanding(task.entry))) || context.openLog(task.entry)
}

async function runImport(
  { entry, file, options }: Task & { readonly kind: 'import' },
  log: EventLog<StreamState>,
  context: TaskContext,
): Promise<ImportReport> {
  const { now } = context
  if (!entry || options.dryRun)
    return importLog({
      log,
      source: file,
      options: { ...options, ...shared(context), ...(await ownKey(context)) },
      now,
    })
  return importInto(entry, file, options, log, context)
}

async function importInto(
  entry: LedgerEntry,
  source: LogSource,
  options: (Task & { readonly kind: 'import' })['options'],
  log: EventLog<StreamState>,
  context: TaskContext,
): Promise<ImportReport> {
  const { now } = context
  const imported = new ImportedTimeline()
  const beforeCommit = async (head: Head) => {
    await writeSnapshot(entry, imported, head, context)
    await context.beforeCommit()
  }
  const { follow } = imported
  const own = await ownKey(context)
  const work = () =>
    importLog({ log, source, options: { ...options, ...own, ...shared(context), follow, beforeCommit }, now })
  const report = await context.exclusively(entry, work)
  if (report === 'busy') throw ImportRefusedError.busy()
  return report
}

async function runVerdicts(
  { entry, original: of }: Task & { readonly kind: 'verdicts' },
  branch: EventLog<StreamState>,
  context: TaskContext,
): Promise<readonly CommandVerdict[]> {
  if (!entry.origin) return []
  const original = await context.openLog(of)
  try {
    return await commandVerdicts({ branch, origin: entry.origin, original })
  } finally {
    original.close()
  }
}

async function runBranch(
  { entry, original, request }: Task & { readonly kind: 'branch' },
  log: EventLog<StreamState>,
  context: TaskContext,
): Promise<BranchFacts> {
  const from = await context.openLog(original)
  try {
    const branch = new BranchLog(from, request, { now: context.now, newId: uuidV7 })
    // Of a log that is written while it is read the end is not known before, but never far from this.
    const onProgress = (progress: Progress) => context.onProgress({ total: request.position, ...progress })
    await importInto(entry, await branch.source(), {}, log, { ...context, onProgress })
    return branch.facts()
  } finally {
    from.close()
  }
}

/** Ahead of the commit, so that whoever sees the events finds the snapshot; until then the log does not prove it. */
async function writeSnapshot(
  entry: LedgerEntry,
  imported: ImportedTimeline,
  head: Head,
  context: TaskContext,
): Promise<void> {
  const snapshots = context.openSnapshots(entry)
  try {
    await imported.writeTo(snapshots, head)
  } catch {
    // It costs time to be without it, never data: the log is read once more.
  } finally {
    snapshots.close()
  }
}

async function project(entry: LedgerEntry, log: EventLog<StreamState>, context: TaskContext): Promise<undefined> {
  const snapshots = context.openSnapshots(entry)
  try {
    await refreshSnapshot(log, snapshots, (done, total) =>
      context.onProgress({ phase: 'replaying', done, total, unit: 'events' }),
    )
  } finally {
    snapshots.close()
  }
}

/** By which the browser knows its own signature. */
async function ownKey(context: TaskContext): Promise<{ readonly ownKey?: Uint8Array }> {
  const key = await context.ownKey?.()
  return key ? { ownKey: key } : {}
}

function shared({ onProgress, signal }: TaskContext): Pick<TaskContext, 'onProgress' | 'signal'> {
  return { onProgress, signal }
}

/** As an import into an empty ledger would take the file: that is what a backup is for. */
function readBack({ signal, now }: TaskContext) {
  return (file: File) => importLog({ log: emptyLog(), source: file, options: { dryRun: true, signal }, now })
}

/** A dry run into a ledger that does not exist yet is judged against this. */
function emptyLog(): EventLog<StreamState> {
  return new MemoryEventLog({
    ledgerId: '00000000-0000-4000-8000-000000000000',
    name: '',
    decision: makeDecisionState(),
    upcasters: UPCASTERS,
  })
}

async function exportLog(
  log: EventLog<StreamState>,
  { at, gzip }: Pick<ExportOptions, 'at' | 'gzip'>,
  context: TaskContext,
): Promise<Blob> {
  const head = await log.head()
  // Of a damaged ledger, what is sound; what can be read beyond it only where exactly that is asked for.
  const sound = 'sound' in log ? (log as StandingEventLog).sound : head
  const asked = at ? await sizeAt(log, head.size, at) : sound.size
  const size = asked === head.size ? asked : Math.min(asked, sound.size)
  const frontier = [head, sound].find((each) => each.size === size)?.frontier ?? (await frontierAt(log, size))
  const facts = {
    ledgerId: head.ledgerId,
    name: size === sound.size ? sound.name : head.name,
    exportedAt: new Date(context.now()).toISOString(),
    size,
    rootHash: rootOf(frontier),
  }
  const signer = await context.signer?.()
  const checkpoint = signer && (await signCheckpoint(facts, facts.exportedAt, signer).catch(() => undefined))
  const header = { ...facts, checkpoint }
  const stream = writeLog(header, log.readBatches({ to: size }), { gzip: gzip === true, ...shared(context) })
  const parts: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = stream.getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value)
    bytes += chunk.value.length
    if (bytes < BLOB_BYTES) continue
    // Blobs, not chunks: the browser may move them out of memory.
    parts.push(new Blob(chunks))
    chunks = []
    bytes = 0
  }
  return new Blob([...parts, ...chunks], { type: gzip ? 'application/gzip' : 'application/json' })
}

/** A few megabytes: each Blob is a message to the browser, and is held twice while it is made. */
const BLOB_BYTES = 4 * 1024 * 1024

/** How many events are exported: those up to the moment. */
async function sizeAt(log: EventLog<StreamState>, size: number, at: ExportOptions['at']): Promise<number> {
  if (!at) return size
  if ('position' in at) return Math.min(at.position, size)
  // Recording times never fall, so the last event at or before the instant is found by halving.
  let low = 0
  let high = size
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const [event] = await log.readAt([middle])
    if (event && event.recordedAt <= at.recordedAt) low = middle
    else high = middle - 1
  }
  return low
}
