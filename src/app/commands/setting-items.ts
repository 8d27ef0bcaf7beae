/** What the dock's panels set, for the palette: where the window leaves no room for their buttons, it is the only way. */
import { playbackMessages } from '../../locales/en/timeline/playback'
import { zoomMessages } from '../../locales/en/timeline/zoom'
import { RATES, travel, useCursor } from '../../stores/cursor-store'
import { trackView, useTrackView } from '../../stores/track/track-view'
import { useView } from '../../stores/view-store'

export interface SettingItem {
  readonly id: string
  readonly group: 'command'
  readonly label: string
  readonly run: () => void
}

/** Every choice but those that are made. */
export function settingItems(): readonly SettingItem[] {
  const { rate, pace, direction, clock } = useCursor.getState()
  const { spacing, snap, whose } = useTrackView.getState()
  const byDay = clock !== 'recorded'
  const { title, speed, paces, directions } = playbackMessages
  return [
    ...RATES.filter((other) => other !== rate).map((other) =>
      item(title, speed, playbackMessages.rate(other), () => travel.setPlayback({ rate: other })),
    ),
    ...others(paces, pace).map(([value, label]) =>
      item(title, playbackMessages.pace, label, () => travel.setPlayback({ pace: value })),
    ),
    ...others(directions, direction > 0 ? 'on' : 'back').map(([value, label]) =>
      item(title, playbackMessages.direction, label, () => travel.setPlayback({ direction: value === 'on' ? 1 : -1 })),
    ),
    ...others(byDay ? zoomMessages.spacingsByDay : zoomMessages.spacings, spacing).map(([value, label]) =>
      item(zoomMessages.settings, zoomMessages.spacing, label, () => trackView.setSpacing(value)),
    ),
    ...others(byDay ? zoomMessages.snapsByDay : zoomMessages.snaps, snap).map(([value, label]) =>
      item(zoomMessages.settings, zoomMessages.snap, label, () => trackView.setSnap(value)),
    ),
    ...(useView.getState().view.kind !== 'account' ? [] : others(zoomMessages.whoseNames, whose)).map(
      ([value, label]) => item(zoomMessages.settings, zoomMessages.whose, label, () => trackView.setWhose(value)),
    ),
  ]
}

function item(panel: string, setting: string, choice: string, run: () => void): SettingItem {
  const label = zoomMessages.choose(panel, setting, choice)
  return { id: `set ${label}`, group: 'command', label, run }
}

function others<Value extends string>(
  labels: Readonly<Record<Value, string>>,
  chosen: Value,
): readonly (readonly [Value, string])[] {
  return (Object.entries(labels) as [Value, string][]).filter(([value]) => value !== chosen)
}
