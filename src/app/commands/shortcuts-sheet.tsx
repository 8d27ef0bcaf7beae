/** The list of shortcuts, under `?`. */
import { Fragment } from 'react'
import { commandMessages as words } from '../../locales/en/app/palette'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { Kbd } from '../../ui/feedback/kbd'
import { Dialog } from '../../ui/overlay/dialog'
import styles from './shortcuts-sheet.module.css'

const { keys, sections } = words

/** Keys that stand beside one another do one thing each; those within one text are pressed together. */
const SECTIONS: readonly {
  readonly title: string
  readonly rows: readonly (readonly [readonly string[], string])[]
}[] = [
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

/** Renders while it is asked for. */
export function ShortcutsSheet() {
  const asked = useDialog(({ request }) => request?.kind === 'shortcuts')
  if (!asked) return null
  return (
    <Dialog title={words.shortcuts} onClose={dialogs.close}>
      {SECTIONS.map(({ title, rows }) => (
        <section key={title} className={styles.section}>
          <h3>{title}</h3>
          <dl className={styles.rows}>
            {rows.map(([pressed, what]) => (
              <Fragment key={what}>
                <dt>
                  {pressed.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </Fragment>
            ))}
          </dl>
        </section>
      ))}
      <p className={styles.note}>{words.shortcutsRest}</p>
    </Dialog>
  )
}
