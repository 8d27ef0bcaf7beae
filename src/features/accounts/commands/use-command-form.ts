/**
 * The life of one command dialog: it has one commandId from its opening on, so that however often it is sent (a double
 * press, a retry after a lost answer) the ledger records it once; a refusal is put beside the field that caused it,
 * and what was typed stays.
 */
import { useRef, useState } from 'react'
import type { Receipt } from '../../../application/hindsight'
import type { Command } from '../../../domain/commands'
import { dialogs } from '../../../stores/dialog-store'
import { describeError, dispatch } from '../../../stores/dispatch'
import { type AccountsOfForm, type DescribedError, type FieldName, type FormErrors, fieldOfError } from './field-errors'

export interface CommandFormOptions {
  /** The fields that the form shows, in their order. */
  readonly fields: readonly FieldName[]
  /** Reads the form: a command, or what is wrong with it. */
  readonly build: () => { readonly command: Command } | { readonly errors: FormErrors }
  /** After it is durable and shown; the dialog is closed already. */
  readonly onDone: (receipt: Receipt) => void
  readonly accounts?: AccountsOfForm
  /** Better words for a refusal, such as the figure that would work. */
  readonly wordsFor?: (error: DescribedError) => string | undefined
}

export interface CommandForm {
  readonly errors: FormErrors
  /** Rises with every refusal: then, and not while errors are being mended, the focus goes to what is wrong. */
  readonly refusals: number
  readonly busy: boolean
  submit(): void
  /** Called when a field is edited: its error no longer holds. */
  clear(...fields: readonly (FieldName | 'form')[]): void
}

export function useCommandForm(options: CommandFormOptions): CommandForm {
  const [commandId] = useState(() => crypto.randomUUID())
  const [errors, setErrors] = useState<FormErrors>({})
  const [refusals, setRefusals] = useState(0)
  const [busy, setBusy] = useState(false)
  // State changes only with the next render; two presses may come before it.
  const sending = useRef(false)

  function refuse(because: FormErrors): void {
    setErrors(because)
    setRefusals((count) => count + 1)
  }

  async function send(command: Command): Promise<void> {
    sending.current = true
    setBusy(true)
    setErrors({})
    try {
      const receipt = await dispatch(command, { commandId })
      dialogs.close()
      options.onDone(receipt)
    } catch (error) {
      const described = describeError(error)
      const field = fieldOfError(described, options.fields, options.accounts)
      refuse({ [field]: options.wordsFor?.(described) ?? described.message })
      setBusy(false)
      sending.current = false
    }
  }

  return {
    errors,
    refusals,
    busy,
    submit() {
      if (sending.current) return
      const built = options.build()
      if ('errors' in built) refuse(built.errors)
      else void send(built.command)
    },
    clear(...fields) {
      setErrors((current) =>
        fields.some((field) => current[field] !== undefined) || current.form !== undefined
          ? Object.fromEntries(
              Object.entries(current).filter(([key]) => key !== 'form' && !fields.some((field) => field === key)),
            )
          : current,
      )
    },
  }
}
