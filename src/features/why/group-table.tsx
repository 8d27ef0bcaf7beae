/** What the number is the sum of, group by group, ending in the number itself. A group's name shows its entries below. */
import { ArrowDownLeft, ArrowLeftRight, ArrowUpRight, Undo2 } from 'lucide-react'
import { memo, type ReactNode, useState } from 'react'
import { whyMessages as messages } from '../../locales/en/why'
import type { Explained } from '../../stores/explain/use-explained'
import type { Grouping } from '../../stores/explain/why-store'
import { Button } from '../../ui/action/button'
import { classNames } from '../../ui/class-names'
import { formatCount, formatMoney } from '../../ui/format/format-money'
import { FEW, folded, type GroupLine } from './group-lines'
import { isDifference } from './number-words'
import styles from './why-panel.module.css'

interface GroupTableProps {
  readonly explained: Explained
  readonly lines: readonly GroupLine[]
  readonly by: Grouping
  readonly chosen: number | undefined
  /** Not all entries are in their group yet: the figures say so. */
  readonly isPartial?: boolean
  readonly onChoose: (group: number | undefined) => void
}

const ICONS: Readonly<Record<string, ReactNode>> = {
  [messages.kinds.Deposited]: <ArrowDownLeft aria-hidden="true" />,
  [messages.kinds.Withdrawn]: <ArrowUpRight aria-hidden="true" />,
  [messages.kinds.EntryReversed]: <Undo2 aria-hidden="true" />,
}

export function GroupTable({ explained, lines, by, chosen, isPartial = false, onChoose }: GroupTableProps) {
  const [isWhole, setWhole] = useState(false)
  const { asked, minor = 0 } = explained
  const { exponent } = asked
  const isTransit = asked.kind === 'transit'
  const isSigned = isDifference(asked)
  const shown = isWhole ? lines : folded(lines, by)
  const columns = messages.columns
  return (
    <div>
      <table className={styles.groups}>
        <thead>
          <tr>
            <th scope="col">{columns.group[by]}</th>
            <th scope="col">{isPartial ? columns.countSoFar : columns.count}</th>
            <th scope="col">{isPartial ? columns.running : columns.sum}</th>
            {by === 'month' && <th scope="col">{columns.running}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, ...line }) => (
            <Line
              key={key ?? 'others'}
              {...line}
              label={isTransit && by === 'kind' ? messages.onTheirWay : line.label}
              exponent={exponent}
              icon={by === 'kind' ? (ICONS[line.label] ?? <ArrowLeftRight aria-hidden="true" />) : undefined}
              group={key}
              isChosen={key !== undefined && key === chosen}
              onChoose={isTransit ? undefined : onChoose}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{messages.results[asked.kind]}</th>
            <td>{formatCount(explained.explanation.count)}</td>
            <td data-testid="explained" data-minor={minor} colSpan={by === 'month' ? 2 : 1}>
              {formatMoney(minor, {
                exponent,
                ...(isSigned ? { sign: 'always' } : {}),
              })}
            </td>
          </tr>
        </tfoot>
      </table>
      {by !== 'kind' && lines.length > FEW + 1 && (
        <Button variant="bare" size="small" onPress={() => setWhole(!isWhole)}>
          {isWhole ? messages.showFewer : messages.showAll[by](formatCount(lines.length))}
        </Button>
      )}
    </div>
  )
}

interface LineProps extends Omit<GroupLine, 'key'> {
  readonly group: number | undefined
  readonly icon: ReactNode
  readonly exponent: number
  readonly isChosen: boolean
  readonly onChoose: ((group: number | undefined) => void) | undefined
}

/** Memoised on what it shows: a frame of a drag redraws only groups that moved. */
const Line = memo(function Line(props: LineProps) {
  const { label, count, sum, running, icon, exponent, group, isChosen, onChoose } = props
  const content = (
    <>
      {icon}
      <bdi className={styles.clip}>{label}</bdi>
    </>
  )
  return (
    <tr className={classNames(isChosen && styles.chosen)}>
      <th scope="row">
        {group === undefined || onChoose === undefined ? (
          <span className={styles.group}>{content}</span>
        ) : (
          <button
            type="button"
            aria-pressed={isChosen}
            className={styles.group}
            onClick={() => onChoose(isChosen ? undefined : group)}
          >
            {content}
          </button>
        )}
      </th>
      <td>{formatCount(count)}</td>
      <td data-minor={sum}>{formatMoney(sum, { exponent, sign: 'always' })}</td>
      {running !== undefined && <td data-minor={running}>{formatMoney(running, { exponent })}</td>}
    </tr>
  )
})
