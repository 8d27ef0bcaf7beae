/** Which event of a damaged ledger is not as it was recorded, and what of it, as far as that can be told. */
import type { VerifyReport } from '../../../application/ledger-api'
import { damagedEventMessages as words } from '../../../locales/en/damaged-event'
import { integrityMessages as messages } from '../../../locales/en/integrity'
import { formatDate, formatInstant } from '../../../ui/format/format-date'
import { formatCount, formatMoney } from '../../../ui/format/format-money'

type EventFault = NonNullable<NonNullable<VerifyReport['damage']>['event']>
type NamedEvent = NonNullable<EventFault['named']>
type Difference = NamedEvent['differences'][number]

export function EventFacts({ event }: { readonly event: EventFault }) {
  const { named } = event
  if (!named) return <p>{faultWords(event)}</p>
  return (
    <>
      <div>
        <p>{words.named(formatCount(named.position))}</p>
        <ul>
          {named.differences.map((difference) => (
            <li key={difference.field}>{differenceWords(difference, named)}</li>
          ))}
        </ul>
      </div>
      <p>{faultWords(event)}</p>
    </>
  )
}

function faultWords({ code, first, last, breaks, recordedAt, named }: EventFault): string {
  const from = formatCount(first)
  const to = formatCount(last)
  if (code === 'seal' || (breaks !== undefined && first === last)) {
    if (first === last) return messages.changed(from)
    return named ? words.certain(from, to) : messages.changedAmong(from, to)
  }
  if (breaks !== undefined) return words.doesNotFollow(formatCount(breaks), from, to)
  const time = recordedAt === undefined ? '' : ` ${messages.recordedAt(formatInstant(recordedAt))}`
  return messages[code](from) + time
}

function differenceWords({ field, was, is }: Difference, { currency, exponent }: NamedEvent): string {
  const name = words.fields[field]
  const shown = valueWords(field, was, currency, exponent)
  const stored = valueWords(field, is, currency, exponent)
  if (shown === undefined || stored === undefined) return words.other(name)
  // A difference below the minute.
  return shown === stored ? words.was(name, String(was), String(is)) : words.was(name, shown, stored)
}

/** undefined for what says nothing to people, such as an id. */
function valueWords(
  field: Difference['field'],
  value: Difference['was'],
  currency: string | undefined,
  exponent: number | undefined,
): string | undefined {
  switch (field) {
    case 'amount':
    case 'balance':
    case 'overdraftLimit':
      if (value === null) return words.unlimited
      if (typeof value !== 'number' || exponent === undefined) return undefined
      return formatMoney(value, { exponent, currency })
    case 'effectiveOn':
    case 'openedOn':
      return typeof value === 'string' ? formatDate(value) : undefined
    case 'recordedAt':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? formatInstant(value) : undefined
    case 'name':
    case 'currency':
    case 'words':
      if (typeof value !== 'string') return undefined
      return value === '' ? words.nothing : words.quoted(value)
    case 'exponent':
      return typeof value === 'number' ? formatCount(value) : undefined
    default:
      return undefined
  }
}
