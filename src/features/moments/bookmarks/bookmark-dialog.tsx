/** A name and a note for a moment: for one that has none yet, or other words for one that has. */
import { useRef, useState } from 'react'
import { bookmarkMessages as words } from '../../../locales/en/moments/bookmarks'
import { useCursor } from '../../../stores/cursor-store'
import { type DialogRequest, dialogs } from '../../../stores/dialog-store'
import { describeError } from '../../../stores/dispatch'
import { useLedger } from '../../../stores/ledger-store'
import { type Bookmark, keepBookmark, newBookmark, useBookmarks } from '../../../stores/moments/bookmarks'
import { toast } from '../../../stores/toast-store'
import { Button } from '../../../ui/action/button'
import { TextField } from '../../../ui/field/text-field'
import { Dialog } from '../../../ui/overlay/dialog'
import { momentWords } from '../moment-words'
import styles from './bookmarks.module.css'

const LONGEST_NAME = 200
const LONGEST_NOTE = 2_000

export function BookmarkDialog({ request }: { readonly request: DialogRequest & { readonly kind: 'bookmark' } }) {
  const bookmarks = useBookmarks()
  // What is asked for stays the same though the cursor, or the log, moves on behind the dialog.
  const [fresh] = useState(() => newBookmark(request.moment ?? useCursor.getState().moment))
  const known = bookmarks.find(({ id }) => id === request.id)
  if (request.id !== undefined && known === undefined) return null
  return <Form key={request.id ?? ''} initial={known ?? fresh} isNew={known === undefined} />
}

function Form({ initial, isNew }: { readonly initial: Bookmark; readonly isNew: boolean }) {
  const [name, setName] = useState(initial.name)
  const [note, setNote] = useState(initial.note)
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const sending = useRef(false)
  useLedger((ledger) => ledger.version)

  async function save(): Promise<void> {
    const trimmed = name.trim()
    if (sending.current) return
    if (trimmed === '') return setError(words.nameNeeded)
    sending.current = true
    setBusy(true)
    try {
      const { id, moment } = initial
      await keepBookmark({ id, moment, name: trimmed, note: note.trim() })
      leave()
      toast(isNew ? words.kept(trimmed) : words.changed(trimmed))
    } catch (failure) {
      setError(describeError(failure).message)
      setBusy(false)
      sending.current = false
    }
  }
  const leave = () => (isNew ? dialogs.close() : dialogs.open({ kind: 'bookmarks' }))

  return (
    <Dialog
      title={isNew ? words.add : words.edit}
      onClose={leave}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onPress={leave}>{words.cancel}</Button>
          <Button type="submit" variant="main" aria-busy={busy}>
            {isNew ? words.keep : words.save}
          </Button>
        </>
      }
    >
      <p className={styles.moment}>{momentWords(initial.moment, 'date-with-weekday')}</p>
      <TextField
        label={words.name}
        value={name}
        maxLength={LONGEST_NAME}
        error={error}
        onChange={(next) => {
          setName(next)
          setError(undefined)
        }}
      />
      <TextField label={words.note} optional value={note} maxLength={LONGEST_NOTE} rows={3} onChange={setNote} />
      <p className={styles.quiet}>{words.keptHere}</p>
    </Dialog>
  )
}
