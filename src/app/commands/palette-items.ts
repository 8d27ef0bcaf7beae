/** What the palette offers for a text: moments, accounts, commands, and the words as a search. Pure but for the stores. */
import { copyLink } from '../../features/moments/copy-link'
import { bothMoments, describeTyped, readMoment } from '../../features/timeline/moment/typed-moment'
import { commandMessages as words } from '../../locales/en/app/palette'
import { refusalMessages } from '../../locales/en/app/refusals'
import { currentLanguage, LANGUAGES } from '../../locales/language'
import { accountNameAt, boundOfNow, labelAt } from '../../stores/account-reading'
import { travel, useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { compareFromHere } from '../../stores/moments/compare-soon'
import { setLanguage, setTheme } from '../../stores/preferences-store'
import { trackView } from '../../stores/track/track-view'
import { show } from '../../stores/view-store'
import { nameAt } from '../../time-travel/accounts-at'
import { balanceAt } from '../../time-travel/balances-at'
import { accountCommands, currentAccountId, recordingRefused } from './account-commands'
import { savedMomentItems } from './saved-moment-items'
import { settingItems } from './setting-items'

export interface PaletteItem {
  readonly id: string
  readonly group: keyof typeof words.groups
  readonly label: string
  /** What tells it from others of the same label. */
  readonly detail?: string
  readonly shortcut?: string
  readonly disabledReason?: string | null
  readonly run: () => void
}

/** Accounts shown at most; more are found by typing. */
const MOST_ACCOUNTS = 8

export function paletteItems(text: string): readonly PaletteItem[] {
  const wanted = fold(text)
  const fits = ({ label }: PaletteItem) => fold(label).includes(wanted)
  const saved = savedMomentItems().filter(({ label, detail = '' }: PaletteItem) =>
    fold(`${label} ${detail}`).includes(wanted),
  )
  return [...momentItems(text), ...accountItems(wanted), ...saved, ...commandItems().filter(fits), ...searchItems(text)]
}

function momentItems(text: string): PaletteItem[] {
  if (text.trim() === '') return []
  const { clock, moment: current } = useCursor.getState()
  const goTo = (id: string, label: string, read: ReturnType<typeof readMoment>): PaletteItem[] => {
    if (!read.ok) return []
    const moment = clock === 'both' ? bothMoments(read.moment, current) : read.moment
    const detail = describeTyped({ ...read, moment })
    return [{ id, group: 'moment', label, detail, run: () => travel.to(moment) }]
  }
  if (clock !== 'both') return goTo('moment', words.goTo(text.trim()), readMoment(text, clock))
  const onDay = readMoment(text, 'effective')
  return [
    ...goTo('moment', words.goToRecorded(text.trim()), readMoment(text, 'recorded')),
    ...(onDay.ok && onDay.period ? goTo('value-date', words.goToValueDate(text.trim()), onDay) : []),
  ]
}

function accountItems(wanted: string): PaletteItem[] {
  const { timeline } = useLedger.getState()
  const { position } = useCursor.getState().bound
  const items: PaletteItem[] = []
  // Thousands of accounts may be looked at with every letter: only what is shown is made.
  for (const track of timeline.accounts) {
    if (items.length === MOST_ACCOUNTS) break
    if (track.openedPosition > position) continue
    const label = nameAt(track, position)
    if (!fold(label).includes(wanted)) continue
    items.push({ id: `account ${track.id}`, group: 'account', label, run: () => show.account(track.id) })
  }
  return items
}

function searchItems(text: string): PaletteItem[] {
  const accountId = currentAccountId()
  const wanted = text.trim()
  if (wanted === '' || accountId === undefined) return []
  const { timeline } = useLedger.getState()
  const name = accountNameAt(timeline, accountId, timeline.size) ?? ''
  const run = () => {
    show.account(accountId)
    show.search(wanted)
  }
  return [{ id: 'search', group: 'search', label: words.filter(name, wanted), run }]
}

function commandItems(): PaletteItem[] {
  const refused = recordingRefused()
  const pastRefused = useCursor.getState().isNow ? null : refusalMessages.pastReadOnly
  const names = words.commands
  const item: ItemMaker = (id, run, more = {}) => ({
    id,
    group: 'command',
    label: names[id],
    run,
    ...more,
  })
  return [
    item('withdraw', accountCommands.withdraw, { disabledReason: refused, shortcut: 'n' }),
    item('deposit', accountCommands.deposit, { disabledReason: refused }),
    item('transfer', accountCommands.transfer, { disabledReason: refused, shortcut: 't' }),
    item('newAccount', () => dialogs.open({ kind: 'open-account' }), { disabledReason: pastRefused }),
    item('reverseLast', accountCommands.reverseLast, { disabledReason: refused, shortcut: 'Ctrl Z' }),
    item('rename', accountCommands.rename, { disabledReason: refused }),
    item('overdraft', accountCommands.overdraft, { disabledReason: refused }),
    item('assertBalance', accountCommands.assertBalance, { disabledReason: refused }),
    item('reconcile', accountCommands.reconcile, {
      disabledReason: currentAccountId() === undefined ? refusalMessages.noAccount : null,
    }),
    statementItem(item),
    endingItem(item, refused),
    item('why', accountCommands.why, {
      shortcut: 'w',
      disabledReason: currentAccountId() === undefined ? refusalMessages.noAccount : null,
    }),
    item('goToMoment', () => dialogs.open({ kind: 'go-to-moment' })),
    item(useCursor.getState().isNow ? 'compareMoments' : 'compareWithNow', () => void compareFromHere(), {
      shortcut: 'c',
    }),
    item('bookmark', () => dialogs.open({ kind: 'bookmark' }), { shortcut: 'b' }),
    item('bookmarks', () => dialogs.open({ kind: 'bookmarks' }), { shortcut: 'Shift b' }),
    item('copyLink', () => void copyLink()),
    ...(useCursor.getState().isNow ? [] : [item('returnToNow', travel.now, { shortcut: 'End' })]),
    item('first', travel.first, { shortcut: 'Home' }),
    item('play', () => travel.play(1), { shortcut: 'Space' }),
    item('playBack', () => travel.play(-1), { shortcut: 'Shift Space' }),
    item('zoomIn', () => trackView.zoom(0.5), { shortcut: '+' }),
    item('zoomOut', () => trackView.zoom(2), { shortcut: '−' }),
    item('showAllTime', trackView.showAll, { shortcut: '0' }),
    ...settingItems(),
    item('exportLog', () => dialogs.open({ kind: 'export' })),
    item('importLog', () => dialogs.open({ kind: 'import' })),
    item('backup', () => dialogs.open({ kind: 'backup' })),
    item('restore', () => dialogs.open({ kind: 'restore' })),
    item('eventLog', () => show.page('event-log'), { shortcut: 'g l' }),
    item('verify', () => dialogs.open({ kind: 'verify' })),
    item('repair', () => dialogs.open({ kind: 'repair' })),
    item('prove', () => dialogs.open({ kind: 'prove' })),
    item('branch', () => dialogs.open({ kind: 'branch' })),
    item('sandboxes', () => show.page('sandbox')),
    item('ledgers', () => dialogs.open({ kind: 'ledgers' })),
    item('createLedger', () => dialogs.open({ kind: 'create-ledger' })),
    item('renameLedger', () => dialogs.open({ kind: 'rename-ledger' }), { disabledReason: pastRefused }),
    item('removeLedger', () => dialogs.open({ kind: 'remove-ledger', localId: useLedger.getState().localId })),
    item('light', () => setTheme('light')),
    item('dark', () => setTheme('dark')),
    item('system', () => setTheme('system')),
    ...LANGUAGES.filter((id) => id !== currentLanguage()).map((id) => item(id, () => setLanguage(id))),
    item('shortcuts', () => dialogs.open({ kind: 'shortcuts' }), { shortcut: '?' }),
  ]
}

type ItemMaker = (id: keyof typeof words.commands, run: () => void, more?: Partial<PaletteItem>) => PaletteItem

function statementItem(item: ItemMaker): PaletteItem {
  const { timeline } = useLedger.getState()
  const name = accountNameAt(timeline, currentAccountId() ?? '', useCursor.getState().bound.position)
  if (name === undefined)
    return item('statement', accountCommands.statement, { disabledReason: refusalMessages.noAccount })
  return item('statement', accountCommands.statement, { label: words.statementOf(name) })
}

/** An open account is closed when it is empty; a closed one reopened. */
function endingItem(item: ItemMaker, refused: string | null): PaletteItem {
  const { timeline } = useLedger.getState()
  const accountId = currentAccountId()
  const track = timeline.accounts[timeline.accountNumber(accountId ?? '') ?? -1]
  if (track !== undefined && labelAt(track, timeline.size).status === 'closed') {
    return item('reopenAccount', accountCommands.reopen, { disabledReason: refused })
  }
  const empty = track === undefined || balanceAt(timeline, track.number, boundOfNow(timeline)) === 0
  return item('closeAccount', accountCommands.close, { disabledReason: refused ?? (empty ? null : words.notEmpty) })
}

/** Without marks, and the signs that isolate names in labels. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .trim()
}
