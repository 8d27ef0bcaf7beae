/** What is on the screen, kept in the URL so that it can be bookmarked, sent, reloaded, and Back and Forward work. */
import { create } from 'zustand'

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
