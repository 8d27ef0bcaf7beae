/** How it plays: speed, pace and direction. Loaded when it is first asked for. */
import { playbackMessages as words } from '../../../locales/en/timeline/playback'
import { RATES, travel, useCursor } from '../../../stores/cursor-store'
import { Segmented } from '../../../ui/action/segmented'
import styles from './playback-choices.module.css'

const SPEEDS = RATES.map((rate) => ({ value: String(rate), label: words.rate(rate), rate }))
const PACES = (['even', 'by-time'] as const).map((value) => ({ value, label: words.paces[value] }))
const DIRECTIONS = (['back', 'on'] as const).map((value) => ({ value, label: words.directions[value] }))

export function PlaybackChoices() {
  const rate = useCursor((cursor) => cursor.rate)
  const pace = useCursor((cursor) => cursor.pace)
  const direction = useCursor((cursor) => cursor.direction)
  return (
    <div className={styles.choices}>
      <Segmented
        label={words.speed}
        showLabel
        value={String(rate)}
        options={SPEEDS}
        className={styles.speeds ?? ''}
        onChange={(value) => travel.setPlayback({ rate: SPEEDS.find((speed) => speed.value === value)?.rate ?? 1 })}
      />
      <Segmented
        label={words.pace}
        showLabel
        value={pace}
        options={PACES}
        onChange={(value) => travel.setPlayback({ pace: value })}
      />
      <p className={styles.words}>{words.paceWords[pace]}</p>
      <Segmented
        label={words.direction}
        showLabel
        value={direction > 0 ? 'on' : 'back'}
        options={DIRECTIONS}
        onChange={(value) => travel.setPlayback({ direction: value === 'on' ? 1 : -1 })}
      />
    </div>
  )
}
