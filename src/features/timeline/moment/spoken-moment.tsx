/** Says the moment and the open account's balance when travelling rests: not in every frame of a drag. */
import { useEffect, useRef, useState } from 'react'
import { pinnedMessages as pinnedWords } from '../../../locales/en/timeline/pinned'
import { timelineMessages as words } from '../../../locales/en/timeline/timeline'
import { useCursor } from '../../../stores/cursor-store'
import { useLedger } from '../../../stores/ledger-store'
import { differenceFrom, readPinned } from '../../../stores/moments/pinned'
import { readAccountAtCursor } from '../../../stores/time-track'
import { useView } from '../../../stores/view-store'
import type { Moment } from '../../../time-travel/moment'
import { LiveRegion } from '../../../ui/feedback/live-region'
import { spellMoney } from '../../../ui/format/format-money'
import { describeMoment } from '../describe-moment'

/** Milliseconds without a move. */
const REST = 600

export interface SpokenMomentProps {
  /** Where the cursor stood when the dock was first drawn: a journey made before this had loaded is said too. */
  readonly since: Moment
}

export function SpokenMoment({ since }: SpokenMomentProps) {
  const moment = useCursor((cursor) => cursor.moment)
  const bound = useCursor((cursor) => cursor.bound)
  const playing = useCursor((cursor) => cursor.playing)
  const size = useLedger((ledger) => ledger.size)
  const accountId = useView(({ view }) => (view.kind === 'account' ? view.accountId : undefined))
  const [spoken, setSpoken] = useState('')
  const travelled = useRef({ moment: since, said: true })

  // What is recorded at now is confirmed by its own notice; only travelling is spoken here.
  if (travelled.current.moment !== moment) travelled.current = { moment, said: false }

  useEffect(() => {
    if (playing || travelled.current.said) return
    const timer = setTimeout(() => {
      travelled.current.said = true
      setSpoken(sentence())
    }, REST)
    return () => clearTimeout(timer)

    function sentence(): string {
      const compared = comparedWords()
      const alone = describedAlone()
      return compared === undefined ? alone : `${alone}, ${compared}`
    }

    function describedAlone(): string {
      const account = accountId === undefined ? undefined : readAccountAtCursor(accountId)
      const when = describeMoment(moment, bound, size, 'long')
      if (account === undefined) return moment === 'now' ? words.now : words.spokenAlone(when)
      const { name, opened } = account
      const balance = opened ? words.balanceOf(name, spellMoney(account.balance, account)) : words.notOpened(name)
      return moment === 'now' ? words.spokenNow(balance) : words.spoken(when, balance)
    }
  }, [moment, bound, size, playing, accountId])

  return <LiveRegion>{spoken}</LiveRegion>
}

/** While two moments are compared, how far B is from A. */
function comparedWords(): string | undefined {
  const pinned = readPinned()
  const difference = pinned && differenceFrom(pinned)
  if (difference === undefined) return undefined
  const minor = difference.minor()
  const what = difference.account ?? pinnedWords.total
  if (minor === 0) return pinnedWords.same(what)
  return (minor > 0 ? pinnedWords.more : pinnedWords.less)(what, spellMoney(Math.abs(minor), difference))
}
