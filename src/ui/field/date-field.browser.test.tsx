import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { DateField } from './date-field'

afterEach(cleanup)

function Form({ first = null }: { readonly first?: string | null }) {
  const [date, setDate] = useState<string | null>(first)
  return (
    <>
      <DateField label="Date" locale="en-GB" value={date} onChange={setDate} />
      <output data-testid="value">{String(date)}</output>
    </>
  )
}
const value = () => screen.getByTestId('value').textContent

test('a date is typed in any form and written out when the field is left', async () => {
  render(<Form />)
  const field = screen.getByRole('textbox', { name: 'Date' }) as HTMLInputElement
  await userEvent.type(field, '2024-03-12')
  expect(value()).toBe('2024-03-12')
  await userEvent.tab()
  expect(field.value).toBe('12 Mar 2024')
})

test('what is no date stays as typed and is said', async () => {
  render(<Form first="2024-03-12" />)
  const field = screen.getByRole('textbox', { name: 'Date' }) as HTMLInputElement
  await userEvent.clear(field)
  await userEvent.type(field, '31 Feb 2024')
  await userEvent.tab()
  expect(value()).toBe('null')
  expect(field.value).toBe('31 Feb 2024')
  expect(field.getAttribute('aria-invalid')).toBe('true')
})

test('arrows step by a day, the calendar picks one', async () => {
  render(<Form first="2024-02-29" />)
  const field = screen.getByRole('textbox', { name: 'Date' })
  await userEvent.click(field)
  await userEvent.keyboard('{ArrowUp}')
  expect(value()).toBe('2024-03-01')
  await userEvent.keyboard('{ArrowDown}')
  await userEvent.click(screen.getByRole('button', { name: 'Open calendar' }))
  await userEvent.keyboard('{ArrowLeft}{Enter}')
  expect(value()).toBe('2024-02-28')
})
