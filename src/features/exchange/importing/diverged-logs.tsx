/** Ledger and file share a beginning and then part: what each has, and the two ways on. */
import { GitFork, GitMerge, Library } from 'lucide-react'
import type { ReactNode } from 'react'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { formatCount } from '../../../ui/format/format-money'
import styles from './import-dialog.module.css'
import type { Problem } from './import-flow'

interface DivergedLogsProps {
  readonly problem: Problem
  readonly onMerge: () => void
  readonly onNew: () => void
}

export function DivergedLogs({ problem, onMerge, onNew }: DivergedLogsProps) {
  const [common, here, file] = (['commonPosition', 'ledgerBeyond', 'fileBeyond'] as const).map((fact) =>
    formatCount(Number(problem.facts[fact] ?? 0)),
  )
  const sameStart = Number(problem.facts.commonPosition ?? 0) > 0
  return (
    <>
      <div className={styles.verdict} role="status">
        <GitFork aria-hidden="true" />
        <b>{messages.divergedTitle}</b>
        <p>
          {sameStart
            ? messages.divergedText(common ?? '', here ?? '', file ?? '')
            : messages.divergedFromStart(here ?? '', file ?? '')}{' '}
          {messages.divergedAsk}
        </p>
      </div>
      <dl className={styles.fork}>
        <div>
          <dt>{messages.inCommon}</dt>
          <dd>{common}</dd>
        </div>
        <div>
          <dt>{messages.onlyHere}</dt>
          <dd>{here}</dd>
        </div>
        <div>
          <dt>{messages.onlyFile}</dt>
          <dd>{file}</dd>
        </div>
      </dl>
      <div className={styles.ways}>
        <Way icon={<GitMerge />} title={messages.merge} text={messages.mergeHint} onPress={onMerge} first />
        <Way icon={<Library />} title={messages.asNew} text={messages.asNewHint} onPress={onNew} />
      </div>
    </>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly onPress: () => void
  readonly first?: boolean
}

/** A choice that needs a sentence. Its accessible name is the title alone. */
export function Way({ icon, title, text, onPress, first = false }: WayProps) {
  return (
    <button
      type="button"
      className={styles.way}
      aria-label={title}
      onClick={onPress}
      {...(first ? { 'data-next': '' } : {})}
    >
      {icon}
      <span>
        <b>{title}</b>
        <span className={styles.quiet}>{text}</span>
      </span>
    </button>
  )
}
