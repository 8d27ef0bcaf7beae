/** The time dock, always there: clock and transport, the moment in words, and the life of the ledger as a track. */
import { Circle } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { accountNameAt } from '../../stores/account-reading'
import { travel, useCursor, useNowBehind } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { type TimeTrack, useTimePlace, useTimeTrack } from '../../stores/time-track'
import type { Moment } from '../../time-travel/moment'
import { Button } from '../../ui/action/button'
import { classNames } from '../../ui/class-names'
import { currencySymbol } from '../../ui/format/format-money'
import { useIdle } from '../../ui/use-idle'
import { ClockChoice } from './clock-choice'
import styles from './dock.module.css'
import { MomentButton } from './moment/moment-button'
import { StoodOn } from './moment/stood-on'
import { usePlayback } from './playback/use-playback'
import { Track } from './track/track'
import { Transport } from './transport'
import { useTimeShortcuts } from './use-time-shortcuts'

const TrackTools = lazy(
  (): Promise<{ default: (props: { readonly track: TimeTrack }) => ReactNode }> =>
    import('./track/zoom/track-tools').then(
      (module) => ({ default: module.TrackTools }),
      () => ({ default: () => null }),
    ),
)
/** Whoever travels on one clock never loads it. */
const TwoClocks = lazy(() => import('./two-clocks/two-clocks').then((module) => ({ default: module.TwoClocks })))

/** Speaks only after travelling: it loads when the screen stands. */
const SpokenMoment = lazy(
  (): Promise<{ default: (props: { readonly since: Moment }) => ReactNode }> =>
    import('./moment/spoken-moment').then(
      (module) => ({ default: module.SpokenMoment }),
      () => ({ default: () => null }),
    ),
)

/** The parts follow the cursor themselves, each only as far as it shows it: in a frame of dragging most stay as they are. */
export function Dock() {
  const track = useTimeTrack()
  const idle = useIdle()
  const clock = useCursor((cursor) => cursor.clock)
  const [since] = useState(() => useCursor.getState().moment)
  usePlayback()
  useTimeShortcuts()
  return (
    <section aria-label={words.dock} className={classNames(styles.dock, clock === 'both' && styles.both)}>
      <div className={styles.clock}>
        <ClockChoice clock={clock} />
      </div>
      <div className={styles.read}>
        <MomentButton />
        <Place track={track} />
        {track.steps > 0 && track.clock === 'recorded' && (
          <StoodOn className={classNames(styles.quiet, styles.stood)} />
        )}
        {track.steps > 0 && <Legend track={track} />}
        <div className={styles.tools}>
          <Suspense fallback={null}>{idle && <TrackTools track={track} />}</Suspense>
        </div>
      </div>
      <div className={styles.drive}>
        <Transport track={track} />
      </div>
      <div className={styles.track}>
        <Track track={track} />
      </div>
      <div className={styles.now}>
        <NowButton />
      </div>
      {clock === 'both' && (
        <div className={styles.second}>
          <Suspense fallback={null}>
            <TwoClocks />
          </Suspense>
        </div>
      )}
      <Suspense fallback={null}>
        <SpokenMoment since={since} />
      </Suspense>
    </section>
  )
}

function NowButton() {
  const isNow = useNowBehind()
  return (
    <Button aria-pressed={isNow} icon={isNow ? <Circle /> : undefined} onPress={travel.now}>
      {words.now}
    </Button>
  )
}

function Place({ track }: { readonly track: TimeTrack }) {
  const place = useTimePlace(track)
  const size = useLedger((ledger) => ledger.size)
  const position = useCursor((cursor) => cursor.bound.position)
  const failed = useLedger((ledger) => ledger.status === 'failed')
  if (failed) return null
  return (
    <>
      <span className={classNames(styles.quiet, styles.place)}>
        {track.clock === 'recorded' || track.steps === 0
          ? words.eventOf(position, size)
          : words.dayOf(place.step, track.steps)}
      </span>
      {track.steps === 0 && <span className={classNames(styles.quiet, styles.stood)}>{words.grows}</span>}
    </>
  )
}

function Legend({ track }: { readonly track: TimeTrack }) {
  const accountId = track.lens?.accountId
  const currency = useLedger(({ timeline }) => timeline.accounts[0]?.currency)
  const account = useLedger(({ timeline }) => accountId && accountNameAt(timeline, accountId, timeline.size))
  return (
    <span className={styles.legend} aria-hidden="true">
      {(['in', 'out', 'transfers', 'reversals'] as const).map((kind) => (
        <span key={kind}>
          <i className={styles[kind]} />
          {words.legend[kind]}
        </span>
      ))}
      {currency !== undefined && (
        <span className={styles.whose}>
          <i className={styles.line} />
          <span>{account || words.total(currencySymbol(currency))}</span>
        </span>
      )}
    </span>
  )
}
