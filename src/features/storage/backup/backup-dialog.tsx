/** "Automatic backup": where to, how often, how it went, and the one button for what went wrong. */
import { FolderClock, ShieldCheck, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { backupMessages as messages } from '../../../locales/en/backup'
import type { BackupPlan } from '../../../storage/backups/backup-plan'
import { dialogs, useDialog } from '../../../stores/dialog-store'
import { canChoosePlaces, changePlan, readPlan, useBackupPlan, usePlan } from '../../../stores/keeping/backup-plan'
import { useLedger } from '../../../stores/ledger-store'
import { Button } from '../../../ui/action/button'
import { ProgressBar } from '../../../ui/feedback/progress-bar'
import { Select } from '../../../ui/field/select'
import { formatCount } from '../../../ui/format/format-money'
import { Dialog } from '../../../ui/overlay/dialog'
import styles from './backup-dialog.module.css'
import { faultWords, lastBackupWords } from './backup-status'
import { backUpNow, chooseAndBackUp, turnOff } from './use-backup'

export function BackupDialog() {
  const request = useDialog((dialog) => dialog.request)
  return request?.kind === 'backup' ? <OpenBackup /> : null
}

function OpenBackup() {
  const plan = usePlan()
  const isSandbox = useLedger((ledger) => ledger.branch !== null)
  useEffect(() => {
    // What cannot be read is told when something is done about it.
    void readPlan().catch(() => undefined)
  }, [])
  const cannot = isSandbox ? messages.sandbox : canChoosePlaces() ? null : messages.unsupported
  return (
    <Dialog
      title={messages.title}
      onClose={dialogs.close}
      footer={
        <Button variant="main" onPress={dialogs.close}>
          {messages.done}
        </Button>
      }
    >
      <p className={styles.text}>{messages.text}</p>
      {cannot !== null ? <p role="status">{cannot}</p> : plan === undefined ? <Choice /> : <Settings plan={plan} />}
    </Dialog>
  )
}

function Choice() {
  return (
    <div className={styles.buttons}>
      <Button variant="main" icon={<FolderClock />} onPress={() => void chooseAndBackUp('folder')}>
        {messages.chooseFolder}
      </Button>
      <Button onPress={() => void chooseAndBackUp('file')}>{messages.chooseFile}</Button>
    </div>
  )
}

const COUNTS = [10, 100, 1_000]
const KEPT = [2, 5, 10, 30]

function Settings({ plan }: { readonly plan: BackupPlan }) {
  const running = useBackupPlan((state) => state.running)
  const { place, every, keep } = plan
  const isFolder = place.kind === 'folder'
  const busy = running ? messages.writing : null
  return (
    <>
      <Status plan={plan} />
      <div className={styles.choices}>
        <Select
          label={messages.how}
          value={String(every)}
          onChange={(value) => void changePlan({ every: Number(value) })}
          options={[
            { value: '0', label: messages.everyDay },
            ...COUNTS.map((count) => ({ value: String(count), label: messages.every(formatCount(count)) })),
          ]}
        />
        {isFolder && (
          <Select
            label={messages.keep}
            value={String(keep)}
            onChange={(value) => void changePlan({ keep: Number(value) })}
            options={KEPT.map((count) => ({ value: String(count), label: messages.keepLast(formatCount(count)) }))}
          />
        )}
      </div>
      <div className={styles.buttons}>
        <Button disabledReason={busy} onPress={() => void backUpNow()}>
          {messages.now}
        </Button>
        <Button disabledReason={busy} onPress={() => void chooseAndBackUp(place.kind)}>
          {isFolder ? messages.otherFolder : messages.otherFile}
        </Button>
        <Button variant="bare" disabledReason={busy} onPress={() => void turnOff()}>
          {messages.end}
        </Button>
      </div>
    </>
  )
}

function Status({ plan }: { readonly plan: BackupPlan }) {
  const size = useLedger((ledger) => ledger.size)
  const running = useBackupPlan((state) => state.running)
  const progress = useBackupPlan((state) => state.progress)
  const { place, written, fault } = plan
  const behind = Math.max(0, size - (written.at(-1)?.events ?? 0))
  const problem = faultWords(plan)
  return (
    <section className={styles.status} aria-label={messages.settings}>
      <div className={problem === undefined ? styles.place : `${styles.place} ${styles.failed}`}>
        {problem === undefined ? <ShieldCheck aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
        <b>{place.kind === 'folder' ? messages.folder(place.handle.name) : messages.file(place.handle.name)}</b>
      </div>
      <p role="status">
        {lastBackupWords(plan, Date.now())}
        {/* What cannot be written to is no proof that anything is still there. */}
        {written.length > 0 && problem === undefined && (
          <span className={styles.quiet}>
            {' '}
            {behind === 0 ? messages.upToDate : messages.behind(behind, formatCount(behind))}
          </span>
        )}
      </p>
      {running ? (
        <ProgressBar
          label={messages.writing}
          done={progress?.done ?? 0}
          total={progress?.total}
          unit={progress?.unit ?? 'events'}
        />
      ) : (
        problem !== undefined && (
          <div role="alert" className={styles.problem}>
            <p>{problem}</p>
            {fault?.code === 'permission' && (
              <Button variant="main" onPress={() => void backUpNow()}>
                {messages.allow}
              </Button>
            )}
          </div>
        )
      )}
    </section>
  )
}
