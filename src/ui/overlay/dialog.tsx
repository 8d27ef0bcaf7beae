/**
 * A dialog over the screen; on a phone a sheet from below. It is open while it is rendered. Its title is its
 * accessible name; the first field takes the focus, and the focus goes back where it was when it closes.
 */
import { X } from 'lucide-react'
import { type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { kitMessages as words } from '../../locales/en/kit'
import { Button } from '../action/button'
import { classNames } from '../class-names'
import styles from './dialog.module.css'

export interface DialogProps {
  readonly title: string
  /** Quiet words at the right of the title: "from Everyday". */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** Buttons, right-aligned; what stands in a `<DialogNote>` goes to the left. */
  readonly footer?: ReactNode
  /** 'form' is 480 px, 'wide' 640 px, 'sheet' 880 px. */
  readonly size?: 'form' | 'wide' | 'sheet'
  /** Called by Esc, the close button and a press outside. */
  readonly onClose: () => void
  /** False while work must not be lost: a press outside does nothing; Esc and the close button still ask `onClose`. */
  readonly dismissable?: boolean
  /** Makes body and footer a form; a submit button in the footer, or Enter in a field, calls it. */
  readonly onSubmit?: () => void
  /** Of one that is only read: its body can be focused, so that keys scroll it. */
  readonly isText?: boolean
}

const FIELDS = 'input:not([type="hidden"], [type="file"], [tabindex="-1"]), select, textarea'

export function Dialog(props: DialogProps) {
  const { title, aside, children, footer, size = 'form', onClose, dismissable = true, onSubmit, isText = false } = props
  const content = (
    <>
      {isText ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keys.
        <section className={styles.body} aria-label={title} tabIndex={0}>
          {children}
        </section>
      ) : (
        <div className={styles.body}>{children}</div>
      )}
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </>
  )
  return (
    <ModalOverlay
      isOpen
      isDismissable={dismissable}
      onOpenChange={(open) => !open && onClose()}
      className={styles.scrim ?? ''}
    >
      <Modal className={classNames(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            {aside !== undefined && <span className={styles.aside}>{aside}</span>}
            <Button variant="bare" label={words.close} icon={<X />} onPress={onClose} />
          </header>
          <Content {...(onSubmit === undefined ? {} : { onSubmit })}>{content}</Content>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Content({ onSubmit, children }: { readonly onSubmit?: () => void; readonly children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null)
  const part = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = form.current ?? part.current
    if (root === null || (root.contains(document.activeElement) && document.activeElement !== root)) return
    const field = root.querySelector<HTMLElement>(FIELDS)
    field?.focus()
    if (field instanceof HTMLInputElement && field.type === 'text') field.select()
  }, [])
  if (onSubmit === undefined) {
    return (
      <div ref={part} className={styles.content}>
        {children}
      </div>
    )
  }
  return (
    <form
      ref={form}
      noValidate
      className={styles.content}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault()
        event.stopPropagation()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** Quiet words at the left of a dialog's footer. */
export function DialogNote({ children }: { readonly children: ReactNode }) {
  return <span className={styles.note}>{children}</span>
}
