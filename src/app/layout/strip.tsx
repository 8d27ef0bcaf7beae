/**
 * The strip under the header says which time is shown. It has the same height at now and in the past, so that
 * rewinding moves no line on the screen.
 */
import { Circle, History } from 'lucide-react'
import { lazy, memo, Suspense } from 'react'
import { useMomentWords } from '../../features/timeline/describe-moment'
import { layoutMessages as words } from '../../locales/en/app/layout'
import { travel, useCursor, useNowBehind } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { compareFromHere } from '../../stores/moments/compare-soon'
import { queryOfPage, useView } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { classNames } from '../../ui/class-names'
import { formatDate, localDate } from '../../ui/format/format-date'
import styles from './strip.module.css'

const ComparingWords = lazy(() =>
  import('../../features/moments/compare/comparing-words').then((module) => ({ default: module.ComparingWords })),
)
/** Most never open one. */
const SandboxWords = lazy(() => import('./sandbox-words').then((module) => ({ default: module.SandboxWords })))

export function Strip({ className }: { readonly className?: string }) {
  const isNow = useNowBehind()
  const failed = useLedger((ledger) => ledger.status === 'failed')
  const comparing = useView(({ view }) => queryOfPage(view, 'compare'))
  const isSandbox = useLedger((ledger) => ledger.branch !== null)
  return (
    <section
      aria-label={words.moment}
      className={classNames(styles.strip, (isSandbox || !isNow) && !failed && styles.past, className)}
    >
      {failed ? (
        <span className={styles.words}>{words.notAvailable}</span>
      ) : comparing ? (
        <Suspense fallback={null}>
          <ComparingWords query={comparing} />
        </Suspense>
      ) : (
        <>
          {isSandbox && (
            <Suspense fallback={<b>{words.sandbox}</b>}>
              <SandboxWords isNow={isNow} />
            </Suspense>
          )}
          {isNow ? !isSandbox && <AtNow /> : <Rewound />}
        </>
      )}
    </section>
  )
}

function AtNow() {
  const size = useLedger((ledger) => ledger.size)
  // What can be read of a damaged log has a root that nobody vouches for.
  const rootHash = useLedger((ledger) => (ledger.damage?.damage?.event ? '' : ledger.rootHash))
  return (
    <>
      <Circle aria-hidden="true" />
      <b>{words.now}</b>
      <span className={styles.words}>
        {formatDate(localDate(), 'full')}
        {size > 0 && <span className={styles.desk}>, {words.nowWords}</span>}
      </span>
      <span className={classNames(styles.end, styles.quiet, styles.wide)}>
        {size === 0 || rootHash === ''
          ? words.keptHere
          : `${words.savedHere} · ${words.sealed(`${rootHash.slice(0, 4)}…${rootHash.slice(-4)}`)}`}
      </span>
    </>
  )
}

function Rewound() {
  const position = useCursor((cursor) => cursor.bound.position)
  const size = useLedger((ledger) => ledger.size)
  const full = useMomentWords('full')
  const short = useMomentWords('date-with-weekday')
  const later = size - position
  return (
    <>
      <History aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.desk}>{words.lookingAt} </span>
        <b className={styles.desk}>{full}</b>
        <b className={styles.phone}>{short}</b>
        <span className={classNames(styles.desk, styles.quiet)}>
          {' · '}
          {later > 0 ? words.setAside(later) : words.laterDates}
        </span>
      </span>
      <RewoundActions />
    </>
  )
}

/** No frame of a drag draws them anew. */
const RewoundActions = memo(function RewoundActions() {
  return (
    <span className={styles.end}>
      <Button variant="bare" size="small" className={styles.desk ?? ''} onPress={() => void compareFromHere()}>
        {words.compare}
      </Button>
      <Button variant="main" size="small" onPress={() => travel.now()}>
        {words.returnToNow}
      </Button>
    </span>
  )
})
