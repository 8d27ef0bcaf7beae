import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { LedgerApplication } from '../../application/ledger-application'
import { testEnvironment } from '../../application/testing/memory-ledger'
import { followLedger, travel } from '../../stores/cursor-store'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { connectLedger } from '../../stores/ledger-store'
import { show } from '../../stores/view-store'
import { memoryBackend } from '../../workers/testing/memory-backend'
import '../../ui/theme/fonts.css'
import '../../ui/theme/tokens.css'
import '../../ui/theme/base.css'
import { HistoryFilter } from './filter/history-filter'
import { History } from './history'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
let application: LedgerApplication
let unfollow: () => void
let round = 0

/** Three entries: salary on the 1st, bakery on the 2nd, rent on the 3rd of October 2026. */
beforeEach(async () => {
  await page.viewport(1280, 800)
  application = new LedgerApplication('test', memoryBackend(), testEnvironment)
  await application.ready
  // Events are remembered by ledger: each test has one that no other had.
  round++
  let localId = ''
  for (let made = 0; made < round; made++) localId = await application.createLedger('Household')
  await application.openLedger(localId)
  connectLedger(application)
  unfollow = followLedger()
  await application.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  const entry = { accountId: EVERYDAY } as const
  await application.dispatch({
    type: 'Deposit',
    ...entry,
    amount: 100_000,
    effectiveOn: '2026-10-01',
    payee: 'Employer',
  })
  await application.dispatch({ type: 'Withdraw', ...entry, amount: 840, effectiveOn: '2026-10-02', payee: 'Bakery' })
  await application.dispatch({ type: 'Withdraw', ...entry, amount: 50_000, effectiveOn: '2026-10-03', memo: 'Rent' })
  travel.now()
})
afterEach(() => {
  act(() => {
    dialogs.close()
    show.search('')
  })
  cleanup()
  unfollow()
})

function Sheet() {
  return (
    <div style={{ height: 600, display: 'flex', flexDirection: 'column' }}>
      <HistoryFilter accountId={EVERYDAY} />
      <History accountId={EVERYDAY} />
    </div>
  )
}
const rows = () =>
  within(screen.getByRole('table', { name: 'History' }))
    .getAllByRole('row')
    .slice(1)
const textsOf = (row: HTMLElement | undefined) =>
  within(row ?? document.body)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
const row = (text: string) => rows().find((each) => each.textContent?.includes(text))

test('the newest entry stands first, each with its words and its running balance', async () => {
  render(<Sheet />)
  await screen.findByText('Employer')
  expect(rows()).toHaveLength(3)
  expect(textsOf(rows()[0]).slice(-2)).toEqual(['−500.00', '491.60'])
  expect(textsOf(rows()[1])[1]).toBe('Bakery')
  expect(textsOf(rows()[2]).slice(-2)).toEqual(['+1,000.00', '1,000.00'])
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('4')
})

test('the table obeys the cursor: what was recorded later is not there', async () => {
  render(<Sheet />)
  await screen.findByText('Employer')
  act(() => travel.to({ position: 3 }))
  expect(rows()).toHaveLength(2)
  act(() => travel.to({ position: 1 }))
  expect(screen.getByText('No entries at this moment')).toBeTruthy()
})

test('a reversed entry is struck and leads to its reversal, and in the past it is neither', async () => {
  const [, bakery] = await application.history(EVERYDAY)
  await application.dispatch({
    type: 'ReverseEntry',
    accountId: EVERYDAY,
    entryId: bakery?.eventId ?? '',
    reason: 'Twice',
  })
  render(<Sheet />)
  await waitFor(() => expect(row('Twice')?.textContent).toMatch(/Bakery.*Reverses.*2/))
  const reversed = rows().find((each) => each.textContent?.includes('Reversed'))
  expect(reversed?.textContent).toContain('Bakery')
  expect(within(reversed ?? document.body).queryByRole('button', { name: 'Reverse' })).toBeNull()
  act(() => travel.to({ position: 4 }))
  expect(screen.queryByText(/Reversed/)).toBeNull()
})

test('corrected words show from their correction on', async () => {
  const [, bakery] = await application.history(EVERYDAY)
  await application.dispatch({
    type: 'AnnotateEntry',
    accountId: EVERYDAY,
    entryId: bakery?.eventId ?? '',
    payee: 'Bäckerei',
  })
  render(<Sheet />)
  await screen.findByText('Bäckerei')
  act(() => travel.to({ position: 4 }))
  expect(screen.getByText('Bakery')).toBeTruthy()
})

test('the filter finds words, amounts and dates, and the balances stay those of all entries', async () => {
  render(<Sheet />)
  await screen.findByText('Employer')
  const filter = screen.getByRole('textbox', { name: 'Filter Everyday' })
  await userEvent.type(filter, 'baker')
  await waitFor(() => expect(rows()).toHaveLength(1))
  expect(textsOf(rows()[0]).slice(-2)).toEqual(['−8.40', '991.60'])
  await userEvent.clear(filter)
  await userEvent.type(filter, '500.00')
  await waitFor(() => expect(row('Rent')).toBeTruthy())
  await userEvent.clear(filter)
  await userEvent.type(filter, 'nobody')
  await screen.findByText('Nothing found for “nobody”')
  await userEvent.click(screen.getByText('Clear the filter'))
  expect(rows()).toHaveLength(3)
})

test('slash reaches the filter, j and k move through the rows, Enter opens the event', async () => {
  render(<Sheet />)
  await screen.findByText('Employer')
  await userEvent.keyboard('/')
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
  await userEvent.keyboard('{Escape}jj')
  await waitFor(() => expect(document.activeElement).toBe(rows()[1]))
  await userEvent.keyboard('k')
  await waitFor(() => expect(document.activeElement).toBe(rows()[0]))
  await userEvent.keyboard('{Enter}')
  expect(useDialog.getState().request).toEqual({ kind: 'event', position: 4 })
})

test('in the past the rows keep their buttons, which say why they rest', async () => {
  await application.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 1 })
  render(<Sheet />)
  await screen.findByText('Employer')
  act(() => travel.to({ position: 4 }))
  const [reverse] = screen.getAllByRole('button', { name: 'Reverse' })
  expect(reverse?.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(reverse ?? document.body)
  expect(useDialog.getState().request).toBeNull()
})

test('the columns of figures line up, however long a figure is', async () => {
  await application.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 987_654_321_012, payee: 'Lottery' })
  render(<Sheet />)
  await screen.findByText('Lottery')
  for (const column of [4, 5]) {
    const starts = rows().map((each) => within(each).getAllByRole('cell')[column]?.getBoundingClientRect().left)
    expect(new Set(starts).size).toBe(1)
    expect(starts).toHaveLength(4)
  }
})

test('after a fast drag the rows are those of the moment, in their order, each with its own figures', async () => {
  render(<Sheet />)
  await waitFor(() => expect(rows()).toHaveLength(3))
  for (let entry = 0; entry < 60; entry++) {
    await application.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 1 + entry, effectiveOn: '2026-10-04' })
  }
  const events = await application.events({ streamId: `account-${EVERYDAY}` })
  const entries = events.flatMap(({ type, data, globalPosition }) =>
    type === 'Deposited' || type === 'Withdrawn'
      ? [{ position: globalPosition, effect: (type === 'Deposited' ? 1 : -1) * Number(data.amount) }]
      : [],
  )
  const last = entries.at(-1)?.position ?? 0
  // Near moments, whose rows are mostly the same, and far ones, whose rows are all others.
  const moments = Array.from({ length: 90 }, (_, move) => (move % 9 < 6 ? last - move * 2 : (move * 37) % last))
  for (const position of moments.filter((each) => each > 0)) {
    act(() => travel.to({ position }))
    const known = entries.filter((entry) => entry.position <= position)
    const shown = rows().filter((each) => each.dataset.position !== undefined)
    expect(shown.length).toBeGreaterThanOrEqual(Math.min(known.length, 15))
    shown.forEach((each, place) => {
      const entry = known[known.length - 1 - place]
      const balance = known.slice(0, known.length - place).reduce((sum, { effect }) => sum + effect, 0)
      const figures = [...each.querySelectorAll<HTMLElement>('td[data-minor]')].map(({ dataset }) => dataset.minor)
      expect([each.dataset.position, each.ariaRowIndex, ...figures]).toEqual(
        [entry?.position, place + 2, entry?.effect, balance].map(String),
      )
    })
  }
})
