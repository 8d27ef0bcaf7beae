/** What an import would do, and afterwards what it did: one sentence, the effect on each account, warnings. */
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { ImportNotice } from '../../../exchange/import-report'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { useLedger } from '../../../stores/ledger-store'
import { Button } from '../../../ui/action/button'
import { Select } from '../../../ui/field/select'
import { formatInstant } from '../../../ui/format/format-date'
import { formatCount, formatMoney } from '../../../ui/format/format-money'
import { EffectsTable } from './effects-table'
import styles from './import-dialog.module.css'
import type { ImportStep } from './import-flow'
import { verdictOf } from './import-verdict'
import { SignatureFacts } from './signature-facts'

type Preview = Extract<ImportStep, { kind: 'preview' }>
type Done = Extract<ImportStep, { kind: 'done' }>

interface ImportPreviewProps {
  readonly step: Preview
  readonly onInto: (into: 'current' | 'new') => void
}

export function ImportPreview({ step, onInto }: ImportPreviewProps) {
  const ledgerName = useLedger((ledger) => ledger.name)
  const { report, choice } = step
  const { title, text } = verdictOf(report, choice)
  return (
    <>
      <Verdict title={title} text={text} />
      <SignatureFacts signature={report.signature} />
      {!choice.merge && (
        <Select
          label={messages.target}
          value={choice.into}
          onChange={(into) => onInto(into === 'new' ? 'new' : 'current')}
          options={[
            { value: 'current', label: messages.targetCurrent(ledgerName) },
            { value: 'new', label: messages.targetNew },
          ]}
        />
      )}
      <EffectsTable effects={report.effects} />
      <Notices notices={report.notices} />
    </>
  )
}

export function ImportResult({ step: { report } }: { readonly step: Done }) {
  return (
    <>
      <Verdict
        title={messages.doneTitle[report.result](report.added, formatCount(report.added))}
        text={messages.doneText(formatCount(report.size))}
      />
      {report.rootHash !== null && (
        <p className={styles.seal}>
          <span className={styles.quiet}>{messages.root}</span> <code>{report.rootHash}</code>
        </p>
      )}
      <EffectsTable effects={report.effects} done />
      <Notices notices={report.notices} />
    </>
  )
}

function Verdict({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className={styles.verdict} role="status">
      <CircleCheck aria-hidden="true" />
      <b>{title}</b>
      <p>{text}</p>
    </div>
  )
}

/** A merge of a bank's log may warn of every account; the first few say what it is about. */
const MOST_SHOWN = 5

function Notices({ notices }: { readonly notices: readonly ImportNotice[] }) {
  const [all, setAll] = useState(false)
  if (notices.length === 0) return null
  const shown = (all ? notices : notices.slice(0, MOST_SHOWN)).map(noticeWords)
  return (
    <div className={styles.warnings}>
      <TriangleAlert aria-hidden="true" />
      <ul aria-label={messages.warnings}>
        {shown.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
        {shown.length < notices.length && (
          <li>
            <Button variant="bare" size="small" onPress={() => setAll(true)}>
              {messages.moreWarnings(formatCount(notices.length - shown.length))}
            </Button>
          </li>
        )}
      </ul>
    </div>
  )
}

function noticeWords(notice: ImportNotice): string {
  const words = messages.notices
  switch (notice.code) {
    case 'no-seal':
      return words.noSeal
    case 'ahead-of-clock':
      return words.aheadOfClock(notice.events, formatCount(notice.events), formatInstant(notice.latest))
    case 'below-limit': {
      const { name, currency, exponent, balance, overdraftLimit } = notice
      return words.belowLimit(
        name,
        formatMoney(balance, { currency, exponent }),
        formatMoney(overdraftLimit, { currency, exponent }),
      )
    }
    case 'entries-while-closed':
      return words.whileClosed(notice.name, notice.entries, formatCount(notice.entries))
  }
}
