/** "Prove an export": what a file is to this ledger, or to another file, in one sentence, and the proof beneath. */
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { ExportProof, ProvedLog } from '../../../application/integrity/proving/export-proof'
import { integrityMessages as messages } from '../../../locales/en/integrity'
import { dialogs } from '../../../stores/dialog-store'
import { prove } from '../../../stores/keeping/integrity'
import { useLedger } from '../../../stores/ledger-store'
import { Button } from '../../../ui/action/button'
import { ProgressBar } from '../../../ui/feedback/progress-bar'
import { RadioList } from '../../../ui/field/radio-list'
import { formatInstant } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'
import { Dialog } from '../../../ui/overlay/dialog'
import { saveFile } from '../../../ui/save-file'
import dialogStyles from '../ledger-dialogs.module.css'
import styles from './integrity.module.css'
import { LogFileField } from './log-file-field'
import { useWork } from './use-work'

interface Proved {
  readonly proof: ExportProof
  readonly holds: boolean
  readonly names: readonly [string, string]
}

export function ProveDialog() {
  const ledgerName = useLedger((ledger) => ledger.name)
  const [file, setFile] = useState<File | null>(null)
  const [other, setOther] = useState<File | null>(null)
  const [against, setAgainst] = useState<'ledger' | 'file'>('ledger')
  const work = useWork<Proved>()
  const second = against === 'file' ? other : null
  const isReady = file !== null && (against === 'ledger' || other !== null)
  const start = () => {
    if (!file || !isReady) return
    const names = [file.name, second?.name ?? ledgerName] as const
    work.run(async (options) => ({ ...(await prove(file, second, options)), names }))
  }
  const close = () => {
    work.stop()
    dialogs.close()
  }
  return (
    <Dialog
      title={messages.proveTitle}
      onClose={close}
      onSubmit={start}
      footer={
        <>
          <Button onPress={close}>{work.result ? messages.done : messages.cancel}</Button>
          <Button type="submit" variant="main" disabledReason={isReady ? null : messages.choose}>
            {messages.prove}
          </Button>
        </>
      }
    >
      <p className={dialogStyles.text}>{messages.proveText}</p>
      <LogFileField label={messages.logFile} file={file} onFile={setFile} />
      <RadioList
        label={messages.against}
        value={against}
        onChange={setAgainst}
        options={[
          { value: 'ledger', label: messages.thisLedger(ledgerName) },
          { value: 'file', label: messages.otherFile },
        ]}
      />
      {against === 'file' && <LogFileField label={messages.secondFile} file={other} onFile={setOther} />}
      {work.isRunning && (
        <ProgressBar
          label={messages.proving}
          done={work.progress?.done ?? 0}
          total={work.progress?.total}
          unit="events"
        />
      )}
      {work.problem !== null && (
        <p role="alert" className={dialogStyles.problem}>
          {work.problem}
        </p>
      )}
      {work.result && <Verdict proved={work.result} />}
    </Dialog>
  )
}

function Verdict({ proved }: { readonly proved: Proved }) {
  const { proof, holds, names } = proved
  const isOne = proof.verdict !== 'differs' && proof.verdict !== 'foreign'
  const { title, text } = verdictWords(proof, names)
  const save = () =>
    saveFile(new Blob([`${JSON.stringify(proof, null, 1)}\n`], { type: 'application/json' }), 'hindsight-proof.json')
  return (
    <div className={styles.facts} role="status">
      <div className={isOne ? dialogStyles.verdict : `${dialogStyles.verdict} ${dialogStyles.broken}`}>
        {isOne ? <ShieldCheck aria-hidden="true" /> : <ShieldAlert aria-hidden="true" />}
        <b>{title}</b>
        <p>{text}</p>
      </div>
      <ul>
        <LogFacts log={proof.first} name={names[0]} />
        <LogFacts log={proof.second} name={names[1]} />
      </ul>
      <p>{holds ? messages.checked : messages.notChecked}</p>
      <div className={styles.actions}>
        <Button onPress={save}>{messages.saveProof}</Button>
      </div>
      <details>
        <summary>{messages.technical}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <pre className={styles.proof} lang="en" tabIndex={0}>
          {JSON.stringify(proof, null, 1)}
        </pre>
      </details>
    </div>
  )
}

function LogFacts({ log, name }: { readonly log: ProvedLog; readonly name: string }) {
  const { size, source, signature } = log
  const { kind, fingerprint, signedAt } = signature
  const facts = [
    messages.events(size, formatCount(size)),
    ...(source === 'file' ? [messages.signatures[kind]] : []),
    ...(fingerprint === undefined ? [] : [messages.key(fingerprint)]),
    ...(signedAt === undefined || kind === 'does-not-fit' ? [] : [formatInstant(signedAt)]),
  ]
  return (
    <li>
      {name}: {facts.join(' · ')}
    </li>
  )
}

function verdictWords(
  { verdict, common, first, second }: ExportProof,
  names: readonly [string, string],
): { readonly title: string; readonly text: string } {
  const [a, b] = names.map(messages.theFile) as [string, string]
  const [count, more] = [formatCount(common), formatCount(Math.max(first.size, second.size) - common)]
  switch (verdict) {
    case 'same':
      return { title: messages.same(a, b), text: messages.sameText(common, count) }
    case 'earlier':
      return { title: messages.earlier(a, b), text: messages.earlierText(count, more) }
    case 'later':
      return { title: messages.earlier(b, a), text: messages.earlierText(count, more) }
    case 'differs':
      return { title: messages.differs(formatCount(common + 1)), text: messages.differsText(count) }
    case 'foreign':
      return { title: messages.foreign, text: messages.foreignText }
  }
}
