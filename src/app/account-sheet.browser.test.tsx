import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { LedgerApplication } from '../application/ledger-application'
import { testEnvironment } from '../application/testing/memory-ledger'
import { followLedger } from '../stores/cursor-store'
import { connectLedger } from '../stores/ledger-store'
import { show } from '../stores/view-store'
import { memoryBackend } from '../workers/testing/memory-backend'
import '../ui/theme/tokens.css'
import { AccountPage } from '../features/accounts/account-page'
import { HistoryFilter } from '../features/history/filter/history-filter'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
let unfollow: () => void

beforeEach(async () => {
  const application = new LedgerApplication('test', memoryBackend(), testEnvironment)
  await application.ready
  connectLedger(application)
  unfollow = followLedger()
  await application.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
})
afterEach(() => {
  act(() => show.search(''))
  cleanup()
  unfollow()
})

test('on a phone the filter shows while it filters, and goes when it is cleared', async () => {
  await page.viewport(390, 844)
  render(
    <AccountPage accountId={EVERYDAY} filter={<HistoryFilter accountId={EVERYDAY} />}>
      <p>History</p>
    </AccountPage>,
  )
  await screen.findByRole('heading', { name: 'Everyday' })
  const filter = () => screen.queryByRole('textbox', { name: 'Filter Everyday' })
  expect(filter()).toBeNull()
  act(() => show.search('bakery'))
  expect(filter()).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Clear the filter' })).toBeTruthy()
  act(() => show.search(''))
  expect(filter()).toBeNull()
})
