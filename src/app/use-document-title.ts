/** The tab's title, and with it the names in the browser's history: the moment if it is past, account, ledger, program. */
import { useEffect } from 'react'
import { describeMoment } from '../features/timeline/describe-moment'
import { layoutMessages as words } from '../locales/en/app/layout'
import { dotted } from '../locales/isolated'
import { accountNameAt } from '../stores/account-reading'
import { useCursor } from '../stores/cursor-store'
import { useLedger } from '../stores/ledger-store'
import { useView } from '../stores/view-store'

/** A drag names only the moment where it rests: ms without a change. */
const RESTS_AFTER = 200

/** Follows the stores without rendering anything. */
export function useDocumentTitle(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      const next = documentTitle()
      if (document.title !== next) document.title = next
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(write, RESTS_AFTER)
    }
    write()
    const stops = [useLedger.subscribe(soon), useCursor.subscribe(soon), useView.subscribe(soon)]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [])
}

/** `Everyday · Household · Hindsight`, with the moment in front while rewound. */
export function documentTitle(): string {
  const { status, timeline, name, size } = useLedger.getState()
  if (status !== 'ready') return words.brand
  const { moment, bound, isNow } = useCursor.getState()
  const { view } = useView.getState()
  const accountId = view.kind === 'account' ? view.accountId : view.kind === 'page' ? view.query.account : undefined
  const account = accountId === undefined ? undefined : accountNameAt(timeline, accountId, bound.position)
  const when = isNow ? undefined : describeMoment(moment, bound, size, 'long')
  return dotted(when, account, name, words.brand)
}
