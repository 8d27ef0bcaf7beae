/** One piece of work at a time, with its progress; given up when its dialog closes. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Progress, WorkOptions } from '../../../application/ledger-api'
import { describeError } from '../../../stores/dispatch'

export interface Work<Result> {
  readonly progress: Progress | null
  readonly isRunning: boolean
  readonly result: Result | null
  readonly problem: string | null
  run(task: (options: WorkOptions) => Promise<Result>): void
  stop(): void
}

const IDLE = { progress: null, isRunning: false, result: null, problem: null }

export function useWork<Result>(): Work<Result> {
  const [state, setState] = useState<Omit<Work<Result>, 'run' | 'stop'>>(IDLE)
  const control = useRef<AbortController>(undefined)
  const stop = useCallback(() => {
    control.current?.abort()
    setState(IDLE)
  }, [])
  useEffect(() => () => control.current?.abort(), [])
  const run = useCallback((task: (options: WorkOptions) => Promise<Result>) => {
    control.current?.abort()
    const mine = new AbortController()
    control.current = mine
    const set = (next: Partial<typeof state>) => !mine.signal.aborted && setState({ ...IDLE, ...next })
    set({ isRunning: true })
    task({ signal: mine.signal, onProgress: (progress) => set({ isRunning: true, progress }) }).then(
      (result) => set({ result }),
      (error: unknown) => set({ problem: describeError(error).message }),
    )
  }, [])
  return { ...state, run, stop }
}
