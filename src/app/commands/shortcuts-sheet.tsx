/** The list of shortcuts, under `?`. */
import { Fragment } from 'react'
import { commandMessages as words } from '../../locales/en/app/palette'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { Kbd } from '../../ui/feedback/kbd'
import { Dialog } from '../../ui/overlay/dialog'
import { SHORTCUTS } from './shortcut-list'
import styles from './shortcuts-sheet.module.css'

/** Renders while it is asked for. */
export function ShortcutsSheet() {
  const asked = useDialog(({ request }) => request?.kind === 'shortcuts')
  if (!asked) return null
  return (
    <Dialog title={words.shortcuts} size="sheet" isText onClose={dialogs.close}>
      <div className={styles.columns}>
        {SHORTCUTS.map(({ title, rows }) => (
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
      </div>
      <p className={styles.note}>{words.shortcutsRest}</p>
    </Dialog>
  )
}
