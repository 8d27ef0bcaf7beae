import { expect, test } from 'vitest'
import { DamagedBatchError } from '../event-log/batch-codec'
import { StorageError, storageError, toStorageError } from './storage-error'

function fault(name: string, inner?: unknown): Error {
  return Object.assign(new Error(name), { name, ...(inner === undefined ? {} : { inner }) })
}

/** A write of many rows of which some failed. */
function bulkFault(...failures: Error[]): Error {
  return Object.assign(fault('BulkError'), { failures })
}

test.each([
  [fault('QuotaExceededError'), 'quota-exceeded'],
  [fault('AbortError', fault('QuotaExceededError')), 'quota-exceeded'],
  [fault('AbortError', fault('UnknownError', fault('QuotaExceededError'))), 'quota-exceeded'],
  [fault('AbortError', null), 'unavailable'],
  [fault('OpenFailedError', fault('VersionError')), 'unavailable'],
  [fault('VersionError'), 'blocked'],
  [fault('SecurityError'), 'unavailable'],
  [fault('DatabaseClosedError'), 'unavailable'],
  [fault('NotReadableError'), 'corrupt'],
  [bulkFault(fault('QuotaExceededError')), 'quota-exceeded'],
  [bulkFault(fault('AbortError'), fault('QuotaExceededError')), 'quota-exceeded'],
  [bulkFault(fault('AbortError')), 'unavailable'],
  [bulkFault(fault('UnknownError')), 'unavailable'],
])('%s is told as %s', (error, code) => {
  const told = toStorageError(error)
  expect(told).toBeInstanceOf(StorageError)
  expect(told).toMatchObject({ name: 'StorageError', code, cause: error })
  expect(told).not.toHaveProperty('position')
})

test('damage is told with the event where it begins', () => {
  expect(toStorageError(new DamagedBatchError(7, 'x'))).toMatchObject({
    code: 'corrupt',
    position: 7,
    message: expect.stringContaining('event 7'),
  })
})

test('what is no fault of the store passes as it is', () => {
  const own = storageError('blocked')
  for (const error of [
    new TypeError('a mistake'),
    own,
    'text',
    undefined,
    new DOMException('', 'AbortError'),
    bulkFault(fault('ConstraintError')),
  ]) {
    expect(toStorageError(error)).toBe(error)
  }
})
