/** Where one may go back to: bookmarks, newest first, and the moments one came from. */
import { Bookmark as BookmarkIcon, Columns2, History, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { bookmarkMessages as words } from '../../../locales/en/moments/bookmarks'
import { travel } from '../../../stores/cursor-store'
import { dialogs } from '../../../stores/dialog-store'
import { describeError } from '../../../stores/dispatch'
import { useLedger } from '../../../stores/ledger-store'
import { type BookmarkAt, keepBookmark, removeBookmark, useBookmarks } from '../../../stores/moments/bookmarks'
import { pinMoment } from '../../../stores/moments/comparing'
import { textOfMoment } from '../../../stores/moments/moment-text'
import { useRecentMoments } from '../../../stores/moments/recent-moments'
import { boundOf } from '../../../stores/time-track'
import { toast } from '../../../stores/toast-store'
import type { Moment } from '../../../time-travel/moment'
import { Button } from '../../../ui/action/button'
import { EmptyState } from '../../../ui/feedback/empty-state'
import { TextField } from '../../../ui/field/text-field'
import { Dialog } from '../../../ui/overlay/dialog'
import { momentWords } from '../moment-words'
import styles from './bookmarks.module.css'

/** From so many on, finding one by eye takes too long. */
const FIND_FROM = 8

export function BookmarksDialog() {
  const bookmarks = useBookmarks()
  const [wanted, setWanted] = useState('')
  const shown = bookmarks.filter(({ name, note }) => fold(`${name} ${note}`).includes(fold(wanted))).reverse()
  return (
    <Dialog
      title={words.title}
      size="wide"
      onClose={dialogs.close}
      footer={
        <Button variant="main" icon={<Plus />} onPress={() => dialogs.open({ kind: 'bookmark' })}>
          {words.add}
        </Button>
      }
    >
      {bookmarks.length >= FIND_FROM && <TextField label={words.find} value={wanted} onChange={setWanted} />}
      {bookmarks.length === 0 ? (
        <EmptyState icon={<BookmarkIcon />} title={words.none}>
          {words.noneHint}
        </EmptyState>
      ) : (
        <section className={styles.section}>
          <h3 className={styles.heading}>{words.bookmarks}</h3>
          {shown.length === 0 && <p className={styles.quiet}>{words.noneFound}</p>}
          <ul className={styles.list}>
            {shown.map((bookmark) => (
              <Line key={bookmark.id} bookmark={bookmark} />
            ))}
          </ul>
        </section>
      )}
      <Recent />
    </Dialog>
  )
}

function Line({ bookmark }: { readonly bookmark: BookmarkAt }) {
  const size = useLedger((ledger) => ledger.size)
  const { id, name, note, moment, bound } = bookmark
  return (
    <li className={styles.line}>
      <BookmarkIcon aria-hidden="true" />
      <button type="button" className={styles.open} onClick={() => go(moment)}>
        <b>{name}</b>
        <span className={styles.quiet}>
          {momentWords(moment, 'date-with-weekday')} · {words.event(bound.position, size)}
        </span>
        {note !== '' && <span className={styles.note}>{note}</span>}
      </button>
      <Button variant="bare" label={words.compareWith(name)} icon={<Columns2 />} onPress={() => compare(moment)} />
      <Button
        variant="bare"
        label={words.editOf(name)}
        icon={<Pencil />}
        onPress={() => dialogs.open({ kind: 'bookmark', id })}
      />
      <Button variant="bare" label={words.removeOf(name)} icon={<Trash2 />} onPress={() => void remove(bookmark)} />
    </li>
  )
}

function Recent() {
  const size = useLedger((ledger) => ledger.size)
  const moments = useRecentMoments((state) => state.moments)
  if (moments.length === 0) return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{words.recent}</h3>
      <ul className={styles.list}>
        {moments.map((moment) => {
          const name = momentWords(moment, 'date-with-weekday')
          return (
            <li key={textOfMoment(moment)} className={styles.line}>
              <History aria-hidden="true" />
              <button type="button" className={styles.open} onClick={() => go(moment)}>
                <span>{name}</span>
                <span className={styles.quiet}>{words.event(boundOf(moment).position, size)}</span>
              </button>
              <Button
                variant="bare"
                label={words.compareWith(name)}
                icon={<Columns2 />}
                onPress={() => compare(moment)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function go(moment: Moment): void {
  dialogs.close()
  travel.to(moment)
}

function compare(moment: Moment): void {
  dialogs.close()
  pinMoment(moment)
}

async function remove({ bound: _, ...bookmark }: BookmarkAt): Promise<void> {
  const complain = (error: unknown) => toast(describeError(error).message, { tone: 'problem' })
  try {
    await removeBookmark(bookmark.id)
    const undo = { label: words.undo, run: () => void keepBookmark(bookmark).catch(complain) }
    toast(words.removed(bookmark.name), { action: undo })
  } catch (error) {
    complain(error)
  }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
