/** Command, event, projections: how what somebody asked for becomes what the screens show, told by the chosen event. */
import { ArrowRight, Diamond, Layers, SquareTerminal } from 'lucide-react'
import type { LedgerEvent } from '../../../domain/events'
import { around } from '../../../locales/around'
import { logMessages as messages } from '../../../locales/en/event-log'
import { type BalanceStep, balanceStep } from '../../../stores/event-log/balance-step'
import { logRowFigures } from '../../../stores/event-log/row-figures'
import { useAsked } from '../../../stores/explain/use-asked'
import { useLedger } from '../../../stores/ledger-store'
import { Button } from '../../../ui/action/button'
import { NumberButton } from '../../../ui/action/number-button'
import { Skeleton } from '../../../ui/feedback/skeleton'
import { formatInstant } from '../../../ui/format/format-date'
import { formatCount, formatMoney } from '../../../ui/format/format-money'
import { ClockFacts } from '../clock-facts'
import { commandOfEvent } from '../command-of-event'
import { useEventWords } from '../use-event-words'
import { useEvents } from '../use-events'
import styles from './event-log-chain.module.css'
import { ProjectionList } from './projection-list'

export interface EventLogChainProps {
  readonly position: number
  /** Shows all events of a command, by what they share. */
  readonly onCommand: (correlationId: string) => void
}

export function EventLogChain({ position, onCommand }: EventLogChainProps) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const { events } = useEvents([position])
  const event = events.get(position)
  const figures = logRowFigures(timeline, position)
  const words = useEventWords()
  if (!figures) return null
  return (
    <ol aria-label={messages.chain} className={styles.chain}>
      <li className={styles.node}>
        <p className={styles.kind}>
          <SquareTerminal aria-hidden="true" />
          {messages.commandStep}
        </p>
        <p className={styles.why}>{messages.commandWords}</p>
        <b translate="no">{commandOfEvent(figures.type)}</b>
        {event ? <CommandFacts event={event} onCommand={onCommand} /> : <Skeleton />}
      </li>
      <li aria-hidden="true" className={styles.arrow}>
        <ArrowRight />
      </li>
      <li className={`${styles.node} ${styles.chosen}`}>
        <p className={styles.kind}>
          <Diamond aria-hidden="true" />
          {messages.eventStep(formatCount(position))}
        </p>
        <p className={styles.why}>{messages.eventWords}</p>
        <b className={styles.event}>{event ? words(event) : figures.type}</b>
        {event ? <ClockFacts event={event} /> : <Skeleton width="long" />}
      </li>
      <li aria-hidden="true" className={styles.arrow}>
        <ArrowRight />
      </li>
      <li className={styles.node}>
        <p className={styles.kind}>
          <Layers aria-hidden="true" />
          {messages.projectionsTitle}
        </p>
        <p className={styles.why}>{messages.projectionWords}</p>
        <Balances step={balanceStep(timeline, position)} />
        <ProjectionList />
      </li>
    </ol>
  )
}

/** What the balance was before the event and after it, as known when it was recorded. */
function Balances({ step }: { readonly step: BalanceStep | undefined }) {
  if (!step) return <p className={styles.balances}>{messages.changesNothing}</p>
  const { id, position, name, before, after } = step
  const [start, middle, end] = around(2, (from = '', to = '') => messages.balances(name, from, to))
  return (
    <p className={styles.balances}>
      {start}
      <Balance question={`of:${id}@${position - 1}`} minor={before} step={step} />
      {middle}
      <Balance question={`of:${id}@${position}`} minor={after} step={step} />
      {end}
    </p>
  )
}

interface BalanceProps {
  readonly question: string
  readonly minor: number
  readonly step: BalanceStep
}

function Balance({ question, minor, step: { exponent, currency } }: BalanceProps) {
  const askable = useAsked(question)
  const figure = formatMoney(minor, { exponent, currency })
  return (
    <NumberButton {...askable} label={messages.whyFigure(figure)}>
      {figure}
    </NumberButton>
  )
}

function CommandFacts({ event, onCommand }: { readonly event: LedgerEvent } & Pick<EventLogChainProps, 'onCommand'>) {
  const { correlationId, clock } = event.metadata
  return (
    <>
      <p className={styles.quiet}>
        {messages.given(formatInstant(typeof clock === 'string' ? clock : event.recordedAt))}
      </p>
      {typeof correlationId === 'string' && correlationId !== '' && (
        <Button variant="bare" size="small" className={styles.all ?? ''} onPress={() => onCommand(correlationId)}>
          {messages.showCommand}
        </Button>
      )}
    </>
  )
}
