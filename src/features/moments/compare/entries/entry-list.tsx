/** What lies between the two moments, entry by entry: only rows in sight exist, and only their words are read. */
import { compareMessages as words } from '../../../../locales/en/moments/compare'
import { nameAtPosition } from '../../../../stores/moments/account-words'
import { type Between, REVERSALS, type SlotRows } from '../../../../stores/moments/comparison-reading'
import { useEntryWords, type WordsWanted } from '../../../../stores/rows/use-entry-words'
import { Segmented } from '../../../../ui/action/segmented'
import { classNames } from '../../../../ui/class-names'
import { headRow, useRowFocus } from '../../../../ui/rows/opening-rows'
import { useRowHeight } from '../../../../ui/rows/use-row-height'
import { type VirtualRow, VirtualRows } from '../../../../ui/rows/virtual-rows'
import { OnlyButton } from '../only-button'
import styles from './entry-list.module.css'
import { EntryRow } from './entry-row'
import { isAnnotationList, rowEntry } from './list-rows'

const IN_SIGHT = 12
const PRINTED = 300

export type ListName = keyof typeof words.lists

interface EntryListProps {
  readonly between: Between
  /** From the address: any text. */
  readonly list: string | undefined
  readonly only: string | undefined
  readonly onList: (list: ListName) => void
  readonly onAll: () => void
}

export function EntryList({ between, list: wanted, only, onList, onAll }: EntryListProps) {
  const lists = listsOf(between)
  const names = Object.keys(words.lists) as ListName[]
  const list = names.find((name) => name === wanted) ?? 'added'
  const rows = lists[list]
  const until = list === 'gone' ? between.boundA.position : between.boundB.position
  return (
    <section className={styles.section}>
      <div className={styles.above}>
        <Segmented
          label={words.list}
          className={styles.lists ?? ''}
          value={list}
          onChange={onList}
          options={names
            .filter((name) => name === list || name === 'added' || lists[name].length > 0)
            .map((name) => ({ value: name, label: words.withCount(words.lists[name], lists[name].length) }))}
        />
        {only !== undefined && <OnlyButton name={nameAtPosition(only, until)} onAll={onAll} />}
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>{words.nothingListed}</p>
      ) : (
        <Table key={list} list={list} rows={rows} until={until} />
      )}
    </section>
  )
}

function listsOf({ added, gone, learnedLater, annotated }: Between): Readonly<Record<ListName, SlotRows>> {
  return { added: added.rows(), gone: gone.rows(), reversed: added.rows(REVERSALS), late: learnedLater, annotated }
}

interface TableProps {
  readonly list: ListName
  readonly rows: SlotRows
  readonly until: number
}

function Table({ list, rows, until }: TableProps) {
  const height = useRowHeight()
  return (
    <VirtualRows
      label={words.lists[list]}
      count={rows.length}
      rowHeight={height}
      most={IN_SIGHT}
      mostPrinted={PRINTED}
      notPrinted={words.notPrinted}
      head={
        <tr className={classNames(headRow, styles.headRow)}>
          {(['date', 'payee', 'account', 'memo', 'amount'] as const).map((column) => (
            <th key={column} scope="col" className={styles[column]}>
              {words[column]}
            </th>
          ))}
        </tr>
      }
    >
      {(shown) => <Rows list={list} rows={rows} shown={shown} until={until} />}
    </VirtualRows>
  )
}

function Rows({ list, rows, shown, until }: TableProps & { readonly shown: readonly VirtualRow[] }) {
  const entries = shown.map(({ index }) => rowEntry(list, rows.slot(index)))
  const isAnnotation = isAnnotationList(list)
  // Of a correction the words before it and after it are wanted, else those of the later moment.
  const wanted = entries.flatMap(({ slot, entrySlot }): readonly WordsWanted[] =>
    isAnnotation
      ? [
          { position: entrySlot + 1, until: slot },
          { position: entrySlot + 1, until: slot + 1 },
        ]
      : [{ position: entrySlot + 1, until }],
  )
  const found = useEntryWords(wanted)
  const focus = useRowFocus(shown)
  return shown.map((row, order) => {
    const { slot, entrySlot } = entries[order] as ReturnType<typeof rowEntry>
    const [before, after] = isAnnotation ? [found[order * 2], found[order * 2 + 1]] : [undefined, found[order]]
    return (
      <EntryRow
        key={slot}
        row={row}
        slot={slot}
        entrySlot={entrySlot}
        before={before}
        words={after}
        until={until}
        isAnnotation={isAnnotation}
        focus={focus}
      />
    )
  })
}
