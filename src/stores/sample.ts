/** Sample data: a household over some years, in a ledger of its own, so that yours stays as it is. */
import { localDate } from '../application/environment'
import { ledgerApplication } from './ledger-store'

/** Always the same household; only its last day moves with today. */
const SEED = 7

/** Makes the sample ledger and opens it. @throws StorageError; nothing is left behind. */
export async function openSampleData(): Promise<void> {
  // Few people need it, so it is no part of the first load.
  const { sampleLog } = await import('../exchange/sample-log')
  const { file } = sampleLog({ seed: SEED, endDate: localDate(Date.now()) })
  await ledgerApplication().importLog(file, { into: 'new' })
}
