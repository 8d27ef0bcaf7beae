/**
 * The strip under the header says which time is shown. It has the same height at now and in the past, so that
 * rewinding moves no line on the screen.
 */
import { Circle, History } from 'lucide-react'
import { useMomentWords } from '../../features/timeline/describe-moment'
import { layoutMessages as words } from '../../locales/en/app/layout'
import { travel, useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { Button } from '../../ui/action/button'
import { classNames } from '../../ui/class-names'
import { formatDate, localDate } from '../../ui/format/format-date'
import styles from './strip.module.css'

export function Strip({ className }: { readonly className?: string }) {
  const isNow = useCursor((cursor) => cursor.isNow)
  const failed = useLedger((ledger) => ledger.status === 'failed')
  return (
    <section
      aria-label={words.moment}
      className={classNames(styles.strip, !isNow && !failed && styles.past, className)}
    >
      {failed ? <span className={styles.words}>{words.notAvailable}</span> : isNow ? <AtNow /> : <Rewound />}
    </section>
  )
}

function AtNow() {
  const size = useLedger((ledger) => ledger.size)
  const rootHash = useLedger((ledger) => ledger.rootHash)
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
      <span className={styles.end}>
        <Button variant="main" size="small" onPress={() => travel.now()}>
          {words.returnToNow}
        </Button>
      </span>
    </>
  )
}
