/** What was commanded in the sandbox, with what the real ledger would say to it now, and the way to give it. */
import { useRef, useState } from 'react'
import type { Branch, CommandVerdict, Comparison, GivenCommand } from '../../application/sandbox/sandbox-api'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { describeError, describeRejection } from '../../stores/dispatch'
import { sandboxes } from '../../stores/sandbox/sandbox-reading'
import { toast } from '../../stores/toast-store'
import { Button } from '../../ui/action/button'
import { Mark } from '../../ui/feedback/mark'
import { commandWords } from './command-words'
import styles from './sandbox-page.module.css'

interface CommandListProps {
  readonly branch: Branch
  readonly accounts: Comparison['accounts']
  readonly verdicts: readonly CommandVerdict[]
  /** The real ledger is another one now. */
  readonly onGiven: () => Promise<void>
}

export function CommandList({ branch, accounts, verdicts, onGiven }: CommandListProps) {
  const [busy, setBusy] = useState(false)
  const giving = useRef(false)
  const passing = verdicts.filter(passes)
  const nothing = verdicts.every(({ verdict }) => verdict === 'given') ? messages.allGiven : messages.nothingPasses
  async function give(eventIds: readonly string[]): Promise<void> {
    // A second press comes before the first is drawn.
    if (giving.current) return
    giving.current = true
    setBusy(true)
    try {
      tell(await sandboxes().giveBranchCommands(branch.id, eventIds))
      await onGiven()
    } catch (error) {
      toast(describeError(error).message, { tone: 'problem' })
    }
    giving.current = false
    setBusy(false)
  }
  return (
    <section className={styles.part} aria-labelledby="sandbox-commands" aria-busy={busy}>
      <div className={styles.heading}>
        <h2 id="sandbox-commands" className={styles.title}>
          {messages.given}
        </h2>
        {verdicts.length > 0 && (
          <Button
            disabledReason={passing.length === 0 ? nothing : null}
            onPress={() => void give(passing.map(({ eventId }) => eventId))}
          >
            {busy ? messages.giving : passing.length === 0 ? nothing : messages.giveAll(passing.length)}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{verdicts.length === 0 ? messages.givenNone : messages.givenText}</p>
      <ol className={styles.list} aria-label={messages.given}>
        {verdicts.map((verdict) => (
          <Line key={verdict.eventId} verdict={verdict} accounts={accounts} onGive={give} />
        ))}
      </ol>
    </section>
  )
}

interface LineProps {
  readonly verdict: CommandVerdict
  readonly accounts: Comparison['accounts']
  readonly onGive: (eventIds: readonly string[]) => Promise<void>
}

function Line({ verdict, accounts, onGive }: LineProps) {
  const { what, more } = commandWords(verdict, accounts)
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <b>{what}</b>
        <span className={styles.quiet}>{more}</span>
      </span>
      <span className={styles.verdict}>
        <Verdict verdict={verdict} />
      </span>
      {verdict.verdict !== 'given' && (
        <Button
          size="small"
          aria-label={messages.giveOf(what)}
          disabledReason={verdict.verdict === 'passes' ? null : describeRejection(verdict.rejection)}
          onPress={() => void onGive([verdict.eventId])}
        >
          {messages.give}
        </Button>
      )}
    </li>
  )
}

function Verdict({ verdict }: { readonly verdict: CommandVerdict }) {
  switch (verdict.verdict) {
    case 'given':
      return <Mark>{messages.isGiven(verdict.givenAt)}</Mark>
    case 'passes':
      return <Mark>{messages.passes}</Mark>
    case 'passes-after-others':
      return <Mark>{messages.passesAfter}</Mark>
    case 'refused': {
      const { code } = verdict.rejection
      return (
        <>
          <Mark tone="problem">{messages.refused(messages.codes[code] ?? code)}</Mark>
          <span className={styles.reason}>{describeRejection(verdict.rejection)}</span>
        </>
      )
    }
  }
}

function passes({ verdict }: CommandVerdict): boolean {
  return verdict === 'passes' || verdict === 'passes-after-others'
}

function tell(outcomes: readonly GivenCommand[]): void {
  const given = outcomes.filter((outcome) => outcome.given).length
  const refused = outcomes.find((outcome) => !outcome.given)
  if (given > 0) toast(messages.gave(given))
  if (refused && !refused.given) {
    const count = outcomes.length - given
    toast(`${messages.gaveRefused(count)}. ${describeRejection(refused.rejection)}`, { tone: 'problem' })
  }
}
