/** Commands that begin from keys or the palette: on the open account, or else with the reason why not. */
import { refusalMessages as words } from '../../locales/en/app/refusals'
import { useCursor } from '../../stores/cursor-store'
import { dialogs } from '../../stores/dialog-store'
import { why } from '../../stores/explain/why-store'
import { lastReversible } from '../../stores/last-entry'
import { useLedger } from '../../stores/ledger-store'
import { toast } from '../../stores/toast-store'
import { show, useView } from '../../stores/view-store'

/** The open account, or else the ledger's first. */
export function currentAccountId(): string | undefined {
  const { view } = useView.getState()
  if (view.kind === 'page' && view.query.account !== undefined) return view.query.account
  return view.kind === 'account' ? view.accountId : useLedger.getState().timeline.accounts[0]?.id
}

/** Why nothing can be recorded now; null where it can. */
export function recordingRefused(): string | null {
  if (!useCursor.getState().isNow) return words.pastReadOnly
  return currentAccountId() === undefined ? words.noAccount : null
}

function record(open: (accountId: string) => void): void {
  const accountId = currentAccountId()
  const refused = recordingRefused()
  const ofPast = !useCursor.getState().isNow
  if (refused !== null || accountId === undefined) toast(refused ?? words.noAccount, { tone: 'problem', ofPast })
  else open(accountId)
}

export const accountCommands = {
  deposit: () => record((accountId) => dialogs.open({ kind: 'deposit', accountId })),
  withdraw: () => record((accountId) => dialogs.open({ kind: 'withdraw', accountId })),
  transfer: () => record((accountId) => dialogs.open({ kind: 'transfer', accountId })),
  rename: () => record((accountId) => dialogs.open({ kind: 'rename-account', accountId })),
  overdraft: () => record((accountId) => dialogs.open({ kind: 'overdraft-limit', accountId })),
  assertBalance: () => record((accountId) => dialogs.open({ kind: 'assert-balance', accountId })),
  reconcile: () => {
    const accountId = currentAccountId()
    if (accountId !== undefined) show.page('reconcile', { account: accountId })
  },
  statement: () => {
    const accountId = currentAccountId()
    if (accountId !== undefined) show.page('statement', { account: accountId })
  },
  close: () => record((accountId) => dialogs.open({ kind: 'close-account', accountId })),
  reopen: () => record((accountId) => dialogs.open({ kind: 'reopen-account', accountId })),
  why: () => {
    const { view } = useView.getState()
    const accountId = currentAccountId()
    if (view.kind === 'account') why.toggle('account')
    else if (accountId !== undefined) why.ask(`account:${accountId}`)
  },
  reverseLast: () =>
    record((accountId) => {
      const position = lastReversible(accountId)
      if (position === undefined) toast(words.nothingToReverse)
      else dialogs.open({ kind: 'reverse', accountId, position })
    }),
}
