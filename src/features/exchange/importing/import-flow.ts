/**
 * The steps of an import as one closed union, and the only ways from one to the next: a file is checked without
 * writing, its effect is shown, and only then may it be recorded. What the person chose on the way (merge, a new
 * ledger, the account of a version 0 file) travels with the steps, so that no choice is asked for twice.
 */
import type { ImportReport, Progress } from '../../../application/ledger-api'

export interface ImportChoice {
  readonly into: 'current' | 'new'
  readonly merge: boolean
  /** Version 0 names no account. */
  readonly account?: { readonly name: string; readonly currency: string }
}

export interface Problem {
  readonly name: string
  readonly code: string
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
}

export type ImportStep =
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'checking'
      readonly file: File
      readonly choice: ImportChoice
      readonly progress: Progress | null
    }
  | {
      readonly kind: 'account-needed'
      readonly file: File
      readonly choice: ImportChoice
      readonly problem: Problem | null
    }
  | { readonly kind: 'diverged'; readonly file: File; readonly choice: ImportChoice; readonly problem: Problem }
  | {
      readonly kind: 'refused'
      readonly file: File
      readonly choice: ImportChoice
      readonly problem: Problem
      readonly wasImporting: boolean
    }
  | { readonly kind: 'preview'; readonly file: File; readonly choice: ImportChoice; readonly report: ImportReport }
  | {
      readonly kind: 'importing'
      readonly file: File
      readonly choice: ImportChoice
      readonly report: ImportReport
      readonly progress: Progress | null
    }
  | { readonly kind: 'done'; readonly file: File; readonly choice: ImportChoice; readonly report: ImportReport }

export type ImportAction =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'choice'; readonly choice: Partial<ImportChoice> }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'import' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'reset' }

const FIRST_CHOICE: ImportChoice = { into: 'current', merge: false }

export function nextImportStep(step: ImportStep, action: ImportAction): ImportStep {
  switch (action.kind) {
    case 'reset':
      return { kind: 'choose' }
    case 'file':
      return isWorking(step) ? step : { kind: 'checking', file: action.file, choice: FIRST_CHOICE, progress: null }
    case 'choice':
      if (step.kind === 'choose' || isWorking(step) || step.kind === 'done') return step
      return { kind: 'checking', file: step.file, choice: { ...step.choice, ...action.choice }, progress: null }
    case 'progress':
      return isWorking(step) ? { ...step, progress: action.progress } : step
    case 'report':
      return isWorking(step) ? afterReport(step, action.report) : step
    case 'problem':
      return isWorking(step) ? afterProblem(step, action.problem) : step
    case 'import':
      return step.kind === 'preview' ? { ...step, kind: 'importing', progress: null } : step
    case 'cancel':
      return afterCancel(step)
  }
}

export function isWorking(step: ImportStep): step is Extract<ImportStep, { kind: 'checking' | 'importing' }> {
  return step.kind === 'checking' || step.kind === 'importing'
}

type Working = Extract<ImportStep, { kind: 'checking' | 'importing' }>

function afterReport({ kind, file, choice }: Working, report: ImportReport): ImportStep {
  return { kind: kind === 'checking' ? 'preview' : 'done', file, choice, report }
}

function afterProblem(step: Working, problem: Problem): ImportStep {
  const { kind, file, choice } = step
  if (problem.name === 'AbortError') {
    return step.kind === 'importing' ? { kind: 'preview', file, choice, report: step.report } : { kind: 'choose' }
  }
  // A second wrong account says why; the first time nothing was wrong yet.
  if (problem.code === 'account-needed') return { kind: 'account-needed', file, choice, problem: null }
  if (choice.account !== undefined && problem.code === 'invalid-command')
    return { kind: 'account-needed', file, choice, problem }
  if (problem.code === 'diverged') return { kind: 'diverged', file, choice, problem }
  return { kind: 'refused', file, choice, problem, wasImporting: kind === 'importing' }
}

/**
 * A cancelled check asks for a file again. An import that is being recorded may win the race against its cancel,
 * so it goes on until it says which it was: its report, or an AbortError.
 */
function afterCancel(step: ImportStep): ImportStep {
  return step.kind === 'importing' ? step : { kind: 'choose' }
}
