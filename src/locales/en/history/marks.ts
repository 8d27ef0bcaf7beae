/** Every word of the bank's balances between the rows of a history. */
import { formatCount } from '../../format-count'
import { spoken } from '../../spoken'

export const markMessages = spoken('history/marks', {
  agrees: (date: string, balance: string) => `Agreed with the bank up to ${date}: ${balance}`,
  changed: (date: string, change: string) => `Changed after it was agreed on ${date}: ${change}`,
  differs: (date: string, balance: string, difference: string) =>
    `The bank said ${balance} on ${date}: ${difference} from the ledger`,
  cancelOut: (count: number, sum: string) =>
    count === 1
      ? `· 1 entry below it since, ${sum}`
      : `· ${formatCount(count)} entries below it since, together ${sum}`,
  showEvent: 'Show the event',
  find: 'Find where it went wrong',
  findShort: 'Find',
  rowChanged: (date: string) => `After ${date} was agreed`,
  rowChangedHint: (date: string) => `Recorded after the balance of ${date} was agreed, which it changed`,
})
