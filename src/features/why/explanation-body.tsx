/** The sum by groups, the proof, and the entries; with what may be done about them. */
import { History as Clock } from 'lucide-react'
import { useRef, useState } from 'react'
import { whyMessages as messages } from '../../locales/en/why'
import type { Categories } from '../../stores/explain/use-categories'
import { type Explained, groupingsOf, kindNamed, rewindBefore } from '../../stores/explain/use-explained'
import { type Grouping, useWhy, why } from '../../stores/explain/why-store'
import { Button } from '../../ui/action/button'
import { Segmented } from '../../ui/action/segmented'
import { ProgressBar } from '../../ui/feedback/progress-bar'
import { currencySymbol, formatCount } from '../../ui/format/format-money'
import { EntryList } from './entry-list'
import { groupLines } from './group-lines'
import { GroupTable } from './group-table'
import { useCaption } from './number-words'
import { ProofLine } from './proof-line'
import styles from './why-panel.module.css'

interface ExplanationBodyProps {
  readonly explained: Explained
  readonly by: Grouping
  readonly categories: Categories
}

export function ExplanationBody({ explained, by, categories }: ExplanationBodyProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState<{
    readonly by: Grouping
    readonly of: number
    readonly group: number | undefined
  }>()
  const caption = useCaption(explained)
  const { asked, explanation, order } = explained
  const lines = groupLines(explanation, by, categories.index?.names ?? [])
  // Until another is chosen it is the one that was asked for, once its name was read.
  const asks = useWhy((state) => state.asked)
  const wanted = useWhy((state) => state.group)
  const first = wanted === undefined ? undefined : groupNamed(wanted, by, categories)
  const group = choice?.by === by && choice.of === asks ? choice.group : first
  const choose = (key: number | undefined) => setChoice({ by, of: asks, group: key })
  const chosen = lines.find(({ key }) => key !== undefined && key === group)
  const rows = explained.rows(
    group === undefined ? explanation : { group, count: chosen?.count ?? 0, sum: chosen?.sum ?? 0 },
  )
  const newest = explanation.count === 0 ? undefined : explained.rows(explanation).slot(0)
  return (
    <>
      <div ref={scroller} className={styles.body}>
        <div className={styles.summary}>
          <p className={styles.caption}>
            <span>{caption}</span>
            <span aria-hidden="true">{currencySymbol(asked.currency)}</span>
          </p>
          {asked.kind !== 'transit' && (
            <Segmented
              label={messages.groupBy}
              value={by}
              onChange={why.groupBy}
              options={groupingsOf(asked).map((value) => ({ value, label: messages.groupings[value] }))}
            />
          )}
          {by === 'category' && <Reading categories={categories} />}
          <GroupTable
            key={by}
            explained={explained}
            lines={lines}
            by={by}
            chosen={group}
            isPartial={by === 'category' && categories.state !== 'done'}
            onChoose={choose}
          />
          <ProofLine explained={explained} />
          <div className={styles.listHead}>
            <h3>{messages.listOrder[by === 'month' && group !== undefined ? 'effective' : order]}</h3>
            {group !== undefined && (
              <>
                <span className={styles.only}>{messages.only(chosen?.label ?? '')}</span>
                <Button size="small" variant="bare" onPress={() => choose(undefined)}>
                  {messages.allGroups}
                </Button>
              </>
            )}
          </div>
        </div>
        {rows.length === 0 ? (
          <p className={styles.none}>{messages.none}</p>
        ) : (
          <EntryList key={`${by} ${group}`} explained={explained} rows={rows} scroller={scroller} />
        )}
      </div>
      {(asked.kind === 'balance' || asked.kind === 'total') && asked.at === undefined && newest !== undefined && (
        <footer className={styles.foot}>
          <Button icon={<Clock />} onPress={() => rewindBefore(newest)}>
            {messages.rewind[order]}
          </Button>
        </footer>
      )}
    </>
  )
}

/** A group by the name it was asked for; undefined while that is not read. */
function groupNamed(name: string, by: Grouping, { index }: Categories): number | undefined {
  if (by === 'category') return index?.numberOf(name)
  return by === 'kind' ? kindNamed(name) : undefined
}

/** Categories are words, which have to be read: how far that is, and that it can be stopped. */
function Reading({ categories }: { readonly categories: Categories }) {
  const { state, done, total, stop, goOn } = categories
  if (state === 'done') return null
  if (state === 'reading') {
    return <ProgressBar label={messages.reading} done={done} total={total} unit="events" onCancel={stop} />
  }
  return (
    <p className={styles.reading} role="status">
      <span>
        {state === 'failed' && `${messages.readFailed} `}
        {messages.readStopped(formatCount(done), formatCount(total))}
      </span>
      <Button size="small" onPress={goOn}>
        {state === 'failed' ? messages.tryAgain : messages.readOn}
      </Button>
    </p>
  )
}
