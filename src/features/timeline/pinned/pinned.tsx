/** A on the time dock while two moments are compared; who compares nothing never loads it. */
import { lazy, memo, type ReactNode, Suspense } from 'react'
import { queryOfPage, useView } from '../../../stores/view-store'
import type { PinnedProps } from './pinned-stretch'

const PinnedStretch = lazy(
  (): Promise<{ default: (props: PinnedProps) => ReactNode }> =>
    import('./pinned-stretch').then(
      (module) => ({ default: module.PinnedStretch }),
      () => ({ default: () => null }),
    ),
)

/** Nothing it is given moves with the cursor: no frame of a drag renders it. */
export const Pinned = memo(function Pinned({ track, width }: PinnedProps) {
  const isPinned = useView(({ view }) => queryOfPage(view, 'compare')?.a !== undefined)
  if (!isPinned || track.steps === 0 || width === 0) return null
  return (
    <Suspense fallback={null}>
      <PinnedStretch track={track} width={width} />
    </Suspense>
  )
})
