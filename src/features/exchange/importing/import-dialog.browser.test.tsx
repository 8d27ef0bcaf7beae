import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LedgerApplication } from '../../../application/ledger-application'
import { testEnvironment } from '../../../application/testing/memory-ledger'
import { followLedger, travel } from '../../../stores/cursor-store'
import { dialogs, useDialog } from '../../../stores/dialog-store'
import { connectLedger } from '../../../stores/ledger-store'
import { memoryBackend } from '../../../workers/testing/memory-backend'
import '../../../ui/theme/tokens.css'
import { ImportDialog } from './import-dialog'

let application: LedgerApplication
let unfollow: () => void

async function connect(): Promise<LedgerApplication> {
  const connected = new LedgerApplication('test', memoryBackend(), testEnvironment)
  await connected.ready
  return connected
}

/** The log of another device: one account, one deposit. */
async function exported(): Promise<string> {
  const other = await connect()
  await other.dispatch({
    type: 'OpenAccount',
    accountId: '0190a000-0000-7000-8000-00000000000f',
    name: 'Club',
    currency: 'EUR',
  })
  await other.dispatch({
    type: 'Deposit',
    accountId: '0190a000-0000-7000-8000-00000000000f',
    amount: 8215,
    payee: 'Dues',
  })
  return (await other.exportLog()).text()
}

beforeEach(async () => {
  application = await connect()
  connectLedger(application)
  unfollow = followLedger()
  travel.now()
  dialogs.open({ kind: 'import' })
})
afterEach(() => {
  dialogs.close()
  cleanup()
  unfollow()
})

const choose = (text: string) =>
  userEvent.upload(screen.getByLabelText('Log file'), new File([text], 'club.json', { type: 'application/json' }))
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))

test('a log is shown before it is recorded, and reported afterwards', async () => {
  render(<ImportDialog />)
  await choose(await exported())
  await screen.findByText('2 events would be restored')
  expect((await application.head()).size).toBe(0)
  const cells = screen.getAllByRole('cell').map((cell) => cell.textContent)
  expect(cells).toEqual(['1', '0.00', '+82.15', '82.15'])
  await press('Import 2 events')
  await screen.findByText('The ledger has 2 events now.')
  expect((await application.head()).size).toBe(2)
  await press('Done')
  expect(useDialog.getState().request).toBeNull()
})

test('a damaged file is refused in words, with the place, and nothing is written', async () => {
  render(<ImportDialog />)
  await choose((await exported()).replace('"amount":8215', '"amount":8216'))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('The seal is broken')
  expect(alert.textContent).toContain('Your ledger is unchanged.')
  expect((await application.head()).size).toBe(0)
  expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull()
})

test('two histories that part are explained, and can be merged', async () => {
  await application.dispatch({ type: 'OpenAccount', name: 'Everyday', currency: 'EUR' })
  render(<ImportDialog />)
  await choose(await exported())
  await screen.findByText('Two histories that part')
  await press('Merge')
  await screen.findByText('2 events would be added')
  await press('Import 2 events')
  await screen.findByText('2 events merged')
  expect((await application.accounts()).map(({ name }) => name)).toEqual(['Everyday', 'Club'])
})

test('or they are kept apart, each a ledger of its own', async () => {
  await application.dispatch({ type: 'OpenAccount', name: 'Everyday', currency: 'EUR' })
  render(<ImportDialog />)
  await choose(await exported())
  await press('Import as a new ledger')
  await press('Import 2 events')
  await screen.findByText('2 events restored')
  expect((await application.accounts()).map(({ name }) => name)).toEqual(['Club'])
  expect(await application.ledgers()).toHaveLength(2)
})

test('a version 0 file asks for the account it belongs to', async () => {
  render(<ImportDialog />)
  const events = [
    {
      id: '5f0c6a3e-7b8a-4a55-9b0e-0d6f0a1b2c3d',
      timestamp: 1_700_000_000,
      event_type: { Deposited: { amount: 100.0 } },
    },
    {
      id: '6f0c6a3e-7b8a-4a55-9b0e-0d6f0a1b2c3d',
      timestamp: 1_700_000_100,
      event_type: { Withdrawn: { amount: 50.0 } },
    },
  ]
  await choose(JSON.stringify(events))
  await press('Check the file')
  expect(screen.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true')
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Everyday')
  const currency = screen.getByRole('combobox', { name: 'Currency' })
  await userEvent.clear(currency)
  await userEvent.type(currency, 'EUR')
  await userEvent.tab()
  await press('Check the file')
  await press('Import 3 events')
  await screen.findByText('The ledger has 3 events now.')
  await waitFor(async () => expect(await application.accounts()).toMatchObject([{ name: 'Everyday', balance: 5000 }]))
})

test('the same file again adds nothing, and says so', async () => {
  const log = await exported()
  await application.importLog(new Blob([log]))
  render(<ImportDialog />)
  await choose(log)
  await screen.findByText('Nothing to add')
  expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull()
})
