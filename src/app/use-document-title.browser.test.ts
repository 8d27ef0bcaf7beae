import { afterEach, beforeEach, expect, test } from 'vitest'
import { LedgerApplication } from '../application/ledger-application'
import { testEnvironment } from '../application/testing/memory-ledger'
import { followLedger, travel } from '../stores/cursor-store'
import { connectLedger, useLedger } from '../stores/ledger-store'
import { show } from '../stores/view-store'
import { memoryBackend } from '../workers/testing/memory-backend'
import { documentTitle } from './use-document-title'

const EVERYDAY = '0190a000-0000-7000-8000-00000000000a'
let application: LedgerApplication
let unfollow: () => void

beforeEach(async () => {
  application = new LedgerApplication('test', memoryBackend(), testEnvironment)
  await application.ready
  connectLedger(application)
  unfollow = followLedger()
  await application.dispatch({ type: 'OpenAccount', accountId: EVERYDAY, name: 'Everyday', currency: 'EUR' })
  await expect.poll(() => useLedger.getState().size).toBe(1)
  show.account(EVERYDAY)
  travel.now()
})
afterEach(() => {
  travel.now()
  show.home()
  unfollow()
})

test('the title names account and ledger, and the moment while rewound', () => {
  const { name } = useLedger.getState()
  expect(documentTitle()).toBe(`Everyday · ${name} · Hindsight`)
  travel.first()
  expect(documentTitle()).toBe(`Before the first event · Everyday · ${name} · Hindsight`)
  travel.now()
  show.home()
  expect(documentTitle()).toBe(`${name} · Hindsight`)
})
