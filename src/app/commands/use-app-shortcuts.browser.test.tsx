import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { useAppShortcuts } from './use-app-shortcuts'

function Keys() {
  useAppShortcuts()
  return <input aria-label="Field" />
}

afterEach(() => {
  dialogs.close()
  cleanup()
})

const open = () => useDialog.getState().request?.kind

test('the palette opens from anywhere and closes on the same keys', async () => {
  const { getByRole } = render(<Keys />)
  getByRole('textbox').focus()
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(open()).toBe('palette')
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(open()).toBeUndefined()
})

test('the palette never takes the place of an open dialog', async () => {
  render(<Keys />)
  dialogs.open({ kind: 'import' })
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(open()).toBe('import')
})
