/** The palette: accounts, commands, moments and searches from one field. The field keeps the focus; arrows choose. */
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { commandMessages as words } from '../../locales/en/app/palette'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { type FoundEntries, useFoundEntries } from '../../stores/search/found-entries'
import { prepareSearch } from '../../stores/search/prepare-search'
import { classNames } from '../../ui/class-names'
import { Kbd } from '../../ui/feedback/kbd'
import { LiveRegion } from '../../ui/feedback/live-region'
import { formatCount } from '../../ui/format/format-money'
import { usePhone } from '../layout/use-phone'
import { entryItems, MOST_ENTRIES } from './entry-items'
import styles from './palette.module.css'
import { type PaletteItem, paletteItems } from './palette-items'

/** Renders while it is asked for. */
export function Palette() {
  const asked = useDialog(({ request }) => request?.kind === 'palette')
  if (!asked) return null
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && dialogs.close()} className={styles.scrim ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <AriaDialog aria-label={words.palette} className={styles.dialog ?? ''}>
          <Finder />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Finder() {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const found = useFoundEntries(text, MOST_ENTRIES)
  const items = useMemo(() => [...paletteItems(text), ...entryItems(found.entries)], [text, found.entries])
  const isPhone = usePhone()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    field.current?.focus()
    prepareSearch()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is chosen has moved
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen, items])

  function run(item: PaletteItem | undefined): void {
    if (item === undefined || typeof item.disabledReason === 'string') return
    dialogs.close()
    item.run()
  }
  function onKeyDown(event: KeyboardEvent): void {
    const last = items.length - 1
    const to = {
      ArrowDown: chosen >= last ? 0 : chosen + 1,
      ArrowUp: chosen <= 0 ? last : chosen - 1,
      PageDown: Math.min(last, chosen + 8),
      PageUp: Math.max(0, chosen - 8),
    }[event.key]
    if (to !== undefined) setChosen(Math.max(0, to))
    else if (event.key === 'Enter') run(items[chosen])
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className={styles.field}>
        <Search aria-hidden="true" />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={words.field}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={items[chosen] === undefined ? undefined : `${listId}-${chosen}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={isPhone ? words.hintShort : words.hint}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={words.palette} className={styles.list}>
        {items.map((item, index) => (
          <Row
            key={item.id}
            id={`${listId}-${index}`}
            item={item}
            heading={item.group !== items[index - 1]?.group}
            chosen={index === chosen}
            onChoose={() => run(item)}
            onPoint={() => setChosen(index)}
          />
        ))}
        {items.length === 0 && !found.searching && <p className={styles.nothing}>{words.nothing}</p>}
      </div>
      <FoundNote found={found} />
      <LiveRegion>{text === '' || found.searching ? '' : announced(items.length)}</LiveRegion>
    </>
  )
}

/** How far the search among entries is, where the list does not show it. */
function FoundNote({ found: { entries, total, searching } }: { readonly found: FoundEntries }) {
  if (entries.length === 0) return searching ? <p className={styles.note}>{words.searching}</p> : null
  return total > entries.length ? <p className={styles.note}>{words.moreEntries(formatCount(total))}</p> : null
}

function announced(results: number): string {
  return results === 0 ? words.nothing : words.results(results)
}

interface RowProps {
  readonly id: string
  readonly item: PaletteItem
  /** It begins a group. */
  readonly heading: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
  readonly onPoint: () => void
}

function Row({ id, item, heading, chosen, onChoose, onPoint }: RowProps) {
  const refused = typeof item.disabledReason === 'string'
  return (
    <>
      {heading && (
        <div role="presentation" className={styles.heading}>
          {words.groups[item.group]}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        aria-disabled={refused || undefined}
        className={classNames(styles.item, refused && styles.refused)}
        onPointerMove={onPoint}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onChoose}
      >
        <span className={styles.label}>{item.label}</span>
        {item.detail !== undefined && <span className={styles.detail}>{item.detail}</span>}
        {refused && <span className={styles.reason}>{item.disabledReason}</span>}
        {!refused && item.shortcut !== undefined && <Kbd>{item.shortcut}</Kbd>}
      </div>
    </>
  )
}
