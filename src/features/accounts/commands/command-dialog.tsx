/** The frame that every command's dialog shares: title, fields, what stands above the buttons, Cancel and the verb. */
import { TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { commandMessages as messages } from '../../../locales/en/accounts/commands'
import { useCursor } from '../../../stores/cursor-store'
import { dialogs } from '../../../stores/dialog-store'
import { Button } from '../../../ui/action/button'
import { Dialog, DialogNote } from '../../../ui/overlay/dialog'
import styles from './command-dialog.module.css'
import type { CommandForm } from './use-command-form'

interface CommandDialogProps {
  readonly title: string
  /** Text of the submit button. */
  readonly verb: string
  readonly form: CommandForm
  readonly aside?: ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
  /** Why it cannot be sent at all. */
  readonly refused?: string | undefined
}

export function CommandDialog({ title, verb, form, aside, note, children, refused }: CommandDialogProps) {
  const body = useRef<HTMLDivElement>(null)
  const { errors, refusals, busy } = form
  const isNow = useCursor((cursor) => cursor.isNow)
  const reason = isNow ? refused : messages.pastReadOnly
  // The button stays enabled and leads to what is wrong.
  useEffect(() => {
    if (refusals === 0) return
    const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    wrong?.focus()
    wrong?.scrollIntoView({ block: 'nearest' })
  }, [refusals])
  return (
    <Dialog
      title={title}
      onClose={dialogs.close}
      onSubmit={form.submit}
      dismissable={!busy}
      {...(aside === undefined ? {} : { aside })}
      footer={
        <>
          {note !== undefined && <DialogNote>{note}</DialogNote>}
          <Button onPress={dialogs.close}>{messages.cancel}</Button>
          <Button type="submit" variant="main" aria-busy={busy} disabledReason={reason}>
            {verb}
          </Button>
        </>
      }
    >
      <div ref={body} className={styles.form}>
        {children}
        {errors.form !== undefined && (
          <p role="alert" className={styles.problem}>
            <TriangleAlert aria-hidden="true" />
            {errors.form}
          </p>
        )}
      </div>
    </Dialog>
  )
}
