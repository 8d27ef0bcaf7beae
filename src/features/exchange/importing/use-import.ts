/** Runs the steps of an import: checks and records in the worker, can be stopped, and leaves nothing behind when closed. */
import { useCallback, useEffect, useReducer, useRef } from 'react'
import { describeError } from '../../../stores/dispatch'
import { noteKey } from '../../../stores/keeping/known-keys'
import { hindsight } from '../../../stores/ledger-store'
import { type ImportAction, type ImportStep, isWorking, nextImportStep, type Problem } from './import-flow'

export interface ImportRun {
  readonly step: ImportStep
  act(action: ImportAction): void
  /** Stops the work in hand. */
  cancel(): void
}

const START: ImportStep = { kind: 'choose' }

export function useImport(file: File | undefined): ImportRun {
  const [step, act] = useReducer(nextImportStep, file, (given) =>
    given === undefined ? START : nextImportStep(START, { kind: 'file', file: given }),
  )
  const work = useRef<AbortController>(undefined)
  // One piece of work for each step that works: the step's choice says what is to be done.
  const task = isWorking(step) ? step : undefined
  const { kind, choice } = task ?? {}
  const source = task?.file
  useEffect(() => {
    if (kind === undefined || source === undefined || choice === undefined) return
    const stop = new AbortController()
    work.current = stop
    const options = {
      ...choice,
      dryRun: kind === 'checking',
      signal: stop.signal,
      onProgress: (progress: Parameters<NonNullable<Options['onProgress']>>[0]) => {
        if (!stop.signal.aborted) act({ kind: 'progress', progress })
      },
    }
    hindsight()
      .importLog(source, options)
      .then(
        (report) => {
          const { signature } = report
          if (kind === 'importing' && signature?.kind === 'another-key') noteKey(signature.fingerprint ?? '')
          if (work.current === stop) act({ kind: 'report', report })
        },
        (error: unknown) => work.current === stop && act({ kind: 'problem', problem: problemOf(error) }),
      )
    return () => {
      // A check that nobody waits for any more is given up; what is being recorded is not, unless it was cancelled.
      if (kind === 'checking') {
        work.current = undefined
        stop.abort()
      }
    }
  }, [kind, source, choice])

  const cancel = useCallback(() => {
    work.current?.abort()
    act({ kind: 'cancel' })
  }, [])
  return { step, act, cancel }
}

type Options = NonNullable<Parameters<ReturnType<typeof hindsight>['importLog']>[1]>

function problemOf(error: unknown): Problem {
  return describeError(error)
}
