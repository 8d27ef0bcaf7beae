/** What lies over the track beside its handle: the preview, the mark of a brush, and where in the whole one is. */
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { memo, type RefObject, useEffect } from 'react'
import { zoomMessages as words } from '../../../../locales/en/timeline/zoom'
import type { TimeTrack } from '../../../../stores/time-track'
import { followTrackView, trackView } from '../../../../stores/track/track-view'
import { classNames } from '../../../../ui/class-names'
import styles from './instruments.module.css'
import { Overview } from './overview'
import { PreviewTag } from './preview-tag'
import { useFollowedCursor, usePointed } from './use-pointed'
import { useTouchAndBrush } from './use-touch-and-brush'
import { useZoomGestures } from './use-zoom-gestures'

export interface InstrumentsProps {
  readonly track: TimeTrack
  /** On which side the cursor is out of sight; 0 where it is in sight. */
  readonly away: -1 | 0 | 1
  /** Of the track, in pixels. */
  readonly width: number
  readonly box: RefObject<HTMLElement | null>
  readonly input: RefObject<HTMLElement | null>
  /** A drag that is under way is to be undone. */
  readonly onZoomBegins: () => void
}

export const Instruments = memo(function Instruments({
  track,
  away,
  width,
  box,
  input,
  onZoomBegins,
}: InstrumentsProps) {
  useEffect(followTrackView, [])
  useZoomGestures(box, input)
  useFollowedCursor(input)
  const mark = useTouchAndBrush(box, onZoomBegins)
  const pointed = usePointed(box, input)
  const isZoomed = track.lens?.isZoomed === true
  return (
    <>
      {mark && (
        <span
          aria-hidden="true"
          className={styles.mark}
          style={{ transform: `translateX(${mark[0] * width}px)`, width: (mark[1] - mark[0]) * width }}
        />
      )}
      {pointed !== null && !mark && <PreviewTag track={track} share={pointed} width={width} />}
      {isZoomed && away !== 0 && (
        <button
          type="button"
          aria-label={words.backToCursor}
          title={words.backToCursor}
          className={classNames(styles.away, away > 0 && styles.awayRight)}
          onClick={trackView.showCursor}
        >
          {away < 0 ? <ChevronLeft aria-hidden="true" /> : <ChevronRight aria-hidden="true" />}
        </button>
      )}
      {isZoomed && <Overview track={track} />}
    </>
  )
})
