import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from '../action/button'
import { Menu } from '../action/menu'
import { TextField } from '../field/text-field'
import { Dialog } from './dialog'

afterEach(cleanup)

function Screen({ onSubmit }: { readonly onSubmit: () => void }) {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('Everyday')
  return (
    <>
      <Button onPress={() => setOpen(true)}>Rename</Button>
      {open && (
        <Dialog
          title="Rename account"
          aside="Everyday"
          onClose={() => setOpen(false)}
          onSubmit={onSubmit}
          footer={
            <Button type="submit" variant="main">
              Save
            </Button>
          }
        >
          <TextField label="Name" value={name} onChange={setName} />
        </Dialog>
      )}
    </>
  )
}

test('its title is its name, its first field has the focus, Enter submits it', async () => {
  const onSubmit = vi.fn()
  render(<Screen onSubmit={onSubmit} />)
  await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
  expect(screen.getByRole('dialog', { name: 'Rename account' })).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }))
  await userEvent.keyboard('{Enter}')
  expect(onSubmit).toHaveBeenCalledOnce()
})

test('Esc and the close button close it, and the focus goes back', async () => {
  render(<Screen onSubmit={() => undefined} />)
  const opener = screen.getByRole('button', { name: 'Rename' })
  for (const close of [
    () => userEvent.keyboard('{Escape}'),
    () => userEvent.click(screen.getByRole('button', { name: 'Close' })),
  ]) {
    await userEvent.click(opener)
    await close()
    expect(screen.queryByRole('dialog')).toBeNull()
    await expect.poll(() => document.activeElement).toBe(opener)
  }
})

function FromMenu() {
  const [open, setOpen] = useState(false)
  const items = [{ id: 'rename', label: 'Rename …', onAction: () => setOpen(true) }]
  return (
    <>
      <Menu groups={[{ id: 'all', items }]}>More</Menu>
      {open && (
        <Dialog title="Rename account" onClose={() => setOpen(false)}>
          <TextField label="Name" value="" onChange={() => undefined} />
        </Dialog>
      )}
    </>
  )
}

test.each(['keys', 'pointer'])(
  'opened from a menu by %s, it gives the focus back to the button of the menu',
  async (by) => {
    render(<FromMenu />)
    const button = screen.getByRole('button', { name: 'More' })
    await userEvent.click(button)
    const item = await screen.findByRole('menuitem', { name: 'Rename …' }, { timeout: 10_000 })
    await expect.poll(() => document.activeElement).toBe(item)
    if (by === 'keys') await userEvent.keyboard('{Enter}')
    else await userEvent.click(item)
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }))
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
    await expect.poll(() => document.activeElement).toBe(button)
  },
)
