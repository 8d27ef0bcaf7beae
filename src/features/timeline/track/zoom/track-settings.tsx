/** How the track is spaced, where a drag stops on it, and whose activity it draws. */
import { zoomMessages as words } from '../../../../locales/en/timeline/zoom'
import type { Clock } from '../../../../stores/cursor-store'
import { trackView, useTrackView } from '../../../../stores/track/track-view'
import { useView } from '../../../../stores/view-store'
import { Segmented } from '../../../../ui/action/segmented'

export function TrackSettings({ clock }: { readonly clock: Clock }) {
  const { spacing, snap, whose } = useTrackView()
  const hasAccount = useView(({ view }) => view.kind === 'account')
  const spacings = clock === 'recorded' ? words.spacings : words.spacingsByDay
  const snaps = clock === 'recorded' ? words.snaps : words.snapsByDay
  return (
    <>
      <Segmented
        showLabel
        label={words.spacing}
        value={spacing}
        options={optionsOf(['time', 'event'] as const, spacings)}
        onChange={trackView.setSpacing}
      />
      <Segmented
        showLabel
        label={words.snap}
        value={snap}
        options={optionsOf(['off', 'event', 'day', 'month'] as const, snaps)}
        onChange={trackView.setSnap}
      />
      {hasAccount && (
        <Segmented
          showLabel
          label={words.whose}
          value={whose}
          options={optionsOf(['all', 'account'] as const, words.whoseNames)}
          onChange={trackView.setWhose}
        />
      )}
    </>
  )
}

function optionsOf<Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) {
  return values.map((value) => ({ value, label: labels[value] }))
}
