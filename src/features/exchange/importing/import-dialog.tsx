/** "Import log": choose, see what it would change, import, and read what happened. Nothing is written before the choice. */
import { type ReactNode, useEffect, useRef } from 'react'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { travel, useCursor } from '../../../stores/cursor-store'
import { dialogs, useDialog } from '../../../stores/dialog-store'
import { Button } from '../../../ui/action/button'
import { formatCount } from '../../../ui/format/format-money'
import { Dialog, DialogNote } from '../../../ui/overlay/dialog'
import { AccountNeeded } from './account-needed'
import { DivergedLogs } from './diverged-logs'
import { FileCard } from './file-card'
import { FileChooser } from './file-chooser'
import styles from './import-dialog.module.css'
import { type ImportStep, isWorking } from './import-flow'
import { ImportPreview, ImportResult } from './import-preview'
import { ImportWork } from './import-work'
import { RefusedFile } from './refused-file'
import { type ImportRun, useImport } from './use-import'

export function ImportDialog() {
  const request = useDialog((dialog) => dialog.request)
  return request?.kind === 'import' ? <OpenImport file={request.file} /> : null
}

function OpenImport({ file }: { readonly file: File | undefined }) {
  const run = useImport(file)
  const { step } = run
  const body = useRef<HTMLDivElement>(null)
  const { kind } = step
  // What was pressed is gone with its step: the focus goes to what comes next, not to nowhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every new step
  useEffect(() => {
    const dialog = body.current?.closest('[role="dialog"]')
    const next = dialog?.querySelector<HTMLElement>('[data-next], form input') ?? dialog
    if (next instanceof HTMLElement) next.focus()
  }, [kind])
  const close = () => {
    if (step.kind === 'importing') return
    run.cancel()
    if (step.kind === 'done' && step.report.added > 0) travel.now()
    dialogs.close()
  }
  return (
    <Dialog
      title={messages.importLog}
      size={step.kind === 'preview' || step.kind === 'done' ? 'wide' : 'form'}
      onClose={close}
      dismissable={!isWorking(step)}
      footer={<ImportFooter run={run} onClose={close} />}
    >
      <div ref={body} className={styles.body}>
        <StepBody run={run} />
      </div>
    </Dialog>
  )
}

function StepBody({ run: { step, act } }: { readonly run: ImportRun }): ReactNode {
  const change = () => act({ kind: 'reset' })
  switch (step.kind) {
    case 'choose':
      return <FileChooser onFile={(file) => act({ kind: 'file', file })} />
    case 'checking':
    case 'importing':
      return <ImportWork step={step} />
    case 'account-needed':
      return (
        <>
          <FileCard file={step.file} onChange={change} />
          <AccountNeeded step={step} onAccount={(account) => act({ kind: 'choice', choice: { account } })} />
        </>
      )
    case 'diverged':
      return (
        <>
          <FileCard file={step.file} onChange={change} />
          <DivergedLogs
            problem={step.problem}
            onMerge={() => act({ kind: 'choice', choice: { merge: true, into: 'current' } })}
            onNew={() => act({ kind: 'choice', choice: { merge: false, into: 'new' } })}
          />
        </>
      )
    case 'refused':
      return (
        <>
          <FileCard file={step.file} onChange={change} />
          <RefusedFile step={step} onNew={() => act({ kind: 'choice', choice: { merge: false, into: 'new' } })} />
        </>
      )
    case 'preview':
      return (
        <>
          <FileCard file={step.file} report={step.report} onChange={change} />
          <ImportPreview step={step} onInto={(into) => act({ kind: 'choice', choice: { into, merge: false } })} />
        </>
      )
    case 'done':
      return (
        <>
          <FileCard file={step.file} report={step.report} />
          <ImportResult step={step} />
        </>
      )
  }
}

function ImportFooter({ run, onClose }: { readonly run: ImportRun; readonly onClose: () => void }) {
  const { step, act, cancel } = run
  const isNow = useCursor((cursor) => cursor.isNow)
  if (isWorking(step)) {
    return (
      <Button data-next onPress={cancel}>
        {messages.cancel}
      </Button>
    )
  }
  if (step.kind === 'done' || nothingToAdd(step)) {
    return (
      <Button variant="main" data-next onPress={onClose}>
        {messages.done}
      </Button>
    )
  }
  if (step.kind === 'refused' && step.wasImporting) {
    return (
      <>
        <Button onPress={onClose}>{messages.cancel}</Button>
        <Button variant="main" data-next onPress={() => act({ kind: 'choice', choice: {} })}>
          {messages.tryAgain}
        </Button>
      </>
    )
  }
  if (step.kind !== 'preview') return <Button onPress={onClose}>{messages.cancel}</Button>
  const { added, file } = step.report
  const past = !isNow && step.choice.into === 'current' ? messages.pastReadOnly : null
  return (
    <>
      <DialogNote>{messages.checked(formatCount(file.size))}</DialogNote>
      <Button onPress={onClose}>{messages.cancel}</Button>
      <Button variant="main" data-next disabledReason={past} onPress={() => act({ kind: 'import' })}>
        {messages.importEvents(added, formatCount(added))}
      </Button>
    </>
  )
}

function nothingToAdd(step: ImportStep): boolean {
  return step.kind === 'preview' && step.report.result === 'already-present'
}
