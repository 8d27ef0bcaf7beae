/** The seal of one event: its fingerprint, the few others that join it to the root, and whether that holds. */
import { Check, Copy, OctagonX, ShieldCheck } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { logMessages as messages } from '../../../../locales/en/event-log'
import { dialogs } from '../../../../stores/dialog-store'
import type { EventProof, InclusionProof } from '../../../../stores/event-log/event-proof'
import { toast } from '../../../../stores/toast-store'
import { Button } from '../../../../ui/action/button'
import { formatCount } from '../../../../ui/format/format-money'
import { AuditPath } from './audit-path'
import styles from './event-seal.module.css'

/** In one line: whether the event is the one that was sealed. */
export function SealLine({ state, onHow }: { readonly state: EventProof; readonly onHow: () => void }) {
  if (state.kind === 'failed') return null
  const holds = state.kind === 'working' || (state.kind === 'proof' && state.holds)
  return (
    <div className={holds ? styles.line : `${styles.line} ${styles.broken}`} role="status">
      {holds ? <ShieldCheck aria-hidden="true" /> : <OctagonX aria-hidden="true" />}
      <span>{lineWords(state)}</span>
      <Button variant="bare" size="small" onPress={onHow}>
        {messages.how}
      </Button>
    </div>
  )
}

function lineWords(state: Exclude<EventProof, { kind: 'failed' }>): string {
  if (state.kind === 'working') return messages.working
  if (state.kind === 'proof') return state.holds ? messages.holds(short(state.proof.root)) : messages.fails
  const { position, fault } = state
  if (position === fault.changed) return messages.fails
  if (position <= fault.last) return messages.doubtful(formatCount(fault.first), formatCount(fault.last))
  return messages.unvouched(formatCount(fault.first))
}

export interface EventSealProps {
  readonly state: EventProof
  readonly isNow: boolean
  readonly box: RefObject<HTMLElement | null>
}

export function EventSeal({ state, isNow, box }: EventSealProps) {
  return (
    <section
      ref={box}
      tabIndex={-1}
      className={styles.seal}
      aria-label={messages.seal}
      aria-busy={state.kind === 'working'}
    >
      <header>
        <b>{messages.seal}</b>
        {state.kind === 'proof' && <CopyProof proof={state.proof} />}
      </header>
      <p className={styles.lead}>{messages.sealLead}</p>
      {state.kind === 'working' && <p className={styles.quiet}>{messages.working}</p>}
      {state.kind === 'failed' && (
        <p role="alert" className={styles.problem}>
          {state.message}
        </p>
      )}
      {state.kind === 'unvouched' && (
        <div className={styles.unvouched}>
          <p>{messages.unvouchedHint(formatCount(state.fault.sound))}</p>
          <Button size="small" onPress={() => dialogs.open({ kind: 'verify' })}>
            {messages.verify}
          </Button>
        </div>
      )}
      {state.kind === 'proof' && (
        <>
          <p className={styles.how}>
            {state.holds
              ? messages.holdsHow(state.proof.path.length, formatCount(Math.max(1, Math.round(state.millis))))
              : messages.failsHint}
          </p>
          <AuditPath proof={state.proof} isNow={isNow} />
        </>
      )}
    </section>
  )
}

function CopyProof({ proof }: { readonly proof: InclusionProof }) {
  const [copied, setCopied] = useState('')
  const isCopied = copied === proof.leaf + proof.root
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(JSON.stringify(proof, null, 2))
      setCopied(proof.leaf + proof.root)
    } catch {
      toast(messages.copyFailed, { tone: 'problem' })
    }
  }
  return (
    <Button variant="bare" size="small" icon={isCopied ? <Check /> : <Copy />} onPress={copy}>
      {isCopied ? messages.copied : messages.copyProof}
    </Button>
  )
}

/** As the strip at the top of the page writes a root. */
function short(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-4)}`
}
