/** Reads a file, or the ledger, as the hashes of its events. A file is checked as an import checks it. */
import { linesOf } from '../../../event-log/batch-codec'
import type { EventLog } from '../../../event-log/event-log'
import { leafHash } from '../../../event-log/merkle-tree'
import type { RecordedEvent } from '../../../event-log/recorded-event'
import { judgeCheckpoint } from '../../../exchange/checkpoint'
import { LogChecker } from '../../../exchange/log-checker'
import { LogFormatError, throwIfCancelled } from '../../../exchange/log-format-error'
import { readLog } from '../../../exchange/log-reader'
import type { LogHeader } from '../../../exchange/reading/log-header'
import type { WorkOptions } from '../../ledger-api'
import type { ComparedLog } from './export-proof'
import { LeafTree } from './leaf-tree'

/** @throws LogFormatError where the file is not a sound log; AbortError. */
export async function treeOfFile(
  file: Blob,
  ownKey: Uint8Array | undefined,
  { onProgress, signal }: WorkOptions,
): Promise<ComparedLog> {
  const tree = new LeafTree()
  const checker = new LogChecker()
  const encoder = new TextEncoder()
  let header: LogHeader | undefined
  for await (const part of readLog(file, { signal, scanLines: true })) {
    if (part.kind === 'events') {
      for (const { event, canonical, place } of part.events) {
        const bytes = encoder.encode(canonical)
        checker.check(event as unknown as RecordedEvent, bytes, place)
        tree.add(leafHash(bytes))
      }
    } else if (part.kind === 'lines') {
      for (let index = 0; index < part.lines.count; index++) {
        checker.checkLine(part.lines, index)
        tree.add(leafHash(part.lines.line(index)))
      }
    } else {
      header = part.header
      continue
    }
    const total = header?.size ?? undefined
    onProgress?.({ phase: 'reading', done: tree.size, ...(total !== undefined && { total }), unit: 'events' })
  }
  if (!header) throw new LogFormatError('not-this-format', 'The file has no header.')
  checker.checkSeal(header)
  const { ledgerId, name, checkpoint } = header
  const facts = { ledgerId, size: tree.size, rootHash: checker.rootHash }
  return {
    tree,
    facts: { source: 'file', ledgerId, name, signature: await judgeCheckpoint(checkpoint, facts, ownKey) },
  }
}

export async function treeOfLedger(log: EventLog, { onProgress, signal }: WorkOptions): Promise<ComparedLog> {
  const tree = new LeafTree()
  const { size, ledgerId, name } = await log.head()
  if (size > 0) {
    for await (const batch of log.readBatches({ to: size })) {
      throwIfCancelled(signal)
      let position = batch.first
      for (const line of linesOf(batch.bytes)) {
        // After packing a batch may repeat what came before.
        if (position++ > tree.size) tree.add(leafHash(line))
      }
      onProgress?.({ phase: 'reading', done: tree.size, total: size, unit: 'events' })
    }
  }
  return { tree, facts: { source: 'ledger', ledgerId, name, signature: { kind: 'none' } } }
}
