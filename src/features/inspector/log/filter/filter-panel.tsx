/** The parts of a filter, each a field; all of them must hold. */
import { useState } from 'react'
import type { EventType } from '../../../../domain/events'
import { logMessages as messages } from '../../../../locales/en/event-log'
import { accountNameAt } from '../../../../stores/account-reading'
import type { EventLogQuery } from '../../../../stores/event-log/event-log-query'
import { useLedger } from '../../../../stores/ledger-store'
import { accountsNamed } from '../../../../stores/search/accounts-named'
import { prepareSearch } from '../../../../stores/search/prepare-search'
import { ComboBox } from '../../../../ui/field/combo-box'
import { DateField } from '../../../../ui/field/date-field'
import { Select } from '../../../../ui/field/select'
import { TextField } from '../../../../ui/field/text-field'
import styles from './filter.module.css'

export interface FilterPanelProps {
  readonly query: EventLogQuery
  readonly onChange: (part: Partial<EventLogQuery>) => void
}

const SEVERAL = 'several'

const TYPE_GROUPS: readonly { readonly label: string; readonly types: readonly EventType[] }[] = [
  {
    label: messages.typeGroups.money,
    types: ['Deposited', 'Withdrawn', 'TransferSent', 'TransferReceived', 'TransferReturned', 'EntryReversed'],
  },
  {
    label: messages.typeGroups.account,
    types: [
      'AccountOpened',
      'AccountRenamed',
      'OverdraftLimitChanged',
      'AccountClosed',
      'AccountReopened',
      'EntryAnnotated',
      'BalanceAsserted',
    ],
  },
  { label: messages.typeGroups.transfer, types: ['TransferInitiated', 'TransferCompleted', 'TransferFailed'] },
  { label: messages.typeGroups.ledger, types: ['LedgerRenamed'] },
]

export function FilterPanel({ query, onChange }: FilterPanelProps) {
  return (
    <section id="event-log-filter" aria-label={messages.filterPanel} className={styles.panel} onFocus={prepareSearch}>
      <TypeField query={query} onChange={onChange} />
      <AccountField query={query} onChange={onChange} />
      <TextField
        label={messages.category}
        description={messages.categoryHint}
        value={query.category}
        onChange={(category) => onChange({ category })}
      />
      <TextField
        label={messages.stream}
        description={messages.streamHint}
        value={query.streamId}
        onChange={(streamId) => onChange({ streamId })}
      />
      <DateField
        label={messages.from}
        value={query.from === '' ? null : query.from}
        onChange={(from) => onChange({ from: from ?? '' })}
      />
      <DateField
        label={messages.to}
        value={query.to === '' ? null : query.to}
        onChange={(to) => onChange({ to: to ?? '' })}
      />
      <Select
        label={messages.dates}
        value={query.dates}
        onChange={(dates) => onChange({ dates: dates === 'effective' ? 'effective' : 'recorded' })}
        options={[
          { value: 'recorded', label: messages.datesRecorded },
          { value: 'effective', label: messages.datesEffective },
        ]}
      />
      <TextField
        label={messages.command}
        description={messages.commandHint}
        value={query.correlationId}
        onChange={(correlationId) => onChange({ correlationId })}
      />
    </section>
  )
}

function TypeField({ query, onChange }: FilterPanelProps) {
  const { types } = query
  return (
    <Select
      label={messages.type}
      value={types.length > 1 ? SEVERAL : (types[0] ?? '')}
      onChange={(type) => onChange({ types: type === '' || type === SEVERAL ? [] : [type] })}
      options={[
        { value: '', label: messages.allTypes },
        ...(types.length > 1 ? [{ value: SEVERAL, label: messages.severalTypes(types.length) }] : []),
        ...TYPE_GROUPS.map((group) => ({
          label: group.label,
          options: group.types.map((type) => ({ value: type, label: type })),
        })),
      ]}
    />
  )
}

/** Thousands of accounts are found by typing: a few fitting ones are offered, one that is meant filters. */
function AccountField({ query, onChange }: FilterPanelProps) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const [typed, setTyped] = useState<string>()
  const chosen =
    query.accountId === '' ? '' : (accountNameAt(timeline, query.accountId, timeline.size) ?? query.accountId)
  const text = typed ?? chosen
  const fitting = accountsNamed(timeline, text)
  const unknown = typed !== undefined && typed.trim() !== '' && fitting.length === 0
  return (
    <ComboBox
      label={messages.account}
      description={messages.accountHint}
      error={unknown ? messages.noAccount : null}
      value={text}
      suggestions={fitting.map(({ name }) => name)}
      onChange={(name) => {
        setTyped(name)
        const meant = accountsNamed(timeline, name).find((account) => account.name === name)
        if (meant?.id !== query.accountId) onChange({ accountId: meant?.id ?? '' })
      }}
    />
  )
}
