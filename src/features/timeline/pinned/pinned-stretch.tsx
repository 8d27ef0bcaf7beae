/**
 * A's flag, the stretch from it to the handle, which is B, and how far the total is from A. All that moves with the
 * cursor is placed by the style sheet from the handle's own place, and the figure is written past React: comparing costs
 * a drag nothing that it would not cost otherwise.
 */
import { type CSSProperties, useEffect, useMemo, useRef } from 'react'
import { pinnedMessages as words } from '../../../locales/en/timeline/pinned'
import { travel, useCursor } from '../../../stores/cursor-store'
import { useDialog } from '../../../stores/dialog-store'
import { useLedger } from '../../../stores/ledger-store'
import { stopComparing } from '../../../stores/moments/comparing'
import { differenceFrom, type Pinned, shareOfMoment, usePinned } from '../../../stores/moments/pinned'
import { boundOf, type TimeTrack } from '../../../stores/time-track'
import { classNames } from '../../../ui/class-names'
import { formatMoney } from '../../../ui/format/format-money'
import { isTyping } from '../../../ui/is-typing'
import { describeMoment } from '../describe-moment'
import styles from './pinned.module.css'

export interface PinnedProps {
  readonly track: TimeTrack
  /** Of the track, in pixels. */
  readonly width: number
}

/** Nothing while the address names no moment. */
export function PinnedStretch({ track, width }: PinnedProps) {
  const pinned = usePinned()
  return pinned && <Stretch track={track} width={width} pinned={pinned} />
}

interface StretchProps extends PinnedProps {
  readonly pinned: Pinned
}

function Stretch({ track, width, pinned }: StretchProps) {
  const version = useLedger((ledger) => ledger.version)
  const figure = useRef<HTMLSpanElement>(null)
  useDifference(figure, pinned, version)
  useEscape()
  const { moment } = pinned
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  const [share, name] = useMemo(() => {
    const { size } = useLedger.getState()
    const named = moment === 'now' ? words.now : describeMoment(moment, boundOf(moment), size, 'long')
    return [shareOfMoment(track, moment), named]
  }, [track, moment, version])
  const isInSight = share >= 0 && share <= 1
  const at = Math.min(1, Math.max(0, share)) * width
  return (
    <div className={styles.pinned} style={{ '--a': `${at}px`, '--width': `${width}px` } as CSSProperties}>
      <span aria-hidden="true" className={styles.stretch} />
      {isInSight && <span aria-hidden="true" className={styles.staff} />}
      <span aria-hidden="true" className={classNames(styles.letter, styles.b)}>
        {words.b}
      </span>
      <span aria-hidden="true" className={styles.figure}>
        <span ref={figure} data-testid="pinned-difference" />
      </span>
      <button
        type="button"
        className={classNames(styles.flag, !isInSight && styles.away)}
        aria-label={words.goToA(name)}
        title={words.goToA(name)}
        onClick={() => travel.to(moment)}
      >
        <span className={styles.letter}>{words.a}</span>
      </button>
    </div>
  )
}

/** Written in the frame of the cursor, once a frame, and by no render. */
function useDifference(figure: React.RefObject<HTMLElement | null>, pinned: Pinned, version: number): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the timeline is mutable, `version` stands for its content
  useEffect(() => {
    const difference = differenceFrom(pinned)
    let frame = 0
    let written: number | undefined
    const write = () => {
      frame = 0
      const element = figure.current
      if (element === null || difference === undefined) return
      const minor = difference.minor()
      if (minor === written) return
      written = minor
      const { currency, exponent } = difference
      element.textContent = formatMoney(minor, { currency, exponent, sign: 'always' })
      element.dataset.minor = String(minor)
    }
    write()
    const stop = useCursor.subscribe(({ bound }, before) => {
      if (bound !== before.bound) frame ||= requestAnimationFrame(write)
    })
    return () => {
      stop()
      cancelAnimationFrame(frame)
    }
  }, [figure, pinned, version])
}

/** After everybody else: what lies over the page is closed first. */
function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (useDialog.getState().request !== null || isTyping(event.target)) return
      event.preventDefault()
      stopComparing()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
