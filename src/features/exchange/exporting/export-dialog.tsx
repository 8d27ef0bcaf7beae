/** "Export log": the whole log by default, or as far as the cursor; written by the worker and saved by the browser. */
import { useEffect, useRef, useState } from 'react'
import type { Progress } from '../../../application/ledger-api'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { integrityMessages } from '../../../locales/en/integrity'
import { signatureMessages } from '../../../locales/en/signatures'
import { useCursor } from '../../../stores/cursor-store'
import { dialogs, useDialog } from '../../../stores/dialog-store'
import { describeError } from '../../../stores/dispatch'
import { noteBackup } from '../../../stores/keeping/backups'
import { useCanSign } from '../../../stores/keeping/can-sign'
import { hindsight, useLedger } from '../../../stores/ledger-store'
import { toast } from '../../../stores/toast-store'
import { Button } from '../../../ui/action/button'
import { Checkbox } from '../../../ui/field/checkbox'
import { RadioList } from '../../../ui/field/radio-list'
import { TextField } from '../../../ui/field/text-field'
import { fileSize } from '../../../ui/format/file-size'
import { formatInstant, localDate } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'
import { Dialog } from '../../../ui/overlay/dialog'
import { saveFile } from '../../../ui/save-file'
import { WorkProgress } from '../work-progress'
import styles from './export-dialog.module.css'
import { logFileName } from './log-file-name'

export function ExportDialog() {
  const request = useDialog((dialog) => dialog.request)
  return request?.kind === 'export' ? <OpenExport /> : null
}

type Work =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing'; readonly progress: Progress | null }
  | { readonly kind: 'failed'; readonly message: string }

function OpenExport() {
  const ledgerName = useLedger((ledger) => ledger.name)
  const size = useLedger((ledger) => ledger.size)
  const sound = useLedger(({ damage: found }) => found?.damage?.sound)
  const position = useCursor((cursor) => cursor.bound.position)
  const [scope, setScope] = useState<'all' | 'part'>('all')
  const [gzip, setGzip] = useState(false)
  const [typedName, setTypedName] = useState<string>()
  const [work, setWork] = useState<Work>({ kind: 'idle' })
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const part = scope === 'part'
  const proposed = logFileName({ ledgerName, day: localDate(), gzip, ...(part ? { upTo: position } : {}) })
  const name = typedName ?? proposed
  const writing = work.kind === 'writing'

  async function write(): Promise<void> {
    if (writing) return
    const control = new AbortController()
    stop.current = control
    setWork({ kind: 'writing', progress: null })
    // What is recorded while it is written may be in the file, or not.
    const { localId, size: atLeast, damage } = useLedger.getState()
    try {
      const file = await hindsight().exportLog({
        gzip,
        ...(part ? { at: { position } } : {}),
        signal: control.signal,
        onProgress: (progress) => !control.signal.aborted && setWork({ kind: 'writing', progress }),
      })
      if (control.signal.aborted) return
      const fileName = name.trim() === '' ? proposed : name.trim()
      saveFile(file, fileName)
      if (!part && !damage) noteBackup(localId, atLeast)
      dialogs.close()
      toast(messages.exported(fileName, fileSize(file.size)))
    } catch (error) {
      if (!control.signal.aborted) setWork({ kind: 'failed', message: describeError(error).message })
    }
  }
  const cancel = () => {
    stop.current?.abort()
    if (writing) setWork({ kind: 'idle' })
    else dialogs.close()
  }
  return (
    <Dialog
      title={messages.exportLog}
      onClose={cancel}
      dismissable={!writing}
      onSubmit={write}
      footer={
        <>
          <Button onPress={cancel}>{messages.cancel}</Button>
          <Button type="submit" variant="main" aria-busy={writing}>
            {messages.exportLog}
          </Button>
        </>
      }
    >
      {writing ? (
        <WorkProgress label={messages.exporting} progress={work.progress} />
      ) : (
        <>
          <ScopeChoice scope={scope} onScope={setScope} />
          <Checkbox label={messages.gzip} description={messages.gzipHint} checked={gzip} onChange={setGzip} />
          <TextField label={messages.fileName} value={name} onChange={setTypedName} />
          {sound !== undefined && <p className={styles.note}>{integrityMessages.onlySound(formatCount(sound))}</p>}
          {size === 0 && <p className={styles.note}>{messages.exportEmpty}</p>}
          {scope === 'all' && <Seal />}
        </>
      )}
      {work.kind === 'failed' && (
        <p role="alert" className={styles.problem}>
          {work.message}
        </p>
      )}
    </Dialog>
  )
}

interface ScopeChoiceProps {
  readonly scope: 'all' | 'part'
  readonly onScope: (scope: 'all' | 'part') => void
}

/** Asked only while rewound: at now there is but one answer. */
function ScopeChoice({ scope, onScope }: ScopeChoiceProps) {
  const size = useLedger((ledger) => ledger.size)
  const timeline = useLedger((ledger) => ledger.timeline)
  const position = useCursor((cursor) => cursor.bound.position)
  if (position >= size) return <p className={styles.note}>{messages.exportAllHint(formatCount(size))}</p>
  const recordedAt = timeline.columns.recordedAt[position - 1]
  const moment = recordedAt === undefined ? '' : formatInstant(recordedAt)
  return (
    <RadioList
      label={messages.exportWhat}
      value={scope}
      onChange={onScope}
      options={[
        { value: 'all', label: messages.exportAll, description: messages.exportAllHint(formatCount(size)) },
        {
          value: 'part',
          label: messages.exportPart,
          description: messages.exportPartHint(formatCount(position), moment),
        },
      ]}
    />
  )
}

function Seal() {
  const rootHash = useLedger((ledger) => ledger.rootHash)
  const size = useLedger((ledger) => ledger.size)
  const canSign = useCanSign()
  if (rootHash === '' || size === 0) return null
  return (
    <div className={styles.seal}>
      <span className={styles.sealTitle}>{messages.exportSeal}</span>
      <code>{rootHash}</code>
      <span className={styles.sealText}>{messages.exportSealText}</span>
      {canSign !== undefined && (
        <span className={canSign ? styles.sealText : styles.unsigned}>
          {canSign ? signatureMessages.willSign : signatureMessages.cannotSign}
        </span>
      )}
    </div>
  )
}
