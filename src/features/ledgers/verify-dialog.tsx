/** "Verify": every stored byte is read again, and the verdict says whether the ledger is what was recorded. */
import { OctagonX, ShieldCheck } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Progress, VerifyReport } from '../../application/ledger-api'
import { integrityMessages } from '../../locales/en/integrity'
import { ledgerMessages as messages } from '../../locales/en/ledgers'
import { dialogs } from '../../stores/dialog-store'
import { describeError } from '../../stores/dispatch'
import { hindsight } from '../../stores/ledger-store'
import { Button } from '../../ui/action/button'
import { ProgressBar } from '../../ui/feedback/progress-bar'
import { formatCount } from '../../ui/format/format-money'
import { Dialog } from '../../ui/overlay/dialog'
import { DamageFacts } from './integrity/damage-facts'
import styles from './ledger-dialogs.module.css'

type Work =
  | { readonly kind: 'reading'; readonly progress: Progress | null }
  | { readonly kind: 'report'; readonly report: VerifyReport }
  | { readonly kind: 'failed'; readonly message: string }

/** It begins when it opens: whoever opened it has said what they want. */
export function VerifyDialog({ storage }: { readonly storage: ReactNode }) {
  const [round, setRound] = useState(0)
  const [work, setWork] = useState<Work>({ kind: 'reading', progress: null })
  const main = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round reads again
  useEffect(() => {
    const stop = new AbortController()
    setWork({ kind: 'reading', progress: null })
    hindsight()
      .verify({
        signal: stop.signal,
        onProgress: (progress) => !stop.signal.aborted && setWork({ kind: 'reading', progress }),
      })
      .then(
        (report) => !stop.signal.aborted && setWork({ kind: 'report', report }),
        (error: unknown) => !stop.signal.aborted && setWork({ kind: 'failed', message: describeError(error).message }),
      )
    return () => stop.abort()
  }, [round])
  const { kind } = work
  useEffect(() => {
    if (kind !== 'reading') main.current?.focus()
  }, [kind])
  return (
    <Dialog
      title={messages.verify}
      onClose={dialogs.close}
      footer={
        kind === 'reading' ? (
          <Button onPress={dialogs.close}>{messages.cancel}</Button>
        ) : (
          <>
            <Button onPress={() => setRound(round + 1)}>{messages.again}</Button>
            <Button variant="main" ref={main} onPress={dialogs.close}>
              {messages.done}
            </Button>
          </>
        )
      }
    >
      <p className={styles.text}>{messages.verifyText}</p>
      {work.kind === 'reading' && (
        <ProgressBar
          label={messages.verifying}
          done={work.progress?.done ?? 0}
          total={work.progress?.total}
          unit="events"
        />
      )}
      {work.kind === 'report' && <Verdict report={work.report} />}
      {work.kind === 'failed' && (
        <p role="alert" className={styles.problem}>
          {work.message}
        </p>
      )}
      {work.kind !== 'reading' && (
        <div className={styles.also}>
          <Button variant="bare" size="small" onPress={() => dialogs.open({ kind: 'prove' })}>
            {integrityMessages.proveTitle}
          </Button>
        </div>
      )}
      {work.kind !== 'reading' && storage}
    </Dialog>
  )
}

function Verdict({ report }: { readonly report: VerifyReport }) {
  const { ok, size, rootHash, firstBadPosition, reason, damage } = report
  return (
    <>
      <div className={ok ? styles.verdict : `${styles.verdict} ${styles.broken}`} role={ok ? 'status' : 'alert'}>
        {ok ? <ShieldCheck aria-hidden="true" /> : <OctagonX aria-hidden="true" />}
        <b>{ok ? messages.sound : messages.broken}</b>
        {ok ? (
          <p>{messages.soundText(messages.events(size, formatCount(size)))}</p>
        ) : (
          !damage && (
            <p>
              {reason !== undefined && (
                <>
                  {messages.brokenBecause}
                  {/* Names stored bytes, for whoever mends them; the check speaks one language. */}
                  <span lang="en">{reason}</span>{' '}
                </>
              )}
              {firstBadPosition !== undefined && `${messages.brokenAt(formatCount(firstBadPosition))} `}
              {messages.brokenAdvice}
            </p>
          )
        )}
      </div>
      {damage && <DamageFacts report={report} damage={damage} />}
      <p className={styles.seal}>
        <span className={styles.quiet}>{messages.seal}</span> <code>{rootHash}</code>
      </p>
    </>
  )
}
