/** Beside the legend: buttons that zoom, the way back to the whole, and what the track shows, in a panel. */
import { Maximize2, SlidersHorizontal, ZoomIn, ZoomOut } from 'lucide-react'
import { Fragment, lazy, Suspense, useCallback, useRef, useState } from 'react'
import { zoomMessages as words } from '../../../../locales/en/timeline/zoom'
import type { TimeTrack } from '../../../../stores/time-track'
import { isClosest, trackView } from '../../../../stores/track/track-view'
import { Button } from '../../../../ui/action/button'
import { classNames } from '../../../../ui/class-names'
import { TrackSettings } from './track-settings'
import styles from './track-tools.module.css'

const PopoverPanel = lazy(() =>
  import('../../../../ui/overlay/popover-panel').then((module) => ({ default: module.PopoverPanel })),
)

const CLOSER = 0.5

export function TrackTools({ track }: { readonly track: TimeTrack }) {
  const settings = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const nothing = track.steps === 0 ? words.nothing : null
  const isZoomed = track.lens?.isZoomed === true
  const noOut = nothing ?? (isZoomed ? null : words.allShown)
  return (
    <div className={styles.tools}>
      <Button
        variant="bare"
        size="small"
        label={words.zoomOut}
        shortcut="−"
        icon={<ZoomOut />}
        className={styles.desk ?? ''}
        disabledReason={noOut}
        onPress={() => trackView.zoom(1 / CLOSER)}
      />
      <Button
        variant="bare"
        size="small"
        label={words.zoomIn}
        shortcut="+"
        icon={<ZoomIn />}
        className={styles.desk ?? ''}
        disabledReason={nothing ?? (isClosest(track) ? words.closest : null)}
        onPress={() => trackView.zoom(CLOSER)}
      />
      <Button
        variant="bare"
        size="small"
        label={words.showAll}
        shortcut="0"
        icon={<Maximize2 />}
        className={classNames(!isZoomed && styles.desk)}
        disabledReason={noOut}
        onPress={trackView.showAll}
      />
      <Button
        ref={settings}
        variant="bare"
        size="small"
        label={words.settings}
        icon={<SlidersHorizontal />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <Suspense fallback={null}>
          <PopoverPanel anchor={settings} label={words.settings} placement="top" onClose={close}>
            <TrackSettings clock={track.clock} />
            <Gestures list={words.gestures} className={styles.byMouse} />
            <Gestures list={words.touches} className={styles.byTouch} />
          </PopoverPanel>
        </Suspense>
      )}
    </div>
  )
}

interface GesturesProps {
  readonly list: readonly (readonly string[])[]
  readonly className: string | undefined
}

function Gestures({ list, className }: GesturesProps) {
  return (
    <dl className={classNames(styles.gestures, className)}>
      {list.map(([how, what]) => (
        <Fragment key={how}>
          <dt>{how}</dt>
          <dd>{what}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
