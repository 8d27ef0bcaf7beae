import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { RecordedEvent } from '../../../../event-log/recorded-event'
import { Timeline } from '../../../../projections/timeline'
import { travel, useCursor } from '../../../../stores/cursor-store'
import { useLedger } from '../../../../stores/ledger-store'
import { trackView, useTrackView } from '../../../../stores/track/track-view'
import { useView } from '../../../../stores/view-store'
import '../../../../ui/theme/tokens.css'
import { Dock } from '../../dock'

const ACCOUNT = '5f0c9b3e-6a41-4d0e-8f5a-2b7d1c9e4a60'
const DAY = 86_400_000

/** An account, and a deposit of 1.00 at noon on each of so many days from 2 January 2024 on. */
function daily(days: number): readonly RecordedEvent[] {
  const opening = { name: 'Everyday', currency: 'EUR', exponent: 2, overdraftLimit: 0, openedOn: '2024-01-01' }
  return Array.from({ length: days + 1 }, (_, index) => {
    const at = new Date(Date.UTC(2024, 0, 1, 12) + index * DAY).toISOString()
    return {
      globalPosition: index + 1,
      streamId: `account-${ACCOUNT}`,
      streamRevision: index + 1,
      eventId: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      type: index === 0 ? 'AccountOpened' : 'Deposited',
      schemaVersion: 1,
      recordedAt: at,
      data: index === 0 ? opening : { amount: 100, effectiveOn: at.slice(0, 10) },
      metadata: {},
    }
  })
}

function open(events: readonly RecordedEvent[], localId = 'test'): void {
  const timeline = new Timeline()
  timeline.append(events)
  useLedger.setState((before) => ({
    status: 'ready',
    localId,
    timeline,
    size: events.length,
    version: before.version + 1,
  }))
  travel.now()
}

beforeEach(async () => {
  await page.viewport(1280, 800)
  useView.setState({ view: { kind: 'account', accountId: ACCOUNT } })
  useCursor.setState({ clock: 'recorded', playing: false, rate: 1 })
  useTrackView.setState({ spacing: 'time', snap: 'off', whose: 'all', span: null })
  open(daily(200))
})
afterEach(cleanup)

const slider = () => screen.getByRole('slider', { name: 'Time' }) as HTMLInputElement
const part = () => screen.queryByRole('slider', { name: 'Part shown' })

async function dock(): Promise<void> {
  render(<Dock />)
  await screen.findByRole('button', { name: 'Zoom in' }, { timeout: 10_000 })
  // The instruments load beside the tools; a key tells that they listen.
  await expect.poll(() => zoomsByKey(), { timeout: 10_000 }).toBe(true)
  act(() => trackView.showAll())
}

function zoomsByKey(): boolean {
  fireEvent.keyDown(slider(), { key: '+' })
  return useTrackView.getState().span !== null
}

test('playing past the end of what is shown turns the page', async () => {
  await dock()
  act(() => travel.to({ position: 20 }))
  act(() => trackView.fit(0, 0.2))
  const before = useTrackView.getState().span
  act(() => travel.playTo({ position: 30 }))
  expect(useTrackView.getState().span).toEqual(before)
  act(() => travel.playTo({ position: 60 }))
  const after = useTrackView.getState().span
  expect(after?.from).toBeGreaterThan(before?.from ?? 0)
  expect(useCursor.getState().bound.position).toBe(60)
})

test('another ledger is shown whole; a growing one keeps the span', async () => {
  await dock()
  act(() => trackView.fit(0.2, 0.4))
  const { span } = useTrackView.getState()
  act(() => open(daily(210)))
  expect(useTrackView.getState().span).toEqual(span)
  act(() => open(daily(50), 'other'))
  expect(useTrackView.getState().span).toBeNull()
  expect(part()).toBeNull()
})

test('[TV1] another spacing and clock show the same stretch of time', async () => {
  await dock()
  act(() => trackView.fit(0.25, 0.5))
  const shown = () => part()?.getAttribute('aria-valuetext')
  const before = shown()
  act(() => trackView.setSpacing('event'))
  const byEvent = useTrackView.getState().span
  expect(byEvent?.from).toBeGreaterThan(45)
  expect(byEvent?.to).toBeLessThan(105)
  act(() => travel.setClock('effective'))
  act(() => trackView.setSpacing('time'))
  const month = (text: string | null | undefined) => text?.match(/[A-Z][a-z]+/g)
  expect(month(shown())).toEqual(month(before))
})

test('an empty ledger has tools that say why they do nothing', async () => {
  open([])
  render(<Dock />)
  const zoomIn = await screen.findByRole('button', { name: 'Zoom in' }, { timeout: 10_000 })
  expect(zoomIn.getAttribute('aria-disabled')).toBe('true')
  expect(part()).toBeNull()
})

test('the closest is said, and the whole', async () => {
  await dock()
  const zoomIn = screen.getByRole('button', { name: 'Zoom in' })
  expect(screen.getByRole('button', { name: 'Zoom out' }).getAttribute('aria-disabled')).toBe('true')
  act(() => trackView.zoom(1e-9))
  expect(zoomIn.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(useTrackView.getState().span).toBeNull()
  expect(zoomIn.getAttribute('aria-disabled')).toBeNull()
})

test('a mark with Shift that is let go of with Escape fits nothing', async () => {
  await dock()
  const { left, width } = slider().getBoundingClientRect()
  slider().setPointerCapture = () => undefined
  const at = (share: number) => ({
    pointerId: 1,
    button: 0,
    shiftKey: true,
    clientX: left + share * width,
    bubbles: true,
  })
  fireEvent.pointerDown(slider(), at(0.2))
  fireEvent.pointerMove(slider(), at(0.5))
  fireEvent.keyDown(document.body, { key: 'Escape' })
  fireEvent.pointerUp(slider(), at(0.5))
  expect(useTrackView.getState().span).toBeNull()
  fireEvent.pointerDown(slider(), at(0.2))
  fireEvent.pointerUp(slider(), at(0.5))
  expect(useTrackView.getState().span).not.toBeNull()
  expect(useCursor.getState().isNow).toBe(true)
})
