/** Why a file is not taken: a headline, the error's own words with the place, and that nothing was changed. */
import { Library, OctagonX } from 'lucide-react'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { failureMessages } from '../../../locales/en/failures'
import { formatCount } from '../../../ui/format/format-money'
import { Way } from './diverged-logs'
import styles from './import-dialog.module.css'
import type { ImportStep } from './import-flow'

interface RefusedFileProps {
  readonly step: Extract<ImportStep, { kind: 'refused' }>
  readonly onNew: () => void
}

const titles: Readonly<Record<string, string>> = messages.refusals

/** More conflicts than this say no more. */
const MOST_SHOWN = 20

export function RefusedFile({ step: { problem }, onNew }: RefusedFileProps) {
  const conflicts = conflictMessages(problem.facts.conflicts)
  const path = typeof problem.facts.path === 'string' ? problem.facts.path : ''
  return (
    <>
      <div className={`${styles.verdict} ${styles.refused}`} role="alert">
        <OctagonX aria-hidden="true" />
        <b>{titles[problem.code] ?? messages.refusalFallback}</b>
        <p>{problem.message}</p>
        {path !== '' && (
          <p>
            <span className={styles.quiet}>{messages.refusedPlace}</span> <code>{path}</code>
          </p>
        )}
        <p>{messages.refusedUnchanged}</p>
      </div>
      {conflicts.length > 0 && (
        <details className={styles.conflicts}>
          <summary>{messages.conflicts(formatCount(conflicts.length))}</summary>
          <ul>
            {conflicts.slice(0, MOST_SHOWN).map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      {problem.code === 'conflicting-event' && (
        <div className={styles.ways}>
          <Way icon={<Library />} title={messages.asNew} text={messages.asNewHint} onPress={onNew} first />
        </div>
      )}
    </>
  )
}

function conflictMessages(conflicts: unknown): readonly string[] {
  if (!Array.isArray(conflicts)) return []
  return conflicts.flatMap((conflict: unknown) => {
    if (typeof conflict !== 'object' || conflict === null || !('message' in conflict)) return []
    const { position, reason, message } = conflict as { position?: unknown; reason?: unknown; message: unknown }
    return [failureMessages.conflict(formatCount(Number(position)), String(reason)) ?? String(message)]
  })
}
