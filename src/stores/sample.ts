/** Sample data: a household over some years, in a ledger of its own, so that yours stays as it is. */
import { localDate } from '../application/environment'
import { sampleFile } from '../application/sample-data'
import { ledgerApplication } from './ledger-store'

/** Makes the sample ledger and opens it. @throws StorageError; nothing is left behind. */
export async function openSampleData(): Promise<void> {
  await ledgerApplication().importLog(await sampleFile(localDate(Date.now())), { into: 'new' })
}
