/** The field that filters the open account's history; `/` reaches it from anywhere. */
import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { historyMessages as messages } from '../../../locales/en/history/history'
import { accountNameAt } from '../../../stores/account-reading'
import { useCursor } from '../../../stores/cursor-store'
import { useLedger } from '../../../stores/ledger-store'
import { prepareSearch } from '../../../stores/search/prepare-search'
import { show, useView } from '../../../stores/view-store'
import { Button } from '../../../ui/action/button'
import { Kbd } from '../../../ui/feedback/kbd'
import { isTyping } from '../../../ui/is-typing'
import styles from './history-filter.module.css'

export function HistoryFilter({ accountId }: { readonly accountId: string }) {
  const search = useView((view) => view.search)
  const timeline = useLedger((ledger) => ledger.timeline)
  const position = useCursor((cursor) => cursor.bound.position)
  const field = useRef<HTMLInputElement>(null)
  useSlashKey(() => field.current?.focus())
  const label = messages.filter(accountNameAt(timeline, accountId, position) ?? '')
  return (
    <div className={styles.filter}>
      <Search aria-hidden="true" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={search}
        onFocus={prepareSearch}
        onChange={(event) => show.search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          if (search === '') field.current?.blur()
          else show.search('')
        }}
      />
      {search === '' ? (
        <span className={styles.key}>
          <Kbd>/</Kbd>
        </span>
      ) : (
        <Button
          variant="bare"
          size="small"
          label={messages.clear}
          icon={<X />}
          onPress={() => {
            show.search('')
            field.current?.focus()
          }}
        />
      )}
    </div>
  )
}

function useSlashKey(focus: () => void): void {
  const latest = useRef(focus)
  latest.current = focus
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', key)
    return () => document.removeEventListener('keydown', key)
  }, [])
}
