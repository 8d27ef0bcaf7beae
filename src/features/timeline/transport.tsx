/** The buttons that move through time, and the speed at which it plays. */
import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { RATES, travel, useCursor } from '../../stores/cursor-store'
import { type TimeTrack, useIsAtStart } from '../../stores/time-track'
import { Button } from '../../ui/action/button'
import { classNames } from '../../ui/class-names'
import styles from './transport.module.css'

export function Transport({ track }: { readonly track: TimeTrack }) {
  const atStart = useIsAtStart(track)
  const playing = useCursor((cursor) => cursor.playing)
  const isNow = useCursor((cursor) => cursor.isNow)
  const rate = useCursor((cursor) => cursor.rate)
  const nothing = track.steps === 0 ? words.nothing : null
  const noBack = nothing ?? (atStart ? words.atStart : null)
  const noOn = nothing ?? (isNow ? words.atNow : null)
  const nextRate = RATES[(RATES.indexOf(rate) + 1) % RATES.length] ?? 1
  return (
    <div className={styles.transport}>
      <Button
        variant="bare"
        label={words.first}
        shortcut="Home"
        icon={<SkipBack />}
        className={styles.desk ?? ''}
        disabledReason={noBack}
        onPress={travel.first}
      />
      <Button
        variant="bare"
        label={words.previous}
        shortcut="["
        icon={<ChevronLeft />}
        disabledReason={noBack}
        onPress={travel.previousStep}
      />
      <Button
        label={playing ? words.pause : words.play}
        shortcut="Space"
        icon={playing ? <Pause /> : <Play />}
        className={styles.play ?? ''}
        disabledReason={nothing}
        onPress={playing ? travel.pause : travel.play}
      />
      <Button
        variant="bare"
        label={words.next}
        shortcut="]"
        icon={<ChevronRight />}
        disabledReason={noOn}
        onPress={travel.nextStep}
      />
      <Button
        variant="bare"
        label={words.last}
        shortcut="End"
        icon={<SkipForward />}
        className={styles.desk ?? ''}
        disabledReason={noOn}
        onPress={travel.now}
      />
      <Button
        variant="bare"
        aria-label={words.rate(rate)}
        className={classNames(styles.rate, styles.desk)}
        onPress={() => travel.setRate(nextRate)}
      >
        {rate}×
      </Button>
    </div>
  )
}
