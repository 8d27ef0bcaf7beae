import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import type { ParsedAmount } from '../parse/parse-amount'
import { AmountField } from './amount-field'

afterEach(cleanup)

function Form({ onAmount, locale }: { readonly onAmount: (parsed: ParsedAmount) => void; readonly locale: string }) {
  const [text, setText] = useState('')
  return (
    <AmountField
      label="Amount"
      currency="EUR"
      exponent={2}
      locale={locale}
      value={text}
      onChange={(next, parsed) => {
        setText(next)
        onAmount(parsed)
      }}
    />
  )
}

test('a sum is shown as typed, with what it comes to', async () => {
  const onAmount = vi.fn()
  render(<Form onAmount={onAmount} locale="de" />)
  const field = screen.getByRole('textbox', { name: 'Amount' })
  await userEvent.type(field, '12,50+3')
  expect((field as HTMLInputElement).value).toBe('12,50+3')
  expect(onAmount).toHaveBeenLastCalledWith({ ok: true, minor: 1550, isSum: true })
  expect(screen.getByRole('status').textContent).toContain('15,50')
})

test('half a sum is no mistake until the field is left; what was typed stays', async () => {
  render(<Form onAmount={() => undefined} locale="en" />)
  const field = screen.getByRole('textbox', { name: 'Amount' })
  await userEvent.type(field, '12+')
  expect(field.getAttribute('aria-invalid')).toBeNull()
  await userEvent.tab()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const error = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(error?.textContent).toBe('Enter an amount, such as 12.50')
  expect((field as HTMLInputElement).value).toBe('12+')
})

test('too many decimals are said at once, an amount below zero when the field is left', async () => {
  render(<Form onAmount={() => undefined} locale="en" />)
  const field = screen.getByRole('textbox', { name: 'Amount' })
  await userEvent.type(field, '1.005')
  expect(screen.getByText('EUR has at most 2 decimals')).toBeTruthy()
  await userEvent.clear(field)
  await userEvent.type(field, '-5')
  await userEvent.tab()
  expect(screen.getByText('Enter an amount above zero')).toBeTruthy()
})
