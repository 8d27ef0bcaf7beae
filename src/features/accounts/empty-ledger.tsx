/** The first run: four ways in, and three small drawings of what this ledger can do that others cannot. */
import { ArrowRight, FlaskConical, Import, Plus, ShieldCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { accountMessages as messages } from '../../locales/en/accounts/accounts'
import { dialogs } from '../../stores/dialog-store'
import { describeError } from '../../stores/dispatch'
import { openSampleData } from '../../stores/sample'
import styles from './empty-ledger.module.css'

export function EmptyLedger() {
  const [sample, setSample] = useState<'idle' | 'working' | string>('idle')
  const working = sample === 'working'
  async function explore(): Promise<void> {
    if (working) return
    setSample('working')
    try {
      await openSampleData()
      setSample('idle')
    } catch (error) {
      setSample(describeError(error).message)
    }
  }
  return (
    <div className={styles.hello}>
      <h1>{messages.emptyTitle}</h1>
      <p className={styles.lead}>{messages.emptyText}</p>
      <ul className={styles.ways}>
        <Way
          first
          icon={<Plus />}
          title={messages.openFirst}
          text={messages.openFirstText}
          onPress={() => dialogs.open({ kind: 'open-account' })}
        />
        <Way
          icon={<FlaskConical />}
          title={messages.sample}
          text={working ? messages.sampleWorking : messages.sampleText}
          busy={working}
          onPress={explore}
        />
        <Way
          icon={<Import />}
          title={messages.importLog}
          text={messages.importText}
          onPress={() => dialogs.open({ kind: 'import' })}
        />
        <Way
          icon={<ShieldCheck />}
          title={messages.restore}
          text={messages.restoreText}
          onPress={() => dialogs.open({ kind: 'restore' })}
        />
      </ul>
      {sample !== 'idle' && !working && (
        <p role="alert" className={styles.problem}>
          {sample}
        </p>
      )}
      <Teaching />
    </div>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  readonly first?: boolean
  readonly busy?: boolean
  readonly onPress: () => void
}

function Way({ icon, title, text, first = false, busy = false, onPress }: WayProps) {
  return (
    <li>
      <button type="button" className={styles.way} onClick={onPress} aria-busy={busy}>
        <span className={first ? styles.firstIcon : styles.icon}>{icon}</span>
        <span className={styles.words}>
          <b>{title}</b>
          <span aria-live="polite">{text}</span>
        </span>
        <ArrowRight className={styles.arrow ?? ''} aria-hidden />
      </button>
    </li>
  )
}

const BARS = [0, 20, 40, 60, 80, 100, 140, 160, 180]

/** Drawn, not told: a step line, the same line rewound, one event picked out of many. */
function Teaching() {
  return (
    <div className={styles.teach}>
      <div>
        <svg viewBox="0 0 200 40" preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.known} d="M0 36H40V28H80V31H120V14H160V20H200" />
        </svg>
        <b>{messages.record}</b>
        <p>{messages.recordText}</p>
      </div>
      <div>
        <svg viewBox="0 0 200 40" preserveAspectRatio="none" aria-hidden="true">
          <path className={styles.past} d="M0 36H40V28H80V31H100" />
          <path className={styles.later} d="M100 31H120V14H160V20H200" />
          <path className={styles.cursor} d="M100 2V40" />
        </svg>
        <b>{messages.rewind}</b>
        <p>{messages.rewindText}</p>
      </div>
      <div>
        <svg viewBox="0 0 200 40" preserveAspectRatio="none" aria-hidden="true">
          {BARS.map((x) => (
            <rect key={x} className={styles.other} x={x} y="14" width="14" height="20" />
          ))}
          <rect className={styles.picked} x="120" y="8" width="14" height="26" />
        </svg>
        <b>{messages.inspect}</b>
        <p>{messages.inspectText}</p>
      </div>
    </div>
  )
}
