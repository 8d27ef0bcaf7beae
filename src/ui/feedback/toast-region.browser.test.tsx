import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToastRegion } from './toast-region'

const onDismiss = vi.fn()
const done = { id: 1, message: 'Saved', tone: 'done' } as const
const problem = { id: 2, message: 'Not saved', tone: 'problem' } as const

beforeEach(() => {
  onDismiss.mockClear()
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

const wait = (millis: number) => act(() => vi.advanceTimersByTime(millis))

test('what is done leaves after a while, a problem stays', () => {
  render(<ToastRegion toasts={[done, problem]} onDismiss={onDismiss} />)
  wait(7_000)
  expect(onDismiss).not.toHaveBeenCalled()
  wait(60_000)
  expect(onDismiss.mock.calls).toEqual([[1]])
})

test('it stays while it is pointed at or holds the focus', () => {
  render(<ToastRegion toasts={[done]} onDismiss={onDismiss} />)
  const notice = screen.getByText('Saved').parentElement as HTMLElement
  fireEvent.pointerEnter(notice)
  wait(60_000)
  act(() => screen.getByRole('button', { name: 'Dismiss' }).focus())
  fireEvent.pointerLeave(notice)
  wait(60_000)
  expect(onDismiss).not.toHaveBeenCalled()
  act(() => screen.getByRole('button', { name: 'Dismiss' }).blur())
  wait(8_000)
  expect(onDismiss.mock.calls).toEqual([[1]])
})
