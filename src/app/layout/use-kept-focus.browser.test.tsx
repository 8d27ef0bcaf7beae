import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useKeptFocus } from './use-kept-focus'

function Screen() {
  const [rewound, setRewound] = useState(true)
  useKeptFocus()
  return (
    <>
      {rewound && (
        <button type="button" onClick={() => setRewound(false)}>
          Return to now
        </button>
      )}
      <main id="sheet" tabIndex={-1} />
    </>
  )
}

afterEach(cleanup)

test('the sheet takes the focus of a button that goes away with its work', async () => {
  render(<Screen />)
  screen.getByRole('button').focus()
  await userEvent.keyboard('{Enter}')
  expect(screen.queryByRole('button')).toBeNull()
  await expect.poll(() => document.activeElement).toBe(screen.getByRole('main'))
})

test('the focus that was left on purpose is not taken', async () => {
  const { rerender } = render(<Screen key="one" />)
  screen.getByRole('button').focus()
  screen.getByRole('button').blur()
  await Promise.resolve()
  rerender(<Screen key="two" />)
  for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame)
  expect(document.activeElement).toBe(document.body)
})
