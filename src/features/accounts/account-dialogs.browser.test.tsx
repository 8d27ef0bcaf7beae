import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LedgerApplication } from '../../application/ledger-application'
import { testEnvironment } from '../../application/testing/memory-ledger'
import { followLedger, travel } from '../../stores/cursor-store'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { connectLedger, useLedger } from '../../stores/ledger-store'
import { useToasts } from '../../stores/toast-store'
import { memoryBackend } from '../../workers/testing/memory-backend'
import '../../ui/theme/tokens.css'
import { AccountDialogs } from './account-dialogs'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
const SAVINGS = '0190a000-0000-7000-8000-00000000000b'
let application: LedgerApplication
let unfollow: () => void

beforeEach(async () => {
  application = new LedgerApplication('test', memoryBackend(), testEnvironment)
  await application.ready
  connectLedger(application)
  unfollow = followLedger()
  await application.dispatch({
    type: 'OpenAccount',
    accountId: EVERYDAY,
    name: 'Everyday',
    currency: 'EUR',
    overdraftLimit: 50_000,
  })
  await application.dispatch({ type: 'OpenAccount', accountId: SAVINGS, name: 'Savings', currency: 'EUR' })
  await application.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 243_107, payee: 'Employer' })
  travel.now()
  useToasts.setState({ toasts: [] })
})
afterEach(() => {
  dialogs.close()
  cleanup()
  unfollow()
})

const field = (name: string) => screen.getByRole('textbox', { name })
const press = (name: string) => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }))
const size = () => useLedger.getState().size

test('money that is not there is refused beside the amount, with the figure that would work, and what was typed stays', async () => {
  dialogs.open({ kind: 'withdraw', accountId: EVERYDAY })
  render(<AccountDialogs />)
  await userEvent.type(field('Amount'), '2480+1250')
  await userEvent.type(field('Memo'), 'Kitchen worktop')
  await press('Withdraw')
  await waitFor(() => expect(field('Amount').getAttribute('aria-invalid')).toBe('true'))
  const described = field('Amount').getAttribute('aria-describedby') ?? ''
  expect(document.getElementById(described)?.textContent).toMatch(/798\.93 more than there is\. .*2,931\.07/)
  expect(document.activeElement).toBe(field('Amount'))
  expect((field('Memo') as HTMLInputElement).value).toBe('Kitchen worktop')
  expect(size()).toBe(3)
})

test('an error goes when its field is mended, and Enter sends', async () => {
  dialogs.open({ kind: 'deposit', accountId: EVERYDAY })
  render(<AccountDialogs />)
  await press('Deposit')
  expect(field('Amount').getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(field('Amount'), '12.50{Enter}')
  await waitFor(() => expect(useDialog.getState().request).toBeNull())
  expect(await application.balance(EVERYDAY)).toBe(244_357)
})

test('two presses before the first answer record once', async () => {
  dialogs.open({ kind: 'deposit', accountId: EVERYDAY })
  render(<AccountDialogs />)
  await userEvent.type(field('Amount'), '10')
  const button = within(screen.getByRole('dialog')).getByRole('button', { name: 'Deposit' })
  button.click()
  button.click()
  await waitFor(() => expect(useDialog.getState().request).toBeNull())
  expect(await application.balance(EVERYDAY)).toBe(244_107)
  expect((await application.head()).size).toBe(4)
})

test('a confirmation offers the reversal of what was just recorded', async () => {
  dialogs.open({ kind: 'deposit', accountId: EVERYDAY })
  render(<AccountDialogs />)
  await userEvent.type(field('Amount'), '10{Enter}')
  await waitFor(() => expect(useToasts.getState().toasts).toHaveLength(1))
  const [done] = useToasts.getState().toasts
  expect(done?.message).toContain('Deposited €10.00 to Everyday')
  done?.action?.run()
  await screen.findByRole('dialog', { name: 'Reverse' })
  await press('Reverse')
  await waitFor(() => expect(useDialog.getState().request).toBeNull())
  expect(await application.balance(EVERYDAY)).toBe(243_107)
})

test('in the past a dialog can be looked at, but not sent', async () => {
  travel.to({ position: 3 })
  await application.dispatch({ type: 'Deposit', accountId: EVERYDAY, amount: 100 })
  travel.to({ position: 3 })
  dialogs.open({ kind: 'deposit', accountId: EVERYDAY })
  render(<AccountDialogs />)
  await userEvent.type(field('Amount'), '10')
  const button = within(screen.getByRole('dialog')).getByRole('button', { name: 'Deposit' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(button)
  expect(size()).toBe(4)
})

test('a new account needs a name and a currency, and says so beside each', async () => {
  dialogs.open({ kind: 'open-account' })
  render(<AccountDialogs />)
  await userEvent.clear(screen.getByRole('combobox', { name: 'Currency' }))
  // Leaving the field closes its suggestions.
  await userEvent.tab()
  await press('Open account')
  expect(field('Name').getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field('Name'))
  await userEvent.type(field('Name'), 'Holiday')
  await userEvent.type(screen.getByRole('combobox', { name: 'Currency' }), 'jpy')
  await userEvent.tab()
  await press('Open account')
  await waitFor(() => expect(useDialog.getState().request).toBeNull())
  expect(await application.accounts()).toContainEqual(
    expect.objectContaining({ name: 'Holiday', currency: 'JPY', exponent: 0, overdraftLimit: 0 }),
  )
})

test('a transfer asks what arrives only where the currencies differ', async () => {
  await application.dispatch({ type: 'OpenAccount', name: 'Lisbon', currency: 'USD' })
  dialogs.open({ kind: 'transfer', accountId: EVERYDAY })
  render(<AccountDialogs />)
  const to = screen.getByRole('combobox', { name: 'To' }) as HTMLSelectElement
  await userEvent.selectOptions(to, within(to).getByRole('option', { name: /Savings/ }))
  expect(screen.queryByRole('textbox', { name: 'Amount received' })).toBeNull()
  await userEvent.selectOptions(to, within(to).getByRole('option', { name: /Lisbon/ }))
  await userEvent.type(field('Amount'), '20')
  await press('Transfer')
  expect(field('Amount received').getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(field('Amount received'), '21.50')
  await press('Transfer')
  await waitFor(() => expect(useDialog.getState().request).toBeNull())
  expect((await application.accounts()).map(({ balance }) => balance)).toEqual([241_107, 0, 2150])
})

test('words are corrected one by one, and nothing changed is nothing sent', async () => {
  dialogs.open({ kind: 'annotate', accountId: EVERYDAY, position: 3 })
  render(<AccountDialogs />)
  await screen.findByRole('dialog', { name: 'Edit words' })
  await press('Save')
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing has been changed')
  await userEvent.type(field('Memo'), 'November')
  await press('Save')
  await waitFor(() => expect(useDialog.getState().request).toBeNull())
  const [annotated] = await application.events({ from: 4 })
  expect(annotated).toMatchObject({ type: 'EntryAnnotated', data: { memo: 'November' } })
  expect(annotated?.data).not.toHaveProperty('payee')
})

test('what the account holds afterwards is said of an amount above 0 only', async () => {
  dialogs.open({ kind: 'deposit', accountId: EVERYDAY })
  render(<AccountDialogs />)
  const after = () => screen.getByText('Everyday after this').nextElementSibling?.textContent
  expect(after()).toBe('–')
  await userEvent.type(field('Amount'), '-5')
  expect(after()).toBe('–')
  await userEvent.clear(field('Amount'))
  await userEvent.type(field('Amount'), '5')
  expect(after()).toBe('€2,436.07')
})
