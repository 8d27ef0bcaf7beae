import { beforeEach, expect, test } from 'vitest'
import { dismissToastsOfLedger, dismissToastsOfPast, toast, useToasts } from './toast-store'

beforeEach(() => useToasts.setState({ toasts: [] }))

const said = () => useToasts.getState().toasts.map(({ message }) => message)

test('what is said again stands once, and last', () => {
  for (const message of ['Read-only', 'Saved', 'Read-only', 'Read-only']) toast(message)
  expect(said()).toEqual(['Saved', 'Read-only'])
})

test('the same words of another tone are another notice', () => {
  toast('Transfer')
  toast('Transfer', { tone: 'problem' })
  expect(said()).toEqual(['Transfer', 'Transfer'])
})

test('what was about the past goes on the return to now', () => {
  toast('Saved')
  toast('Read-only', { tone: 'problem', ofPast: true })
  dismissToastsOfPast()
  expect(said()).toEqual(['Saved'])
})

test('another ledger takes away what was said of the one before, and nothing else', () => {
  toast('Household opened', { ofLedger: true })
  toast('Exported')
  dismissToastsOfLedger()
  expect(said()).toEqual(['Exported'])
})
