/** Sample data: a household over some years, in a ledger of its own, so that yours stays as it is. */
import { localDate } from '../application/environment'
import { sampleLog } from '../exchange/sample-log'
import { ledgerApplication } from './ledger-store'

/** Always the same household; only its last day moves with today. */
const SEED = 7

/** Makes the sample ledger and opens it. @throws StorageError; nothing is left behind. */
export async function openSampleData(): Promise<void> {
  const endDate = localDate(Date.now())
  await ledgerApplication().importLog(sampleLog({ seed: SEED, endDate }), { into: 'new' })
}
