/** The time dock, always there: clock and transport, the moment in words, and the life of the ledger as a track. */
import { Circle } from 'lucide-react'
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { travel, useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { type TimeTrack, useTimePlace, useTimeTrack } from '../../stores/time-track'
import { Button } from '../../ui/action/button'
import { classNames } from '../../ui/class-names'
import { currencySymbol } from '../../ui/format/format-money'
import { ClockChoice } from './clock-choice'
import styles from './dock.module.css'
import { MomentButton } from './moment/moment-button'
import { SpokenMoment } from './moment/spoken-moment'
import { StoodOn } from './moment/stood-on'
import { Track } from './track/track'
import { Transport } from './transport'
import { usePlayback } from './use-playback'
import { useTimeShortcuts } from './use-time-shortcuts'

/** The parts follow the cursor themselves, each only as far as it shows it: in a frame of dragging most stay as they are. */
export function Dock() {
  const track = useTimeTrack()
  usePlayback()
  useTimeShortcuts()
  return (
    <section aria-label={words.dock} className={styles.dock}>
      <div className={styles.clock}>
        <ClockChoice clock={track.clock} />
      </div>
      <div className={styles.read}>
        <MomentButton />
        <Place track={track} />
        {track.steps > 0 && track.clock === 'recorded' && (
          <StoodOn className={classNames(styles.quiet, styles.stood)} />
        )}
        {track.steps > 0 && <Legend />}
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
      <SpokenMoment />
    </section>
  )
}

function NowButton() {
  const isNow = useCursor((cursor) => cursor.isNow)
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

function Legend() {
  const currency = useLedger(({ timeline }) => timeline.accounts[0]?.currency)
  return (
    <span className={styles.legend} aria-hidden="true">
      {(['in', 'out', 'transfers', 'reversals'] as const).map((kind) => (
        <span key={kind}>
          <i className={styles[kind]} />
          {words.legend[kind]}
        </span>
      ))}
      {currency !== undefined && (
        <span>
          <i className={styles.line} />
          {words.total(currencySymbol(currency))}
        </span>
      )}
    </span>
  )
}
