import { expect, test } from 'vitest'
import { accountStream, isUuid, ledgerStream, parseStreamId, transferStream } from './stream-id'

const ID = '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b'

test('[D4] a stream is named by category and uuid, and its name is read back', () => {
  expect(parseStreamId(accountStream(ID))).toEqual({ category: 'account', id: ID })
  expect(parseStreamId(transferStream(ID))).toEqual({ category: 'transfer', id: ID })
  expect(parseStreamId(ledgerStream(ID))).toEqual({ category: 'ledger', id: ID })
})

test.each([
  `budget-${ID}`,
  `Account-${ID}`,
  `account-${ID.toUpperCase()}`,
  `account-${ID} `,
  `account${ID}`,
  `-${ID}`,
  'account-',
  'account-nobody',
  'account',
  '',
  ID,
  null,
  42,
])('[D4] %j is no name of a stream', (streamId) => {
  expect(parseStreamId(streamId)).toBeUndefined()
})

test('[D4] a uuid is lower case, whatever its version', () => {
  expect(isUuid(ID)).toBe(true)
  expect(isUuid('00000000-0000-0000-0000-000000000000')).toBe(true)
  expect([ID.toUpperCase(), `${ID}\n`, `0${ID}`, ID.slice(1), ID.replaceAll('-', ''), [ID], null].map(isUuid)).toEqual(
    Array(7).fill(false),
  )
})
