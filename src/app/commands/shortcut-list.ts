/** Every shortcut there is, as the sheet under `?` shows them. `e2e/house/shortcuts.test.ts` holds it against the listeners. */
import { commandMessages as words } from '../../locales/en/app/palette'

export interface ShortcutSection {
  readonly title: string
  /** Keys, and what they do. */
  readonly rows: readonly (readonly [readonly string[], string])[]
}

const { keys, sections } = words

/** Texts that stand beside one another do one thing each; the keys within a text are pressed together, or one by one. */
export const SHORTCUTS: readonly ShortcutSection[] = [
  {
    title: sections.record,
    rows: [
      [['n'], keys.newEntry],
      [['t'], keys.transfer],
      [['Ctrl Z'], keys.undo],
    ],
  },
  {
    title: sections.look,
    rows: [
      [['Ctrl K'], keys.palette],
      [['/'], keys.filter],
      [['j', 'k'], keys.rows],
      [['↵'], keys.open],
      [['g l'], keys.eventLog],
      [['w'], keys.why],
      [['Esc'], keys.close],
      [['?'], keys.help],
    ],
  },
  {
    title: sections.time,
    rows: [
      [['[', ']'], keys.steps],
      [['Shift [', 'Shift ]'], keys.days],
      [['Space'], keys.play],
      [['Shift Space'], keys.playBack],
      [['Home', 'End'], keys.ends],
      [['+', '−', '0'], keys.zoom],
      [['c'], keys.compare],
      [['b'], keys.bookmark],
      [['Shift b'], keys.bookmarks],
    ],
  },
]
