/** What is on the screen, kept in the URL so that it can be bookmarked, sent, reloaded, and Back and Forward work. */
import { create } from 'zustand'
import { useLedger } from './ledger-store'

/** Screens beside the accounts; app/pages/ has what each of them shows. */
export type PageName = 'compare' | 'event-log' | 'reconcile' | 'sandbox' | 'statement'
export const PAGE_NAMES: readonly PageName[] = ['compare', 'event-log', 'reconcile', 'sandbox', 'statement']

/** What a page shows, as texts that stand in the URL as they are. */
export type PageQuery = Readonly<Record<string, string>>

export type View =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'home' }
  | { readonly kind: 'page'; readonly page: PageName; readonly query: PageQuery }

/** What a page shows while it is shown. */
export function queryOfPage(view: View, page: PageName): PageQuery | undefined {
  return view.kind === 'page' && view.page === page ? view.query : undefined
}

interface ViewState {
  readonly view: View
  readonly search: string
  /** The view takes the place of the one before it in the browser's history: nobody goes back letter by letter. */
  readonly replaces: boolean
}

export const useView = create<ViewState>(() => ({ view: { kind: 'home' }, search: '', replaces: false }))

export const show = {
  account(accountId: string): void {
    const { view } = useView.getState()
    if (view.kind === 'account' && view.accountId === accountId) return
    useView.setState({ view: { kind: 'account', accountId }, search: '', replaces: false })
  },
  /** Also another query of the same page, which gets an entry of its own in the browser's history. */
  page(page: PageName, query: PageQuery = {}, { replaces = false } = {}): void {
    useView.setState({ view: { kind: 'page', page, query }, search: '', replaces })
  },
  home(): void {
    useView.setState({ view: { kind: 'home' }, search: '', replaces: false })
  },
  search(text: string): void {
    useView.setState({ search: text })
  },
}

/** Home is the first account: an overview of one number would be a detour. An account of another ledger is not shown. */
export function followAccounts(): () => void {
  const settle = () => {
    const { view } = useView.getState()
    const { status, timeline } = useLedger.getState()
    if (status !== 'ready') return
    const [first] = timeline.accounts
    const known = view.kind === 'account' && timeline.accountNumber(view.accountId) !== undefined
    if (known || view.kind === 'page' || (view.kind === 'home' && !first)) return
    if (first) show.account(first.id)
    else show.home()
  }
  settle()
  return useLedger.subscribe(settle)
}
