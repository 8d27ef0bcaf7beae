/** "Repair from a backup": choose, see what would be kept and restored, repair, and read what was. */
import { CircleCheck, OctagonX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RepairReport } from '../../../application/integrity/repair-report'
import { integrityMessages as messages } from '../../../locales/en/integrity'
import { dialogs } from '../../../stores/dialog-store'
import { aside, repair } from '../../../stores/keeping/integrity'
import { Button } from '../../../ui/action/button'
import { ProgressBar } from '../../../ui/feedback/progress-bar'
import { Checkbox } from '../../../ui/field/checkbox'
import { formatCount } from '../../../ui/format/format-money'
import { Dialog } from '../../../ui/overlay/dialog'
import { saveFile } from '../../../ui/save-file'
import dialogStyles from '../ledger-dialogs.module.css'
import styles from './integrity.module.css'
import { LogFileField } from './log-file-field'
import { useWork } from './use-work'

/** `rebuild`: no file is needed, and what follows from the events is made anew. */
export function RepairDialog({ rebuild }: { readonly rebuild: boolean }) {
  const [file, setFile] = useState<File | null>(null)
  const [keepDoubtful, setKeepDoubtful] = useState(false)
  const preview = useWork<RepairReport>()
  const work = useWork<RepairReport>()
  const look = preview.run
  useEffect(() => {
    if (file || rebuild) look((options) => repair(file, { ...options, dryRun: true }))
  }, [file, rebuild, look])
  const start = () => work.run((options) => repair(file, { ...options, keepDoubtful }))
  const running = work.isRunning ? work : preview.isRunning ? preview : undefined
  const close = () => {
    work.stop()
    preview.stop()
    dialogs.close()
  }
  const problem = work.problem ?? preview.problem
  return (
    <Dialog
      title={rebuild ? messages.rebuild : messages.repairTitle}
      onClose={close}
      dismissable={!work.isRunning}
      footer={
        work.result ? (
          <Button variant="main" onPress={close}>
            {messages.done}
          </Button>
        ) : (
          <>
            <Button onPress={close}>{messages.cancel}</Button>
            <Button
              variant="main"
              disabledReason={preview.result && !work.isRunning ? null : messages.repairText}
              onPress={start}
            >
              {rebuild ? messages.rebuild : messages.repair}
            </Button>
          </>
        )
      }
    >
      {!rebuild && !work.result && (
        <>
          <p className={dialogStyles.text}>{messages.repairText}</p>
          {!work.isRunning && <LogFileField label={messages.logFile} file={file} onFile={setFile} />}
        </>
      )}
      {running && (
        <ProgressBar
          label={work.isRunning ? messages.repairing : messages.checking}
          done={running.progress?.done ?? 0}
          total={running.progress?.total}
          unit="events"
        />
      )}
      {problem !== null && (
        <p role="alert" className={dialogStyles.problem}>
          {problem}
        </p>
      )}
      {preview.result && !work.result && !work.isRunning && (
        <>
          <Outcome report={preview.result} />
          {preview.result.doubtful > 0 && (
            <Checkbox
              label={messages.keepDoubtful(preview.result.doubtful, formatCount(preview.result.doubtful))}
              checked={keepDoubtful}
              onChange={setKeepDoubtful}
            />
          )}
        </>
      )}
      {work.result && (
        <>
          <Outcome report={work.result} />
          <SetAsideFacts />
        </>
      )}
    </Dialog>
  )
}

function Outcome({ report }: { readonly report: RepairReport }) {
  const { kept, restored, lost, proved, verified } = report
  const isBroken = verified !== undefined && !verified.ok
  const title = verified === undefined ? messages.wouldTitle : isBroken ? messages.doneBroken : messages.doneTitle
  return (
    <div className={styles.facts} role={isBroken ? 'alert' : 'status'}>
      <div className={isBroken ? `${dialogStyles.verdict} ${dialogStyles.broken}` : dialogStyles.verdict}>
        {isBroken ? <OctagonX aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
        <b>{title}</b>
      </div>
      <ul>
        <li>{messages.kept(kept, formatCount(kept))}</li>
        <li>{messages.restored(restored, formatCount(restored))}</li>
        <li>{lost > 0 ? messages.lost(lost, formatCount(lost)) : messages.nothingLost}</li>
      </ul>
      <p>{proved ? messages.proved : messages.notProved}</p>
      {verified?.ok && <p>{messages.verified(formatCount(verified.size))}</p>}
    </div>
  )
}

/** Kept until the person lets go of it. */
function SetAsideFacts() {
  const [file, setFile] = useState<Blob | null>(null)
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    aside.read().then(setFile, () => undefined)
  }, [])
  if (isGone) return <p role="status">{messages.asideGone}</p>
  if (!file) return null
  return (
    <div className={styles.facts}>
      <p>{messages.asideText}</p>
      <div className={styles.actions}>
        <Button onPress={() => saveFile(file, 'hindsight-set-aside.bin')}>{messages.asideExport}</Button>
        <Button onPress={() => void aside.discard().then(() => setGone(true))}>{messages.asideDiscard}</Button>
      </div>
    </div>
  )
}
