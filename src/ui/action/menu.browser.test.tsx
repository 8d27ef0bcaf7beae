import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Menu } from './menu'

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
  await userEvent.keyboard('{ArrowDown}')
  const item = screen.getByRole('menuitem', { name: /Close account/ })
  expect(document.activeElement).toBe(item)
  expect(item.getAttribute('aria-disabled')).toBe('true')
  expect(item.textContent).toContain('The past is read-only')
  await userEvent.keyboard('{Enter}')
  expect(onAction).not.toHaveBeenCalled()
  if (screen.queryByRole('menu') === null) await userEvent.click(screen.getByRole('button', { name: 'More' }))
  await userEvent.click(screen.getByRole('menuitem', { name: 'Verify' }))
  expect(free).toHaveBeenCalledOnce()
})
