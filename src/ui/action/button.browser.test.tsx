import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from './button'

afterEach(cleanup)

test('a button with a reason keeps the focus, says it, and does nothing', async () => {
  const onPress = vi.fn()
  render(
    <Button onPress={onPress} disabledReason="The past is read-only">
      Withdraw
    </Button>,
  )
  const button = screen.getByRole('button', { name: 'Withdraw' })
  await userEvent.tab()
  expect(document.activeElement).toBe(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  const described = document.getElementById(button.getAttribute('aria-describedby') ?? '')
  expect(described?.textContent).toBe('The past is read-only')
  await userEvent.click(button)
  expect(onPress).not.toHaveBeenCalled()
  expect(screen.getAllByText('The past is read-only').length).toBe(2)
})

test('whoever wants to say it otherwise is told instead', async () => {
  const onRefused = vi.fn()
  render(
    <Button disabledReason="Not now" onRefused={onRefused}>
      Go
    </Button>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Go' }))
  expect(onRefused).toHaveBeenCalledWith('Not now')
})

test('a refused submit button submits nothing', async () => {
  const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault())
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" disabledReason="Not now">
        Save
      </Button>
    </form>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  expect(onSubmit).not.toHaveBeenCalled()
})
