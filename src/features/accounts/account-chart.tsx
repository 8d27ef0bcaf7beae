/** The balance over time. Its window stays while the cursor moves inside it; what lies after it is a ghost. */
import { useMemo, useRef } from 'react'
import { accountMessages as messages } from '../../locales/en/accounts/accounts'
import type { AccountAtCursor } from '../../stores/account-reading'
import { type ChartPoint, millisOf, useBalanceSteps, useTimeAxis } from '../../stores/chart-reading'
import { useCursor } from '../../stores/cursor-store'
import { StepChart } from '../../ui/chart/step-chart'
import { formatInstant, formatInstantDate } from '../../ui/format/format-date'
import { formatCompact, formatMoney } from '../../ui/format/format-money'
import styles from './account-page.module.css'
import { type ChartWindow, chartWindow } from './chart-window'

const YEAR_DAYS = 366
const DAY_MS = 86_400_000

export function AccountChart({ account }: { readonly account: AccountAtCursor }) {
  const { clock, life, cursor } = useTimeAxis()
  const isNow = useCursor((state) => state.isNow)
  // On both clocks the line is the one that was known then; what followed, as it is known now.
  const knownThen = useCursor((state) => (state.clock === 'both' ? state.bound.position : undefined))
  const previous = useRef<{ readonly clock: string; readonly window: ChartWindow } | undefined>(undefined)
  const window = chartWindow({
    previous: previous.current?.clock === clock ? previous.current.window : undefined,
    cursor,
    isNow,
    first: life.from,
    last: life.to,
    span: clock === 'recorded' ? YEAR_DAYS * DAY_MS : YEAR_DAYS,
  })
  previous.current = { clock, window }
  const steps = useBalanceSteps(account.number, clock, window)
  const stepsThen = useBalanceSteps(account.number, clock, window, knownThen)
  const [from, to] = [millisOf(clock, window.from), millisOf(clock, window.to)]
  const at = isNow ? null : millisOf(clock, Math.min(Math.max(cursor, window.from), window.to))
  const { known, later } = useMemo(
    () => splitAt(stepsThen, steps, at, account.balance),
    [stepsThen, steps, at, account.balance],
  )
  const { exponent, currency } = account
  const dateOf = (x: number) => formatInstantDate(x)
  return (
    <StepChart
      className={styles.chart ?? ''}
      known={known}
      later={later}
      domain={[from, to]}
      cursor={at}
      formatValue={(minor) => formatCompact(minor, exponent)}
      formatExact={(minor) => formatMoney(minor, { currency, exponent })}
      formatX={clock === 'recorded' ? (x) => formatInstant(x) : dateOf}
      summary={messages.chart(account.name, dateOf(from), dateOf(to))}
      laterNote={messages.later[clock]}
    />
  )
}

/** Up to the cursor, and after it. The line ends at the balance shown, also where several events share an instant. */
function splitAt(stepsThen: readonly ChartPoint[], steps: readonly ChartPoint[], at: number | null, balance: number) {
  if (at === null) return { known: steps, later: [] }
  const known: ChartPoint[] = stepsThen.filter(([x]) => x < at)
  known.push([at, balance])
  const after = steps.filter(([x]) => x > at)
  const standing = steps.findLast(([x]) => x <= at)
  return { known, later: after.length === 0 ? [] : [[at, standing?.[1] ?? balance] as const, ...after] }
}
