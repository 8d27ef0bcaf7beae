import { beforeEach, expect, test, vi } from 'vitest'

const backUp = vi.hoisted(() => vi.fn(async () => ({ kind: 'written' })))
vi.mock('../../stores/keeping/backup-plan', () => ({
  backUp,
  backupFaultOf: () => 'failed',
  canChoosePlaces: () => true,
  readPlan: async () => undefined,
}))

import { dialogs } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { watchBackups } from './watch-backups'

const record = (size: number) => useLedger.setState({ status: 'ready', size })

beforeEach(() => {
  vi.useFakeTimers()
  backUp.mockClear()
  return () => vi.useRealTimers()
})

test('[AB12] a backup waits until nobody has recorded for five seconds', async () => {
  const stop = watchBackups()
  for (let size = 1; size <= 5; size++) {
    record(size)
    await vi.advanceTimersByTimeAsync(4_900)
  }
  expect(backUp).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect(backUp).toHaveBeenCalledTimes(1)
  stop()
  record(6)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(backUp).toHaveBeenCalledTimes(1)
})

test('[AB12] it waits while a dialog is open', async () => {
  const stop = watchBackups()
  dialogs.open({ kind: 'backup' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(backUp).not.toHaveBeenCalled()
  dialogs.close()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(backUp).toHaveBeenCalledTimes(1)
  stop()
})
