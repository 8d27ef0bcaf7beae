/** Opens a ledger that would not open: it is verified first, and shown as far as its events can be read. */
import type { Backend, LedgerEntry, Snapshots } from '../backend/backend'
import type { Environment } from '../environment'
import type { Progress, VerifyReport } from '../ledger-api'
import { OpenLedger } from '../open-ledger'
import { WordIndex, type WordKeeper } from '../search/word-index'
import { searchInPlace } from '../search/word-search'

/** Nothing is stored beside a ledger that may not be touched. */
const NO_KEEPER: WordKeeper = {
  read: async () => undefined,
  readPage: async (page) => {
    throw new Error(`The page ${page} is not kept.`)
  },
  writePage: async () => '',
  write: async () => undefined,
}

export async function openDamaged(
  entry: LedgerEntry,
  backend: Backend,
  environment: Environment,
  onProgress: (progress: Progress) => void,
): Promise<{ readonly ledger: OpenLedger; readonly damage: VerifyReport }> {
  const { report } = await backend.heavyWork.verify(entry, { onProgress })
  const log = await (await backend.damaged()).openStanding(entry)
  // Sound after all: then it was another fault, which the next attempt meets again.
  if (!log) throw new Error('The ledger could not be opened, but nothing is wrong with it. Reload the page.')
  try {
    const words = searchInPlace(() => WordIndex.open(log, NO_KEEPER))
    const ledger = await OpenLedger.open(entry, log, snapshotsOf(entry, backend), words, environment, onProgress)
    return { ledger, damage: report }
  } catch (error) {
    log.close()
    throw error
  }
}

/** Read off the log beside the page, and kept nowhere: what is stored stays as it is. */
function snapshotsOf(entry: LedgerEntry, { heavyWork }: Backend): Snapshots {
  return {
    read: () => heavyWork.standingSnapshot(entry),
    refresh: async () => undefined,
    close: () => undefined,
  }
}
