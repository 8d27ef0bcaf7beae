/** The effect of an import on each account, and on each currency where several accounts share it. */
import { useState } from 'react'
import type { ImportEffect } from '../../../application/ledger-api'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { Button } from '../../../ui/action/button'
import { currencySymbol, formatCount, formatMoney } from '../../../ui/format/format-money'
import styles from './import-dialog.module.css'
import { currencyEffects } from './import-totals'

/** A bank's log touches thousands of accounts: some are shown, the totals hold for all. */
const FIRST = 8
const AT_MOST = 500

interface EffectsTableProps {
  readonly effects: readonly ImportEffect[]
  /** Whether the import has taken place. */
  readonly done?: boolean
}

export function EffectsTable({ effects, done = false }: EffectsTableProps) {
  const [all, setAll] = useState(false)
  if (effects.length === 0) return null
  const shown = effects.slice(0, all ? AT_MOST : FIRST)
  const currencies = new Set(effects.map(({ currency }) => currency))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.effects} aria-label={messages.effects} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{messages.account}</th>
            <th scope="col">{messages.newEntries}</th>
            <th scope="col">{done ? messages.before : messages.now}</th>
            <th scope="col">{messages.change}</th>
            <th scope="col">{done ? messages.after : messages.afterImport}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ accountId, name, currency, exponent, newEntries, before, change }) => (
            <tr key={accountId}>
              <th scope="row">
                {name}
                {currencies.size > 1 && <span className={styles.quiet}> {currency}</span>}
              </th>
              <td className={styles.quiet}>{formatCount(newEntries)}</td>
              <Figures before={before} change={change} exponent={exponent} />
            </tr>
          ))}
          {shown.length < effects.length && !all && (
            <tr>
              <td colSpan={5} className={styles.rest}>
                <Button variant="bare" size="small" onPress={() => setAll(true)}>
                  {messages.moreAccounts(formatCount(effects.length - shown.length))}
                </Button>
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          {currencyEffects(effects)
            .filter(({ accounts }) => accounts > 1)
            .map(({ currency, exponent, newEntries, before, change }) => (
              <tr key={currency}>
                <th scope="row">{messages.total(currencySymbol(currency))}</th>
                <td>{formatCount(newEntries)}</td>
                <Figures before={before} change={change} exponent={exponent} />
              </tr>
            ))}
        </tfoot>
      </table>
    </section>
  )
}

interface FiguresProps {
  /** Minor units. */
  readonly before: number
  readonly change: number
  readonly exponent: number
}

function Figures({ before, change, exponent }: FiguresProps) {
  return (
    <>
      <td>{formatMoney(before, { exponent })}</td>
      <td>{formatMoney(change, { exponent, sign: 'always' })}</td>
      <td>
        <b>{formatMoney(before + change, { exponent })}</b>
      </td>
    </>
  )
}
