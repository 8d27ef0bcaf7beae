/**
 * Every row is a grid of its own, so the columns of figures get their width from outside: from the longest figure of
 * the account's whole history, whatever the cursor shows, so that nothing shifts while it moves.
 */
import { type CSSProperties, useMemo } from 'react'
import type { Timeline } from '../../../projections/timeline'
import { wholeHistory } from '../../../stores/history-reading'
import { formatMoney } from '../../../ui/format/format-money'

export function useColumnWidths(timeline: Timeline, accountId: string): CSSProperties {
  const number = timeline.accountNumber(accountId) ?? -1
  const entries = timeline.accounts[number]?.entryCount ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: of a mutable timeline only more entries change the widths
  return useMemo(() => widthsOf(timeline, number), [timeline, number, entries])
}

function widthsOf(timeline: Timeline, number: number): CSSProperties {
  const track = timeline.accounts[number]
  if (track === undefined) return {}
  const { exponent } = track
  const history = wholeHistory(timeline, number)
  const effects = new Extremes()
  const balances = new Extremes()
  for (let row = 0; row < history.length; row++) {
    effects.take(timeline.columns.effect[history.slot(row)] ?? 0)
    balances.take(history.balance(row))
  }
  const amount = effects.ends().map((minor) => widthOf(formatMoney(minor, { exponent, sign: 'always' })))
  const balance = balances.ends().map((minor) => widthOf(formatMoney(minor, { exponent })))
  return { '--amount': `${Math.max(...amount)}ch`, '--balance': `${Math.max(...balance)}ch` } as CSSProperties
}

/** The longest figure is the largest or the smallest. */
class Extremes {
  private least = 0
  private most = 0

  take(minor: number): void {
    if (minor < this.least) this.least = minor
    if (minor > this.most) this.most = minor
  }
  ends(): readonly number[] {
    return [this.least, this.most]
  }
}

/** Tabular figures are a little wider than `0` is by default, incoming ones are set bold, and separators are narrow. */
const FIGURE = 1.08
const SEPARATOR = 0.45

/** In ch, rounded up to a tenth. */
export function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += /[.,'’\s]/.test(sign) ? SEPARATOR : FIGURE
  return Math.ceil(width * 10) / 10
}
