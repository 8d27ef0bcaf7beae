/** "Restore from a backup": one step from the file to the ledger, and a report of what was read again. */
import { CircleCheck, OctagonX } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { BackupFile } from '../../../application/backup/restore-log'
import { backupMessages as messages } from '../../../locales/en/backup'
import { travel } from '../../../stores/cursor-store'
import { dialogs, useDialog } from '../../../stores/dialog-store'
import { canChoosePlaces, readPlan, usePlan } from '../../../stores/keeping/backup-plan'
import { type RestoreStep, restoring, useRestoring } from '../../../stores/keeping/restoring'
import { Button } from '../../../ui/action/button'
import { ProgressBar } from '../../../ui/feedback/progress-bar'
import { formatInstant } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'
import { Dialog } from '../../../ui/overlay/dialog'
import styles from './restore-dialog.module.css'
import { SameLedger } from './same-ledger'

export function RestoreDialog() {
  const request = useDialog((dialog) => dialog.request)
  return request?.kind === 'restore' ? <OpenRestore /> : null
}

function OpenRestore() {
  const step = useRestoring((state) => state.step)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    restoring.begin()
    void readPlan().catch(() => undefined)
    return restoring.cancel
  }, [])
  const { kind } = step
  // What was pressed is gone with its step: the focus goes to what comes next, not to nowhere.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every new step
  useEffect(() => {
    const dialog = body.current?.closest<HTMLElement>('[role="dialog"]')
    const next = dialog?.querySelector<HTMLElement>('[data-next]') ?? dialog
    next?.focus()
  }, [kind])
  const isDone = kind === 'done'
  const close = () => {
    if (isDone) travel.now()
    dialogs.close()
  }
  return (
    <Dialog
      title={messages.restore}
      onClose={close}
      dismissable={kind !== 'working'}
      footer={
        <Button variant={isDone ? 'main' : 'plain'} {...(isDone ? { 'data-next': '' } : {})} onPress={close}>
          {isDone ? messages.done : messages.cancel}
        </Button>
      }
    >
      <div ref={body} className={styles.body}>
        <Body step={step} />
      </div>
    </Dialog>
  )
}

function Body({ step }: { readonly step: RestoreStep }): ReactNode {
  switch (step.kind) {
    case 'choose':
      return <Choose empty={step.empty === true} />
    case 'working':
      return (
        <ProgressBar
          label={messages[step.at]}
          done={step.progress?.done ?? 0}
          total={step.progress?.total}
          unit={step.progress?.unit ?? 'events'}
        />
      )
    case 'which':
      return <Which ledgers={step.ledgers} />
    case 'same':
      return <SameLedger backup={step.backup} same={step.same} />
    case 'done':
      return <Done restored={step.restored} />
    case 'failed':
      return <Failed step={step} />
  }
}

function Choose({ empty }: { readonly empty: boolean }) {
  const input = useRef<HTMLInputElement>(null)
  const place = usePlan()?.place
  return (
    <>
      <p className={styles.text}>{messages.restoreText}</p>
      <input
        ref={input}
        type="file"
        aria-label={messages.backupFile}
        accept=".json,.gz,application/json,application/gzip"
        className={styles.unseen}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void restoring.file(file)
        }}
      />
      <div className={styles.buttons}>
        <Button variant="main" data-next="" onPress={() => input.current?.click()}>
          {messages.restoreFile}
        </Button>
        {place?.kind === 'folder' && (
          <Button onPress={() => void restoring.folder(place.handle)}>{messages.restoreFrom(place.handle.name)}</Button>
        )}
        {canChoosePlaces() && <Button onPress={() => void restoring.folder()}>{messages.restoreFolder}</Button>}
      </div>
      {empty && (
        <p role="alert" className={styles.problem}>
          {messages.noneInFolder}
        </p>
      )}
    </>
  )
}

function Which({ ledgers }: { readonly ledgers: readonly (readonly BackupFile[])[] }) {
  return (
    <>
      <p className={styles.text}>{messages.which}</p>
      <ul className={styles.list}>
        {ledgers.map((backups, index) => {
          const [newest] = backups
          if (!newest) return null
          const { ledgerId, name, size, exportedAt } = newest.facts
          const written = exportedAt === null ? '' : formatInstant(exportedAt)
          return (
            <li key={ledgerId}>
              <button
                type="button"
                className={styles.line}
                {...(index === 0 ? { 'data-next': '' } : {})}
                onClick={() => void restoring.newest(backups)}
              >
                <b>{name}</b>{' '}
                <span className={styles.quiet}>{messages.fileFacts(size ?? 0, formatCount(size ?? 0), written)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Done({ restored: { report, name, verified, reason } }: Omit<Extract<RestoreStep, { kind: 'done' }>, 'kind'>) {
  return (
    <>
      <Verdict
        icon={verified ? <CircleCheck aria-hidden="true" /> : <OctagonX aria-hidden="true" />}
        title={verified ? messages.restored(report.added, formatCount(report.added)) : messages.notVerified}
        alert={!verified}
      >
        <p>{verified ? messages.restoredText(name) : messages.notVerifiedText}</p>
        {reason !== undefined && <p lang="en">{reason}</p>}
      </Verdict>
      {report.rootHash !== null && (
        <p className={styles.seal}>
          <span className={styles.quiet}>{messages.seal}</span> <code>{report.rootHash}</code>
        </p>
      )}
    </>
  )
}

function Failed({ step: { failure, file, older } }: { readonly step: Extract<RestoreStep, { kind: 'failed' }> }) {
  const isPlainList = failure.code === 'account-needed'
  return (
    <>
      <Verdict icon={<OctagonX aria-hidden="true" />} title={messages.refused} alert>
        <p>{isPlainList ? messages.accountNeeded : failure.message}</p>
        {file && <p className={styles.quiet}>{file.name}</p>}
        <p>{messages.unchanged}</p>
      </Verdict>
      <div className={styles.buttons}>
        {isPlainList && file && (
          <Button variant="main" data-next="" onPress={() => dialogs.open({ kind: 'import', file })}>
            {messages.importInstead}
          </Button>
        )}
        {older.length > 0 && (
          <Button variant="main" data-next="" onPress={() => void restoring.newest(older)}>
            {messages.olderOne}
          </Button>
        )}
        <Button onPress={restoring.begin}>{messages.restoreFile}</Button>
      </div>
    </>
  )
}

interface VerdictProps {
  readonly icon: ReactNode
  readonly title: string
  readonly alert?: boolean
  readonly children: ReactNode
}

function Verdict({ icon, title, alert = false, children }: VerdictProps) {
  return (
    <div className={alert ? `${styles.verdict} ${styles.broken}` : styles.verdict} role={alert ? 'alert' : 'status'}>
      {icon}
      <b>{title}</b>
      {children}
    </div>
  )
}
