import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { JsonObject, RecordedEvent } from '../../event-log/recorded-event'
import { Timeline } from '../../projections/timeline'
import { travel, useCursor } from '../../stores/cursor-store'
import { useLedger } from '../../stores/ledger-store'
import { useView } from '../../stores/view-store'
import '../../ui/theme/tokens.css'
import { Dock } from './dock'
import { SpokenMoment } from './moment/spoken-moment'

const ACCOUNT = '5f0c9b3e-6a41-4d0e-8f5a-2b7d1c9e4a60'

function event(position: number, type: string, recordedAt: string, data: JsonObject): RecordedEvent {
  return {
    globalPosition: position,
    streamId: `account-${ACCOUNT}`,
    streamRevision: position,
    eventId: `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
    type,
    schemaVersion: 1,
    recordedAt,
    data,
    metadata: {},
  }
}

/** Opened on 1 March; a deposit of 10.00 on each of 2, 3 and 4 March 2024, all at noon. */
function household(): readonly RecordedEvent[] {
  const opening = { name: 'Everyday', currency: 'EUR', exponent: 2, overdraftLimit: 0, openedOn: '2024-03-01' }
  return [
    event(1, 'AccountOpened', '2024-03-01T12:00:00.000Z', opening),
    ...[2, 3, 4].map((day) =>
      event(day, 'Deposited', `2024-03-0${day}T12:00:00.000Z`, { amount: 1000, effectiveOn: `2024-03-0${day}` }),
    ),
  ]
}

function open(events: readonly RecordedEvent[]): void {
  const timeline = new Timeline()
  timeline.append(events)
  useLedger.setState({ status: 'ready', localId: 'test', timeline, size: events.length, version: timeline.version + 1 })
  useView.setState({ view: { kind: 'account', accountId: ACCOUNT } })
  useCursor.setState({ clock: 'recorded', playing: false, rate: 1, pace: 'even', direction: 1 })
  travel.now()
}

beforeEach(async () => {
  await page.viewport(1280, 800)
  open(household())
})
afterEach(cleanup)

const slider = () => screen.getByRole('slider', { name: 'Time' }) as HTMLInputElement
const position = () => useCursor.getState().bound.position

test('the slider is stepped from anywhere on its keys', async () => {
  render(<Dock />)
  slider().focus()
  expect([slider().min, slider().max, slider().value]).toEqual(['0', '4', '4'])
  const reached: number[] = []
  for (const key of ['{ArrowLeft}', '{PageDown}', '{ArrowRight}', '{Home}', '{PageUp}', '{End}']) {
    await userEvent.keyboard(key)
    reached.push(position())
  }
  expect(reached).toEqual([3, 2, 3, 0, 1, 4])
  expect(useCursor.getState().isNow).toBe(true)
})

test('its value is said as moment and event', () => {
  render(<Dock />)
  act(() => travel.to({ position: 2 }))
  expect(slider().getAttribute('aria-valuetext')).toMatch(/2024.*, event 2 of 4$/)
  act(() => travel.to({ position: 0 }))
  expect(slider().getAttribute('aria-valuetext')).toBe('Before the first event, event 0 of 4')
})

test('assistive technology and scripts set it as any slider', () => {
  render(<Dock />)
  fireEvent.change(slider(), { target: { value: '1' } })
  expect(position()).toBe(1)
})

test('a drag lands by time, its ends on the empty ledger and on now', async () => {
  const { container } = render(<Dock />)
  const track = slider().parentElement as HTMLElement
  track.style.width = '400px'
  slider().setPointerCapture = () => undefined
  const { left, width } = track.getBoundingClientRect()
  const at = (share: number) => ({ pointerId: 1, button: 0, clientX: left + share * width, clientY: 20 })
  fireEvent.pointerDown(slider(), at(0.5))
  // Half of the way from 1 to 4 March lies behind the second day's noon, before the third's.
  expect(position()).toBe(2)
  fireEvent.pointerMove(slider(), at(0.9))
  await expect.poll(position).toBe(3)
  fireEvent.pointerUp(slider(), at(1.2))
  expect(useCursor.getState().isNow).toBe(true)
  fireEvent.pointerDown(slider(), at(-1))
  fireEvent.pointerUp(slider(), at(-1))
  expect(position()).toBe(0)
  expect(container.querySelectorAll('canvas')).toHaveLength(2)
})

test('buttons at an end say why they do nothing', async () => {
  render(<Dock />)
  const next = screen.getByRole('button', { name: 'Next event' })
  expect(next.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(screen.getByRole('button', { name: 'Previous event' }))
  expect(position()).toBe(3)
  expect(next.getAttribute('aria-disabled')).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: 'First event' }))
  expect(position()).toBe(0)
  expect(screen.getByRole('button', { name: 'Previous event' }).getAttribute('aria-disabled')).toBe('true')
})

test('on the value-date clock a step is a day with entries', async () => {
  render(<Dock />)
  await userEvent.click(screen.getByRole('radio', { name: 'Value date' }))
  expect(slider().max).toBe('3')
  await userEvent.click(screen.getByRole('button', { name: 'Previous event' }))
  expect(screen.getByText('day 2 of 3 with entries')).toBeTruthy()
  expect(useCursor.getState().moment).toEqual({ effectiveOn: '2024-03-03' })
})

test('on a phone the clock is behind a button that names it', async () => {
  await page.viewport(390, 844)
  render(<Dock />)
  await userEvent.click(screen.getByRole('button', { name: 'Clock: Recorded' }))
  await userEvent.click(await screen.findByRole('radio', { name: 'Value date' }, { timeout: 10_000 }))
  expect(useCursor.getState().clock).toBe('effective')
})

test('it plays to now and stops there', async () => {
  render(<Dock />)
  act(() => travel.setPlayback({ rate: 64 }))
  await userEvent.click(screen.getByRole('button', { name: 'Play' }))
  expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy()
  await expect.poll(() => useCursor.getState().isNow).toBe(true)
  await expect.poll(() => screen.queryByRole('button', { name: 'Play' })).not.toBeNull()
})

test('when travelling rests, moment and balance are said', async () => {
  render(<Dock />)
  act(() => travel.to({ position: 3 }))
  await expect
    .poll(() => screen.queryByRole('status')?.textContent, { timeout: 3000 })
    .toMatch(/^As of .*2024.*, Everyday 20[.,]00 euros$/)
})

test('before the first event a sentence is said all the same', async () => {
  render(<Dock />)
  act(() => travel.to({ position: 0 }))
  await expect
    .poll(() => screen.queryByRole('status')?.textContent, { timeout: 3000 })
    .toBe('Before the first event, Everyday is not opened yet')
})

test('a journey made before what says it had loaded is said too', async () => {
  travel.to({ position: 3 })
  render(<SpokenMoment since="now" />)
  expect(screen.getByRole('status').textContent).toBe('')
  await expect
    .poll(() => screen.getByRole('status').textContent, { timeout: 3000 })
    .toMatch(/^As of .*2024.*, Everyday 20[.,]00 euros$/)
})

test('brackets, Space, Home and End travel from anywhere, but rest in a field', async () => {
  render(
    <>
      <Dock />
      <input aria-label="Payee" />
    </>,
  )
  await userEvent.keyboard('[[')
  expect(position()).toBe(3)
  fireEvent.keyDown(document.body, { key: '{', shiftKey: true })
  expect(position()).toBe(2)
  fireEvent.keyDown(document.body, { key: ']', code: 'BracketRight' })
  expect(position()).toBe(3)
  fireEvent.keyDown(document.body, { key: 'Home' })
  expect(position()).toBe(0)
  screen.getByRole('textbox', { name: 'Payee' }).focus()
  await userEvent.keyboard('][[ {Home}{End}')
  expect(position()).toBe(0)
  expect(useCursor.getState().playing).toBe(false)
})

test('an empty ledger has a still dock that says so', () => {
  open([])
  render(<Dock />)
  expect(slider().getAttribute('aria-valuetext')).toBe('Nothing recorded yet')
  expect(screen.getByText('event 0 of 0')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Play' }).getAttribute('aria-disabled')).toBe('true')
})
