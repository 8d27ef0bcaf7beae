/** Suggestions for payee and category, read once when a dialog opens. Without them one can still type. */
import { useEffect, useState } from 'react'
import { hindsight } from '../../../stores/ledger-store'
import { type PastWords, pastWords } from './past-words'

/** Enough to know somebody's habits, few enough to be read at once. */
const ENTRIES = 400

export function usePastWords(accountId: string | undefined): PastWords {
  const [words, setWords] = useState(() => pastWords([]))
  useEffect(() => {
    if (accountId === undefined) return
    let left = false
    hindsight()
      .history(accountId, { limit: ENTRIES })
      .then(
        (entries) => {
          if (!left) setWords(pastWords(entries))
        },
        () => undefined,
      )
    return () => {
      left = true
    }
  }, [accountId])
  return words
}
