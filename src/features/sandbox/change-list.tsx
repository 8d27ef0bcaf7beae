/** What a "what if" left out or moved, and which later events could not be recorded any more. */
import type { Comparison } from '../../application/sandbox/sandbox-api'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { dotted } from '../../locales/isolated'
import type { BranchNote, BranchOrigin } from '../../storage/branch-origin'
import { describeRejection } from '../../stores/dispatch'
import { Mark } from '../../ui/feedback/mark'
import { formatDate } from '../../ui/format/format-date'
import { formatCount, formatMoney } from '../../ui/format/format-money'
import styles from './sandbox-page.module.css'

/** More are counted. */
const MOST = 50

interface ChangeListProps {
  readonly origin: BranchOrigin
  readonly accounts: Comparison['accounts']
}

export function ChangeList({ origin, accounts }: ChangeListProps) {
  const { without, moved, refused, refusedCount } = origin
  const shown = refused.slice(0, MOST)
  return (
    <section className={styles.part} aria-labelledby="sandbox-changes">
      <h2 id="sandbox-changes" className={styles.title}>
        {messages.changes}
      </h2>
      <ul className={styles.list}>
        {without.map((note) => (
          <Line key={note.eventId} note={note} accounts={accounts}>
            <Mark>{messages.leftOut}</Mark>
          </Line>
        ))}
        {moved.map((note) => (
          <Line key={note.eventId} note={note} accounts={accounts}>
            <Mark>{movedWords(note, accounts)}</Mark>
          </Line>
        ))}
      </ul>
      <h3 className={styles.subtitle}>
        {refusedCount === 0 ? messages.refusedNone : messages.refusedTitle(refusedCount)}
      </h3>
      {refusedCount > 0 && (
        <ul className={styles.list} aria-label={messages.refusedTitle(refusedCount)}>
          {shown.map((note) => (
            <Line key={note.eventId} note={note} accounts={accounts}>
              <Mark tone="problem">{messages.codes[note.code] ?? note.code}</Mark>
              <span className={styles.reason}>{describeRejection(note)}</span>
            </Line>
          ))}
          {refusedCount > shown.length && (
            <li className={styles.quiet}>{messages.refusedMore(refusedCount - shown.length)}</li>
          )}
        </ul>
      )}
    </section>
  )
}

interface LineProps {
  readonly note: BranchNote
  readonly accounts: Comparison['accounts']
  readonly children: React.ReactNode
}

function Line({ note, accounts, children }: LineProps) {
  const account = accounts.find(({ id }) => id === note.accountId)
  const money = note.amount === undefined ? '' : amountOf(note, note.amount, unitOf(account))
  const date = note.effectiveOn === undefined ? '' : formatDate(note.effectiveOn, 'date')
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <b>{note.words || note.type}</b>
        <span className={styles.quiet}>{dotted(money, account?.name, date, messages.atEvent(note.position))}</span>
      </span>
      <span className={styles.verdict}>{children}</span>
    </li>
  )
}

/** With its sign where the event says which way it went, as it stood when it was chosen. */
function amountOf({ type }: BranchNote, amount: number, unit: ReturnType<typeof unitOf>): string {
  if (type === 'Withdrawn') return formatMoney(-amount, unit)
  return formatMoney(amount, { ...unit, sign: type === 'Deposited' ? 'always' : 'auto' })
}

function movedWords({ to, accountId }: BranchOrigin['moved'][number], accounts: Comparison['accounts']): string {
  const unit = unitOf(accounts.find(({ id }) => id === accountId))
  const amount = to.amount === undefined ? '' : formatMoney(to.amount, unit)
  if (to.effectiveOn === undefined) return messages.movedAmount(amount || formatCount(0))
  const date = formatDate(to.effectiveOn, 'date')
  return amount === '' ? messages.movedTo(date) : messages.movedBoth(date, amount)
}

function unitOf(account: Comparison['accounts'][number] | undefined): { exponent: number; currency?: string } {
  return account ? { exponent: account.exponent, currency: account.currency } : { exponent: 2 }
}
