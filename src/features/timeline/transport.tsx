/** The buttons that move through time, and how it plays. */
import { ChevronLeft, ChevronRight, Pause, Play, SkipBack, SkipForward } from 'lucide-react'
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { travel, useCursor } from '../../stores/cursor-store'
import { type TimeTrack, useIsAtEnd, useIsAtStart } from '../../stores/time-track'
import { Button } from '../../ui/action/button'
import { classNames } from '../../ui/class-names'
import { PlaybackButton } from './playback/playback-button'
import styles from './transport.module.css'

export function Transport({ track }: { readonly track: TimeTrack }) {
  const atStart = useIsAtStart(track)
  const playing = useCursor((cursor) => cursor.playing)
  const atEnd = useIsAtEnd(track)
  const back = useCursor((cursor) => cursor.direction < 0)
  const nothing = track.steps === 0 ? words.nothing : null
  const noBack = nothing ?? (atStart ? words.atStart : null)
  const noOn = nothing ?? (atEnd ? words.atNow : null)
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
        label={playing ? words.pause : back ? words.playBack : words.play}
        shortcut={back && !playing ? 'Shift Space' : 'Space'}
        icon={playing ? <Pause /> : <Play />}
        className={classNames(styles.play, back && styles.back)}
        disabledReason={nothing}
        onPress={() => (playing ? travel.pause() : travel.play())}
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
        onPress={travel.last}
      />
      <PlaybackButton className={classNames(styles.rate, styles.desk)} />
    </div>
  )
}
