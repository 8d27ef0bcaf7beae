import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Profiler } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { JsonObject, RecordedEvent } from '../../../event-log/recorded-event'
import { Timeline } from '../../../projections/timeline'
import { travel, useCursor } from '../../../stores/cursor-store'
import { useLedger } from '../../../stores/ledger-store'
import { useTimeTrack } from '../../../stores/time-track'
import { show, useView } from '../../../stores/view-store'
import '../../../ui/theme/tokens.css'
import { Pinned } from './pinned'

const ACCOUNT = '5f0c9b3e-6a41-4d0e-8f5a-2b7d1c9e4a60'

function event(position: number, type: string, data: JsonObject): RecordedEvent {
  return {
    globalPosition: position,
    streamId: `account-${ACCOUNT}`,
    streamRevision: position,
    eventId: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
    type,
    schemaVersion: 1,
    recordedAt: `2024-03-0${position}T12:00:00.000Z`,
    data,
    metadata: {},
  }
}

/** Opened on 1 March; 10.00, 20.00 … on the days after it. */
beforeEach(() => {
  const opening = { name: 'Everyday', currency: 'EUR', exponent: 2, overdraftLimit: 0, openedOn: '2024-03-01' }
  const events = [event(1, 'AccountOpened', opening)]
  for (let day = 2; day <= 6; day++) {
    events.push(event(day, 'Deposited', { amount: (day - 1) * 1_000, effectiveOn: `2024-03-0${day}` }))
  }
  const timeline = new Timeline()
  timeline.append(events)
  useLedger.setState({ status: 'ready', localId: 'test', timeline, size: 6, version: timeline.version + 1 })
  useCursor.setState({ clock: 'recorded', playing: false })
  travel.now()
  show.account(ACCOUNT)
})
afterEach(cleanup)

const figure = () => screen.findByTestId('pinned-difference')

function OnTrack({ onRender }: { readonly onRender: () => void }) {
  const track = useTimeTrack()
  return (
    <Profiler id="pinned" onRender={onRender}>
      <Pinned track={track} width={400} />
    </Profiler>
  )
}

test('while A is pinned the difference follows every move, and no move renders anything', async () => {
  show.page('compare', { a: '2' })
  const onRender = vi.fn()
  render(<OnTrack onRender={onRender} />)
  const says = (minor: number) => vi.waitFor(async () => expect((await figure()).dataset.minor).toBe(String(minor)))
  await says(14_000)
  const renders = onRender.mock.calls.length
  for (const [position, minor] of [
    [3, 2_000],
    [5, 9_000],
    [1, -1_000],
    [2, 0],
  ] as const) {
    act(() => travel.to({ position }))
    await says(minor)
  }
  expect(onRender.mock.calls.length).toBe(renders)
})

test('A is a button that goes there; Escape lets go of it, but not while something else is closed by it', async () => {
  show.page('compare', { a: '2' })
  render(<OnTrack onRender={() => undefined} />)
  const flag = await screen.findByRole('button', { name: /^A, .*2024.*: go there$/ })
  flag.focus()
  await userEvent.keyboard('{Enter}')
  expect(useCursor.getState().bound.position).toBe(2)
  const prevent = (pressed: KeyboardEvent) => pressed.preventDefault()
  document.addEventListener('keydown', prevent, { once: true })
  await userEvent.keyboard('{Escape}')
  expect(useView.getState().view.kind).toBe('page')
  await userEvent.keyboard('{Escape}')
  expect(useView.getState().view).toEqual({ kind: 'account', accountId: ACCOUNT })
  expect(screen.queryByRole('button', { name: /^A, / })).toBeNull()
})
