/** Two moments side by side: A as it was pinned, B wherever the time dock stands. */
import { Columns2 } from 'lucide-react'
import { useMemo } from 'react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { dialogs } from '../../../stores/dialog-store'
import { useLedger } from '../../../stores/ledger-store'
import { type ComparedBalances, useBetween, useComparedBalances } from '../../../stores/moments/comparison-reading'
import { momentOfText } from '../../../stores/moments/moment-text'
import { type PageQuery, show } from '../../../stores/view-store'
import type { Moment } from '../../../time-travel/moment'
import { Button } from '../../../ui/action/button'
import { EmptyState } from '../../../ui/feedback/empty-state'
import { AccountsTable } from './accounts-table'
import { BetweenBox } from './between-box'
import { CompareHead } from './compare-head'
import styles from './compare-page.module.css'
import { EntryList } from './entries/entry-list'
import { KindsTable } from './kinds-table'
import { LearnedLaterBox } from './learned-later-box'
import { MomentCards } from './moment-cards'

/** Query: `a`, a moment (stores/moments/moment-text.ts); `of`, an account; `list`; `all`, where
 * unchanged accounts are shown; `by`, where categories are. */
export function ComparePage({ query }: { readonly query: PageQuery }) {
  // One object as long as its text is the same: what is summed for A is summed once.
  const a = useMemo(() => momentOfText(query.a), [query.a])
  if (a === undefined) {
    return (
      <div className={styles.page}>
        <h1 className={styles.title}>{words.title}</h1>
        <EmptyState
          icon={<Columns2 />}
          title={words.noMoment}
          actions={
            <Button variant="main" onPress={() => dialogs.open({ kind: 'pin-moment' })}>
              {words.choose}
            </Button>
          }
        >
          {words.noMomentHint}
        </EmptyState>
      </div>
    )
  }
  return <Compared a={a} query={query} />
}

function Compared({ a, query }: { readonly a: Moment; readonly query: PageQuery }) {
  const ledger = useLedger((state) => state.name)
  const balances = useComparedBalances(a)
  const between = useBetween(a, query.of)
  const set = (change: PageQuery) => {
    const next = Object.entries({ ...query, ...change }).filter(([, value]) => value !== '')
    show.page('compare', Object.fromEntries(next))
  }
  return (
    <div className={styles.page}>
      <CompareHead a={a} query={query} />
      <p className={styles.paper}>{ledger}</p>
      <MomentCards a={a} balances={balances} />
      {isSame(balances) && <p className={styles.note}>{words.same}</p>}
      <div className={styles.columns}>
        <div className={styles.column}>
          <AccountsTable
            balances={balances}
            only={query.of}
            changedOnly={query.all !== '1'}
            onOnly={(of) => set({ of })}
            onChangedOnly={(changedOnly) => set({ all: changedOnly ? '' : '1' })}
          />
          <KindsTable
            between={between}
            units={balances.units}
            only={query.of}
            byCategory={query.by === 'category'}
            onByCategory={(byCategory) => set({ by: byCategory ? 'category' : '' })}
          />
        </div>
        <div className={styles.column}>
          <BetweenBox between={between} />
          <LearnedLaterBox a={a} between={between} units={balances.units} onShow={() => set({ list: 'late' })} />
        </div>
      </div>
      <EntryList
        between={between}
        list={query.list}
        only={query.of}
        onList={(list) => set({ list })}
        onAll={() => set({ of: '' })}
      />
    </div>
  )
}

function isSame({ boundA, boundB }: ComparedBalances): boolean {
  return boundA.position === boundB.position && boundA.day === boundB.day
}
