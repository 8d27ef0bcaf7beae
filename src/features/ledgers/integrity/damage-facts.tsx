/** What is wrong with a ledger and what still stands, in plain words, with what can be done about it. */
import type { VerifyReport } from '../../../application/ledger-api'
import { integrityMessages as messages } from '../../../locales/en/integrity'
import { dialogs } from '../../../stores/dialog-store'
import { Button } from '../../../ui/action/button'
import { formatCount } from '../../../ui/format/format-money'
import { EventFacts } from './event-facts'
import styles from './integrity.module.css'

type Damage = NonNullable<VerifyReport['damage']>

export function DamageFacts({ report, damage }: { readonly report: VerifyReport; readonly damage: Damage }) {
  const { event, sound, readable, fittingAfter } = damage
  return (
    <div className={styles.facts}>
      {event ? <EventFacts event={event} /> : <TableFacts damage={damage} />}
      {event && (
        <>
          <h3>{messages.stands}</h3>
          <ul>
            <li>{messages.sound(sound, formatCount(sound))}</li>
            {readable > sound && <li>{messages.readable(readable, formatCount(readable))}</li>}
            {fittingAfter > 0 && <li>{messages.fitting(fittingAfter, formatCount(fittingAfter))}</li>}
          </ul>
        </>
      )}
      <p>{event ? messages.advice : messages.adviceTables}</p>
      <div className={styles.actions}>
        <Button variant="main" onPress={() => dialogs.open({ kind: 'repair', rebuild: !event })}>
          {event ? messages.repairFrom : messages.rebuild}
        </Button>
        <Button onPress={() => dialogs.open({ kind: 'export' })}>{messages.exportSound}</Button>
      </div>
      <details>
        <summary>{messages.detail}</summary>
        {/* Names stored bytes, for whoever mends them; the check speaks one language. */}
        <p lang="en">{report.reason}</p>
      </details>
    </div>
  )
}

function TableFacts({ damage }: { readonly damage: Damage }) {
  const tables = [...new Set(damage.tables.map(({ table }) => table))]
  return (
    <>
      <p>{messages.tablesOnly}</p>
      <ul>
        {tables.map((table) => (
          <li key={table}>{messages.tables[table]}</li>
        ))}
      </ul>
    </>
  )
}
