/** The second handle, for the value date, under the track of what was recorded; and a sentence that says what is seen. */
import { useId } from 'react'
import { twoClocksMessages as words } from '../../../locales/en/timeline/two-clocks'
import {
  type Disagreement,
  useDisagreement,
  useValueDatePlace,
  useValueDateTrack,
} from '../../../stores/clocks/value-date-track'
import { formatDate, formatInstant, formatInstantDate, isoOfDay } from '../../../ui/format/format-date'
import styles from './two-clocks.module.css'
import { ValueDateSlider } from './value-date-slider'

export function TwoClocks() {
  const sentenceId = useId()
  const track = useValueDateTrack()
  const place = useValueDatePlace(track)
  const disagreement = useDisagreement()
  return (
    <div className={styles.clocks}>
      <span className={styles.label}>
        <span>{words.slider}</span>
        <b>{place.day === Number.POSITIVE_INFINITY ? words.everyShort : formatDate(isoOfDay(place.day))}</b>
      </span>
      <ValueDateSlider track={track} place={place} describedBy={sentenceId} />
      <p id={sentenceId} className={styles.sentence}>
        {sentenceOf(disagreement)}
      </p>
      <span className={styles.legend} aria-hidden="true">
        <i className={styles.lateMark} />
        {words.lateLegend}
      </span>
    </div>
  )
}

function sentenceOf({ knownAt, isDayEnd, isAllKnown, day, later }: Disagreement): string {
  const isEveryDay = day === Number.POSITIVE_INFINITY
  if (isAllKnown) return isEveryDay ? words.teach : words.knownNow(formatDate(isoOfDay(day), 'long'), later)
  const known =
    knownAt === undefined
      ? words.beforeFirst
      : words.on(isDayEnd ? formatInstantDate(knownAt, 'long') : formatInstant(knownAt, 'long'))
  return isEveryDay ? words.everyDay(known) : words.knownThen(known, formatDate(isoOfDay(day), 'long'), later)
}
