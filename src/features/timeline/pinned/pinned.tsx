/** A on the time dock while two moments are compared; who compares nothing never loads it. */
import { lazy, memo, type ReactNode, Suspense } from 'react'
import { usePinned } from '../../../stores/moments/pinned'
import type { TimeTrack } from '../../../stores/time-track'
import type { PinnedStretchProps } from './pinned-stretch'

const PinnedStretch = lazy(
  (): Promise<{ default: (props: PinnedStretchProps) => ReactNode }> =>
    import('./pinned-stretch').then(
      (module) => ({ default: module.PinnedStretch }),
      () => ({ default: () => null }),
    ),
)

interface PinnedProps {
  readonly track: TimeTrack
  /** Of the track, in pixels. */
  readonly width: number
}

/** Nothing it is given moves with the cursor: no frame of a drag renders it. */
export const Pinned = memo(function Pinned({ track, width }: PinnedProps) {
  const pinned = usePinned()
  if (pinned === undefined || track.steps === 0 || width === 0) return null
  return (
    <Suspense fallback={null}>
      <PinnedStretch track={track} width={width} pinned={pinned} />
    </Suspense>
  )
})
