/** Every text of the track's instruments, which load when the page is at rest. */
import { formatCount } from '../../format-count'
import { spoken } from '../../spoken'

export const zoomMessages = spoken('timeline/zoom', {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  closest: 'Closer it does not go',
  allShown: 'The whole of it is shown',
  nothing: 'Nothing is recorded yet',
  settings: 'Track settings',
  spacing: 'Spacing',
  spacings: { time: 'By time', event: 'By event' },
  spacingsByDay: { time: 'By time', event: 'By day with entries' },
  snap: 'A drag stops at',
  snaps: { off: 'Any place', event: 'Event', day: 'Day end', month: 'Month end' },
  snapsByDay: { off: 'Any place', event: 'Day with entries', day: 'Day', month: 'Month end' },
  whose: 'Activity and total of',
  whoseNames: { all: 'All accounts', account: 'Open account' },
  gestures: [
    ['Ctrl wheel, pinch, + −', 'zoom, without moving in time'],
    ['Shift drag', 'fit what is marked'],
    ['Shift wheel, two fingers', 'move along'],
    ['0', 'show all'],
  ],
  /** Where there is no mouse. */
  touches: [
    ['Pinch', 'zoom, without moving in time'],
    ['Two fingers', 'move along'],
  ],
  /** In the palette. */
  choose: (panel: string, setting: string, choice: string) => `${panel} · ${setting}: ${choice}`,
  partShown: 'Part shown',
  part: (from: string, to: string) => `${from} to ${to}`,
  backToCursor: 'Show where you are',
  total: 'Total',
  sum: (name: string, amount: string) => `${name} ${amount}`,
  event: (position: number, what: string) => `event ${formatCount(position)}: ${what}`,
  here: (counts: string) => `here ${counts}`,
})
