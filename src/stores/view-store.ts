/** What is on the screen, kept in the URL so that it can be bookmarked, sent, reloaded, and Back and Forward work. */
import { create } from 'zustand'
import { useLedger } from './ledger-store'

export type View = { readonly kind: 'account'; readonly accountId: string } | { readonly kind: 'home' }

export const useView = create<{ readonly view: View; readonly search: string }>(() => ({
  view: { kind: 'home' },
  search: '',
}))

export const show = {
  account(accountId: string): void {
    const { view } = useView.getState()
    if (view.kind === 'account' && view.accountId === accountId) return
    useView.setState({ view: { kind: 'account', accountId }, search: '' })
  },
  home(): void {
    useView.setState({ view: { kind: 'home' }, search: '' })
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
    if (known || (view.kind === 'home' && !first)) return
    if (first) show.account(first.id)
    else show.home()
  }
  settle()
  return useLedger.subscribe(settle)
}
