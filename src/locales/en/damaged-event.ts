/** Every word about which event was changed, and what of it. */
import { spoken } from '../spoken'

export const damagedEventMessages = spoken('damaged-event', {
  named: (position: string) => `Event ${position} differs from what was shown before:`,
  /** What is certain, beside the event that is named. */
  certain: (first: string, last: string) =>
    `Certain is that one of the events ${first} to ${last} was changed: their seal does not fit.`,
  doesNotFollow: (position: string, first: string, last: string) =>
    `Event ${position} no longer follows from those before it: one of the events ${first} to ${last} was changed.`,
  was: (field: string, was: string, is: string) => `${field}: was ${was}, now reads ${is}`,
  other: (field: string) => `${field}: another one`,
  quoted: (text: string) => `“${text}”`,
  unlimited: 'unlimited',
  nothing: 'empty',
  fields: {
    type: 'what it is',
    eventId: 'its id',
    streamId: 'the account or transfer it belongs to',
    recordedAt: 'when it was recorded',
    commandId: 'the command that recorded it',
    correlationId: 'what started it',
    amount: 'amount',
    effectiveOn: 'value date',
    transferId: 'the transfer it is a step of',
    entryId: 'the entry it speaks of',
    name: 'name',
    currency: 'currency',
    exponent: 'decimals of the currency',
    overdraftLimit: 'overdraft limit',
    openedOn: 'opened on',
    balance: 'balance',
    words: 'words, as they are searched',
    state: 'what follows from it for its account',
  },
})
