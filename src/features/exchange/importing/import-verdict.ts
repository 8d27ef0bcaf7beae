/** What an import would do, in a headline and a sentence or two. */
import type { ImportReport } from '../../../application/ledger-api'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { formatCount } from '../../../ui/format/format-money'
import type { ImportChoice } from './import-flow'

export interface Verdict {
  readonly title: string
  readonly text: string
}

export function verdictOf(report: ImportReport, choice: ImportChoice): Verdict {
  const { added, skipped, result } = report
  if (result === 'already-present') return { title: messages.present, text: messages.presentText }
  const sentences = [whatHappens(report, choice), whatIsNew(report), messages.notWrittenYet]
  const title = result === 'restored' ? messages.restored : messages.added
  return {
    title: title(added, formatCount(added)),
    text: sentences.filter((sentence) => sentence !== '').join(' '),
  }

  function whatHappens(of: ImportReport, { into }: ImportChoice): string {
    if (into === 'new') return messages.newLedgerText(of.file.name)
    if (result === 'restored') {
      return of.sealed ? messages.restoredText(of.file.name) : messages.restoredUnsealedText(of.file.name)
    }
    if (result === 'fast-forwarded') return messages.forwardText(formatCount(of.size - added))
    return skipped === 0
      ? messages.mergedText
      : `${messages.mergedText} ${messages.mergedSkipped(formatCount(skipped))}`
  }
}

function whatIsNew({ added, effects }: ImportReport): string {
  const entries = effects.reduce((sum, { newEntries }) => sum + newEntries, 0)
  if (entries === 0 || added === 0) return ''
  if (entries === added) return messages.entriesOnlyText
  return messages.entriesText(formatCount(entries), formatCount(added - entries))
}
