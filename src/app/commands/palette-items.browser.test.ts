import { afterEach, beforeEach, expect, test } from 'vitest'
import { LedgerApplication } from '../../application/ledger-application'
import { testEnvironment } from '../../application/testing/memory-ledger'
import { followLedger, travel, useCursor } from '../../stores/cursor-store'
import { connectLedger, useLedger } from '../../stores/ledger-store'
import { trackView, useTrackView } from '../../stores/track/track-view'
import { show } from '../../stores/view-store'
import { memoryBackend } from '../../workers/testing/memory-backend'
import { paletteItems } from './palette-items'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
let application: LedgerApplication
let unfollow: () => void

beforeEach(async () => {
  application = new LedgerApplication('test', memoryBackend(), testEnvironment)
  await application.ready
  connectLedger(application)
  unfollow = followLedger()
  await application.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  await expect.poll(() => useLedger.getState().size).toBe(1)
  show.account(EVERYDAY)
  travel.now()
})
afterEach(() => {
  travel.now()
  show.home()
  unfollow()
})

const found = (text: string) => paletteItems(text).find(({ group }) => group === 'command')

test.each(['Record bank balance', 'Rename ledger', 'Remove ledger', 'Close account'])('%s is offered', (label) => {
  expect(found(label)).toMatchObject({ label })
  expect(found(label)?.disabledReason ?? null).toBeNull()
})

test('an account with money is not closed, and a closed one is reopened', async () => {
  await application.dispatch({ type: 'CloseAccount', accountId: EVERYDAY })
  await expect.poll(() => found('Reopen account')?.label).toBe('Reopen account')
  expect(found('Close account')).toBeUndefined()
  await application.dispatch({ type: 'ReopenAccount', accountId: EVERYDAY })
  await application.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 100 })
  await expect.poll(() => found('Close account')?.disabledReason).toMatch(/balance of zero/)
  // The next test's ledger must not meet the picture of this one.
  await expect.poll(() => useLedger.getState().size).toBe(4)
})

test('in the past nothing is closed or renamed', () => {
  travel.first()
  for (const label of ['Close account', 'Rename ledger', 'Record bank balance']) {
    expect(found(label)?.disabledReason).toMatch(/read-only/)
  }
})

test('what the panels of the dock set can be set where there is no room for them', () => {
  for (const label of [
    'Playback · Speed: 64×',
    'Playback · Pace: As it happened',
    'Playback · Direction: Backwards',
    'Track settings · Spacing: By event',
    'Track settings · A drag stops at: Month end',
    'Track settings · Activity and total of: Open account',
  ]) {
    found(label)?.run()
    // What is chosen is not offered again.
    expect(found(label)).toBeUndefined()
  }
  expect(useCursor.getState()).toMatchObject({ rate: 64, pace: 'by-time', direction: -1 })
  expect(useTrackView.getState()).toMatchObject({ spacing: 'event', snap: 'month', whose: 'account' })
  travel.setPlayback({ rate: 1, pace: 'even', direction: 1 })
  trackView.setSpacing('time')
  trackView.setSnap('off')
  trackView.setWhose('all')
})
