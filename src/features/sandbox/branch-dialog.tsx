/** "Branch from here": a cut at the moment shown, or everything so far with entries left out or moved. */
import { useRef, useState } from 'react'
import type { Progress } from '../../application/ledger-api'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { describeError } from '../../stores/dispatch'
import { useLedger } from '../../stores/ledger-store'
import { draftChanges, sandboxDraft, useSandboxDraft } from '../../stores/sandbox/sandbox-draft'
import { sandboxes } from '../../stores/sandbox/sandbox-reading'
import { toast } from '../../stores/toast-store'
import { Button } from '../../ui/action/button'
import { ProgressBar } from '../../ui/feedback/progress-bar'
import { RadioList } from '../../ui/field/radio-list'
import { TextField } from '../../ui/field/text-field'
import { formatDate, localDate } from '../../ui/format/format-date'
import { Dialog, DialogNote } from '../../ui/overlay/dialog'
import { branchOptions, type Start } from './branch-options'
import { DraftChanges } from './draft-changes'
import { openBranch } from './open-branch'
import styles from './sandbox-dialogs.module.css'

export function BranchDialog({ without }: { readonly without: number | undefined }) {
  const changes = useChanges(without)
  const [start, setStart] = useState<Start>(changes.length > 0 ? 'what-if' : 'from-here')
  const [name, setName] = useState(() => messages.suggested(formatDate(localDate(), 'date')))
  const [error, setError] = useState<string>()
  const { making, make, cancel } = useMaking(setError)

  function submit(): void {
    const options = branchOptions(name, start, changes)
    if ('fault' in options) setError(options.fault)
    else void make(options)
  }
  function close(): void {
    if (making) cancel()
    else {
      sandboxDraft.clear()
      dialogs.close()
    }
  }
  return (
    <Dialog
      title={messages.branch}
      onClose={close}
      onSubmit={submit}
      dismissable={!making}
      footer={
        <>
          <DialogNote>{messages.promise}</DialogNote>
          <Button onPress={close}>{messages.cancel}</Button>
          <Button type="submit" variant="main" aria-busy={making !== null}>
            {messages.create}
          </Button>
        </>
      }
    >
      <TextField
        label={messages.name}
        value={name}
        maxLength={200}
        error={name.trim() === '' ? error : undefined}
        onChange={(next) => {
          setName(next)
          setError(undefined)
        }}
      />
      <RadioList
        label={messages.start}
        value={start}
        onChange={(next) => {
          setStart(next)
          setError(undefined)
        }}
        options={[
          { value: 'from-here', label: messages.fromHere, description: useHereWords() },
          { value: 'what-if', label: messages.whatIf, description: messages.whatIfText },
        ]}
      />
      {start === 'what-if' && <DraftChanges changes={changes} />}
      {making && <ProgressBar label={messages.making} unit="events" done={making.done} total={making.total} />}
      {error !== undefined && name.trim() !== '' && (
        <p role="alert" className={styles.problem}>
          {error}
        </p>
      )}
    </Dialog>
  )
}

/** The draft, with the entry that the dialog was opened for. */
function useChanges(without: number | undefined) {
  useState(() => {
    if (without !== undefined) sandboxDraft.put({ position: without, effectiveOn: null })
  })
  return draftChanges(useSandboxDraft())
}

function useHereWords(): string {
  const { position, day } = useCursor((cursor) => cursor.bound)
  const isNow = useCursor((cursor) => cursor.isNow)
  const size = useLedger((ledger) => ledger.size)
  if (isNow) return messages.fromHereNow(size)
  return position === size || day !== Number.POSITIVE_INFINITY
    ? messages.fromHereDate(position)
    : messages.fromHerePast(position, size)
}

function useMaking(onError: (message: string | undefined) => void) {
  const [making, setMaking] = useState<Progress | null>(null)
  const work = useRef<AbortController | null>(null)
  async function make(options: Parameters<ReturnType<typeof sandboxes>['branch']>[0]): Promise<void> {
    if (work.current) return
    const cancel = new AbortController()
    work.current = cancel
    onError(undefined)
    setMaking({ phase: 'checking', done: 0, unit: 'events' })
    try {
      const { id, name, origin } = await sandboxes().branch({
        ...options,
        signal: cancel.signal,
        onProgress: setMaking,
      })
      sandboxDraft.clear()
      dialogs.close()
      const isWhatIf = origin.without.length + origin.moved.length > 0
      if (!(await openBranch(id, isWhatIf ? 'stay' : 'accounts'))) return
      toast(origin.refusedCount > 0 ? messages.madeRefused(name, origin.refusedCount) : messages.made(name))
    } catch (error) {
      work.current = null
      setMaking(null)
      if (!(error instanceof DOMException && error.name === 'AbortError')) onError(describeError(error).message)
    }
  }
  return { making, make, cancel: () => work.current?.abort() }
}
