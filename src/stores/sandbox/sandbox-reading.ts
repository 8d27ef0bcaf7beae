/** Sandboxes for the screens: what they ask, and what is read for the page that compares one with its original. */
import { useCallback, useEffect, useState } from 'react'
import type { Branch, CommandVerdict, Comparison, SandboxApi } from '../../application/sandbox/sandbox-api'
import { Sandboxes } from '../../application/sandbox/sandboxes'
import { describeError } from '../dispatch'
import { ledgerApplication, useLedger } from '../ledger-store'

export function sandboxes(): SandboxApi {
  return new Sandboxes(ledgerApplication())
}

export interface SandboxReading {
  readonly branch: Branch | undefined
  readonly comparison: Comparison | undefined
  /** undefined while they are read, or where the original is gone. */
  readonly verdicts: readonly CommandVerdict[] | undefined
  readonly error: string | undefined
  readonly isRead: boolean
}

const UNREAD: SandboxReading = {
  branch: undefined,
  comparison: undefined,
  verdicts: undefined,
  error: undefined,
  isRead: false,
}

/** A branch beside its original, read again whenever the open ledger grew; what is shown stays until it is. */
export function useSandbox(id: string): SandboxReading & { reload(): Promise<void> } {
  const size = useLedger((ledger) => ledger.size)
  const localId = useLedger((ledger) => ledger.localId)
  const [reading, setReading] = useState(UNREAD)
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read lies in the log, of which these tell
  useEffect(() => {
    let left = false
    readSandbox(id).then(
      (read) => !left && setReading(read),
      (error: unknown) => !left && setReading({ ...UNREAD, error: describeError(error).message, isRead: true }),
    )
    return () => {
      left = true
    }
  }, [id, size, localId, asked])
  const reload = useCallback(async () => setAsked((before) => before + 1), [])
  return { ...reading, reload }
}

async function readSandbox(id: string): Promise<SandboxReading> {
  const api = sandboxes()
  const branch = (await api.branches()).find((each) => each.id === id)
  if (!branch) return { ...UNREAD, isRead: true }
  const comparison = await api.compareBranch(id)
  const verdicts = comparison.hasOriginal ? await api.branchVerdicts(id) : undefined
  return { branch, comparison, verdicts, error: undefined, isRead: true }
}
