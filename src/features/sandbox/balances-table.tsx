/** Real and sandbox side by side, an account a row; rows are virtual, since a bank's ledger has thousands. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import type { ComparedAccount, Comparison } from '../../application/sandbox/sandbox-api'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { classNames } from '../../ui/class-names'
import { Checkbox } from '../../ui/field/checkbox'
import { currencySymbol, formatMoney } from '../../ui/format/format-money'
import styles from './sandbox-page.module.css'

const ROW = 28
const TOUCH_ROW = 56
/** As in the style sheet. */
const TOUCH = '(pointer: coarse), (max-width: 640px)'
/** From so many on, those that differ are what one looks for. */
const MANY = 12

interface BalancesTableProps {
  readonly comparison: Comparison
  readonly originalName: string
}

export function BalancesTable({ comparison, originalName }: BalancesTableProps) {
  const { accounts, totals } = comparison
  const [onlyDifferent, setOnlyDifferent] = useState(accounts.length > MANY)
  const shown = useMemo(() => (onlyDifferent ? accounts.filter(isDifferent) : accounts), [accounts, onlyDifferent])
  const several = totals.length > 1
  const scroller = useRef<HTMLElement>(null)
  const [rowHeight] = useState(() => (matchMedia(TOUCH).matches ? TOUCH_ROW : ROW))
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  })
  return (
    <section className={styles.part} aria-labelledby="sandbox-balances">
      <div className={styles.heading}>
        <h2 id="sandbox-balances" className={styles.title}>
          {messages.balances}
        </h2>
        {accounts.length > 3 && (
          <Checkbox label={messages.onlyDifferent} checked={onlyDifferent} onChange={setOnlyDifferent} />
        )}
      </div>
      <p className={styles.quiet}>{messages.balancesText}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section ref={scroller} className={styles.box} tabIndex={0} aria-label={messages.balancesText}>
        <table className={styles.table} aria-label={messages.balances} aria-rowcount={shown.length + totals.length + 1}>
          <thead>
            <tr className={classNames(styles.row, styles.head)}>
              <th scope="col" className={styles.first}>
                {messages.account}
              </th>
              <th scope="col" title={originalName}>
                {messages.real}
              </th>
              <th scope="col">{messages.sandbox}</th>
              <th scope="col">{messages.difference}</th>
            </tr>
          </thead>
          <AccountRows accounts={shown} several={several} rowHeight={rowHeight} virtual={virtual} />
          <tfoot>
            {totals.map((total) => (
              <tr key={`${total.currency}/${total.exponent}`} className={classNames(styles.row, styles.sum)}>
                <th scope="row" className={styles.first}>
                  {messages.total(currencySymbol(total.currency))}
                </th>
                <Figures {...total} />
              </tr>
            ))}
          </tfoot>
        </table>
      </section>
      {shown.length === 0 && accounts.length > 0 && <p className={styles.quiet}>{messages.allSame}</p>}
    </section>
  )
}

interface AccountRowsProps {
  readonly accounts: readonly ComparedAccount[]
  /** Whether there are several currencies. */
  readonly several: boolean
  /** Pixels. */
  readonly rowHeight: number
  readonly virtual: Virtualizer<HTMLElement, Element>
}

function AccountRows({ accounts, several, rowHeight, virtual }: AccountRowsProps) {
  return (
    <tbody className={styles.rows} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const account = accounts[index]
        if (!account) return null
        return (
          <tr
            key={account.id}
            aria-rowindex={index + 2}
            className={styles.row}
            style={{ height: rowHeight, transform: `translateY(${start}px)` }}
          >
            <th scope="row" className={styles.first} title={account.name}>
              <bdi>{account.name}</bdi>
              {several && <span className={styles.quiet}> {account.currency}</span>}
            </th>
            <Figures {...account} />
          </tr>
        )
      })}
    </tbody>
  )
}

type FiguresProps = Pick<ComparedAccount, 'original' | 'branch' | 'exponent'>

function Figures({ original, branch, exponent }: FiguresProps) {
  const difference = (branch ?? 0) - (original ?? 0)
  return (
    <>
      <Figure minor={original} exponent={exponent} />
      <Figure minor={branch} exponent={exponent} />
      <td data-minor={difference} className={difference === 0 ? styles.same : styles.different}>
        {difference === 0 ? '–' : formatMoney(difference, { exponent, sign: 'always' })}
      </td>
    </>
  )
}

function Figure({ minor, exponent }: { readonly minor: number | null; readonly exponent: number }) {
  if (minor === null) return <td className={styles.quiet}>{messages.notThere}</td>
  return <td data-minor={minor}>{formatMoney(minor, { exponent })}</td>
}

function isDifferent({ original, branch }: ComparedAccount): boolean {
  return original !== branch
}
