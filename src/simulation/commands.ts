/** Commands as people give them: mostly sensible, sometimes not, on accounts and entries that may have changed since. */
import { dateOfDay } from '../domain/calendar'
import type { Command } from '../domain/commands'
import type { RecordedEvent } from '../event-log/recorded-event'
import type { SeededRandom } from '../exchange/sample/seeded-random'

const FIRST_DAY = 20_400
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'JPY'] as const
const NAMES = ['Everyday', 'Savings', 'Cash', 'Sparen für später', '🥐'] as const

export function anyDay(random: SeededRandom): string {
  return dateOfDay(FIRST_DAY + random.between(0, 120))
}

function idOf({ streamId }: RecordedEvent): string {
  return streamId.slice(streamId.indexOf('-') + 1)
}

/** @param events what is recorded, whether or not the tab knows it yet */
export function anyCommand(random: SeededRandom, events: readonly RecordedEvent[]): Command {
  const opened = events.filter(({ type }) => type === 'AccountOpened')
  const [first, ...others] = opened.map(idOf)
  if (first === undefined || random.chance(opened.length < 3 ? 30 : 3)) return openAccount(random)
  const accounts: readonly [string, ...string[]] = [first, ...others]
  const accountId = random.pick(accounts)
  const amount = random.between(1, 5000)
  const effectiveOn = anyDay(random)
  const kind = random.between(0, 99)
  if (kind < 30) return { type: 'Deposit', accountId, amount, effectiveOn, payee: random.pick(NAMES) }
  if (kind < 50) return { type: 'Withdraw', accountId, amount, effectiveOn }
  if (kind < 72) return transfer(random, accountId, random.pick(accounts), opened, amount)
  if (kind < 87) return aboutEntry(random, events, accountId)
  return aboutAccount(random, accountId)
}

function openAccount(random: SeededRandom): Command {
  const overdraftLimit = random.pick([0, null, 2000])
  return { type: 'OpenAccount', name: random.pick(NAMES), currency: random.pick(CURRENCIES), overdraftLimit }
}

function transfer(
  random: SeededRandom,
  fromAccountId: string,
  toAccountId: string,
  opened: readonly RecordedEvent[],
  amount: number,
): Command {
  const currency = (id: string) => opened.find((event) => idOf(event) === id)?.data.currency
  const differs = currency(fromAccountId) !== currency(toAccountId)
  const ends = { type: 'Transfer', fromAccountId, toAccountId, amount } as const
  return { ...ends, ...(differs && { toAmount: random.between(1, 5000) }), effectiveOn: anyDay(random) }
}

function aboutEntry(random: SeededRandom, events: readonly RecordedEvent[], otherwise: string): Command {
  const entries = events.filter(({ type }) => type === 'Deposited' || type === 'Withdrawn')
  const entry = entries[random.bits() % Math.max(1, entries.length)]
  if (!entry) return { type: 'Deposit', accountId: otherwise, amount: 1 }
  const named = { accountId: idOf(entry), entryId: entry.eventId }
  if (random.chance(60)) return { type: 'ReverseEntry', ...named, effectiveOn: anyDay(random), reason: 'Wrong' }
  return { type: 'AnnotateEntry', ...named, memo: `Memo ${random.between(1, 99)}` }
}

function aboutAccount(random: SeededRandom, accountId: string): Command {
  switch (random.between(0, 5)) {
    case 0:
      return { type: 'RenameAccount', accountId, name: `${random.pick(NAMES)} ${random.between(1, 9)}` }
    case 1:
      return { type: 'SetOverdraftLimit', accountId, overdraftLimit: random.pick([0, null, 5000]) }
    case 2:
      return { type: 'CloseAccount', accountId }
    case 3:
      return { type: 'ReopenAccount', accountId }
    case 4:
      return { type: 'AssertBalance', accountId, balance: random.between(0, 5000), effectiveOn: anyDay(random) }
    default:
      return { type: 'RenameLedger', name: `Ledger ${random.between(1, 9)}` }
  }
}
