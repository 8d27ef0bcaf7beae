/** What is looked at when the cursor rests: the number added up once more from the first event, and what the bank said. */
import { useEffect, useState } from 'react'
import { type AssertionAt, assertionsAt } from '../../time-travel/assertions-at'
import { sumAgain } from '../../time-travel/explain/explanation'
import { useLedger } from '../ledger-store'
import type { Explained } from './use-explained'

export type { AssertionAt }

export interface Proof {
  /** Of which explanation. */
  readonly of: Explained
  /** Minor units. */
  readonly sum: number
  /** The last one that the moment shows, of an account's balance. */
  readonly assertion?: AssertionAt
}

/** Milliseconds without a move. */
export const RESTS_AFTER = 180

/** undefined while the cursor moves, and for what needs no proof. */
export function useProof(explained: Explained | undefined): Proof | undefined {
  const [proof, setProof] = useState<Proof>()
  useEffect(() => {
    if (!explained?.question || explained.minor === undefined) return
    const { asked, question } = explained
    const timer = setTimeout(() => {
      const { timeline } = useLedger.getState()
      const assertion =
        asked.kind === 'balance' ? assertionsAt(timeline, asked.account, question.bound).at(-1) : undefined
      setProof({ of: explained, sum: sumAgain(timeline, question), ...(assertion ? { assertion } : {}) })
    }, RESTS_AFTER)
    return () => clearTimeout(timer)
  }, [explained])
  return proof?.of === explained ? proof : undefined
}
