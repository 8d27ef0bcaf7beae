import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Menu } from './menu'

/** The list is loaded when it is first asked for. */
const PATIENT = { timeout: 10_000 }

afterEach(cleanup)

test('an item that cannot act can be reached and says why', async () => {
  const onAction = vi.fn()
  const free = vi.fn()
  render(
    <Menu
      label="More"
      groups={[
        {
          id: 'all',
          items: [
            { id: 'close', label: 'Close account', disabledReason: 'The past is read-only', onAction },
            { id: 'verify', label: 'Verify', onAction: free },
          ],
        },
      ]}
    >
      …
    </Menu>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'More' }))
  const item = await screen.findByRole('menuitem', { name: /Close account/ }, PATIENT)
  await expect.poll(() => document.activeElement).toBe(item)
  expect(item.getAttribute('aria-disabled')).toBe('true')
  expect(item.textContent).toContain('The past is read-only')
  expect(screen.getByRole('dialog', { name: 'More' })).toBeTruthy()
  await userEvent.keyboard('{Enter}')
  expect(onAction).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('menuitem', { name: 'Verify' }))
  expect(free).toHaveBeenCalledOnce()
  expect(screen.queryByRole('menu')).toBeNull()
})

test('arrows open it, Esc closes it, and the focus goes back', async () => {
  const items = [{ id: 'verify', label: 'Verify', onAction: () => undefined }]
  render(<Menu groups={[{ id: 'all', items }]}>Ledger</Menu>)
  const button = screen.getByRole('button', { name: 'Ledger' })
  button.focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(await screen.findByRole('menu', { name: 'Ledger' }, PATIENT)).toBeTruthy()
  await expect.poll(() => document.activeElement?.textContent).toBe('Verify')
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => screen.queryByRole('menu')).toBeNull()
  await expect.poll(() => document.activeElement).toBe(button)
})

test('only the group that chooses has radios; the others act', async () => {
  const act = () => undefined
  const groups = [
    {
      id: 'ledgers',
      title: 'Ledgers',
      items: [
        { id: 'one', label: 'Household', chosen: true, onAction: act },
        { id: 'two', label: 'Club', chosen: false, onAction: act },
      ],
    },
    { id: 'this', title: 'This ledger', items: [{ id: 'rename', label: 'Rename', onAction: act }] },
  ]
  render(<Menu groups={groups}>Ledger</Menu>)
  await userEvent.click(screen.getByRole('button', { name: 'Ledger' }))
  await screen.findByRole('menu', {}, PATIENT)
  expect(screen.getAllByRole('menuitemradio').map((item) => item.getAttribute('aria-checked'))).toEqual([
    'true',
    'false',
  ])
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Rename'])
})
