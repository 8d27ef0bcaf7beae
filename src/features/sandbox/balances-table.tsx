/** Real and sandbox side by side, an account a row; rows are virtual, since a bank's ledger has thousands. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef, useState } from 'react'
import type { Branch, ComparedAccount, Comparison } from '../../application/sandbox/sandbox-api'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { useAsked } from '../../stores/explain/use-asked'
import { useLedger } from '../../stores/ledger-store'
import { NumberButton } from '../../ui/action/number-button'
import { classNames } from '../../ui/class-names'
import { Checkbox } from '../../ui/field/checkbox'
import { currencySymbol, formatMoney } from '../../ui/format/format-money'
import { askInLedger } from './open-branch'
import styles from './sandbox-page.module.css'

const ROW = 28
const TOUCH_ROW = 56
/** As in the style sheet. */
const TOUCH = '(pointer: coarse), (max-width: 640px)'
/** From so many on, those that differ are what one looks for. */
const MANY = 12

interface BalancesTableProps {
  readonly comparison: Comparison
  readonly branch: Branch
}

export function BalancesTable({ comparison, branch }: BalancesTableProps) {
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
              <th scope="col" title={branch.origin.name}>
                {messages.real}
              </th>
              <th scope="col">{messages.sandbox}</th>
              <th scope="col">{messages.difference}</th>
            </tr>
          </thead>
          <AccountRows {...{ accounts: shown, branch, several, rowHeight, virtual }} />
          <tfoot>
            {totals.map((total) => (
              <tr key={`${total.currency}/${total.exponent}`} className={classNames(styles.row, styles.sum)}>
                <th scope="row" className={styles.first}>
                  {messages.total(currencySymbol(total.currency))}
                </th>
                <Figures figures={total} of={`total:${total.currency}/${total.exponent}`} branch={branch} />
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
  readonly branch: Branch
  /** Whether there are several currencies. */
  readonly several: boolean
  /** Pixels. */
  readonly rowHeight: number
  readonly virtual: Virtualizer<HTMLElement, Element>
}

function AccountRows({ accounts, branch, several, rowHeight, virtual }: AccountRowsProps) {
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
            <Figures figures={account} of={`of:${account.id}`} branch={branch} />
          </tr>
        )
      })}
    </tbody>
  )
}

interface FiguresProps {
  readonly figures: Pick<ComparedAccount, 'original' | 'branch' | 'exponent'>
  /** What is asked about them, at now. */
  readonly of: string
  readonly branch: Branch
}

function Figures({ figures: { original, branch: minor, exponent }, of, branch }: FiguresProps) {
  const difference = (minor ?? 0) - (original ?? 0)
  const shared = { exponent, question: `${of}@now`, branch }
  return (
    <>
      <Figure side="original" minor={original} {...shared} />
      <Figure side="branch" minor={minor} {...shared} />
      <td data-minor={difference} className={difference === 0 ? styles.same : styles.different}>
        {difference === 0 ? '–' : formatMoney(difference, { exponent, sign: 'always' })}
      </td>
    </>
  )
}

interface FigureProps {
  readonly side: 'original' | 'branch'
  readonly minor: number | null
  readonly exponent: number
  readonly question: string
  readonly branch: Branch
}

/** Its explanation is of its own ledger: a figure of the other one leads there first. */
function Figure({ side, minor, exponent, question, branch }: FigureProps) {
  const openId = useLedger((ledger) => ledger.localId)
  const askable = useAsked(question)
  if (minor === null) return <td className={styles.quiet}>{messages.notThere}</td>
  const figure = formatMoney(minor, { exponent })
  const { origin } = branch
  const [ledgerId, name] = side === 'branch' ? [branch.id, branch.name] : [origin.localId, origin.name]
  const isOpen = ledgerId === openId
  const elsewhere = {
    'data-why': `${side} ${question}`,
    asked: false,
    onPress: () => void askInLedger(ledgerId, branch.id, question),
  }
  return (
    <td data-minor={minor}>
      <NumberButton
        {...(isOpen ? askable : elsewhere)}
        label={isOpen ? messages.why(figure) : messages.whyIn(figure, name)}
      >
        {figure}
      </NumberButton>
    </td>
  )
}

function isDifferent({ original, branch }: ComparedAccount): boolean {
  return original !== branch
}
