/** The strip while two moments are compared: which, and the way out. B in the past is still the past. */
import { Columns2 } from 'lucide-react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { travel, useCursor } from '../../../stores/cursor-store'
import { useLedger } from '../../../stores/ledger-store'
import { stopComparing } from '../../../stores/moments/comparing'
import { momentOfText } from '../../../stores/moments/moment-text'
import type { PageQuery } from '../../../stores/view-store'
import { Button } from '../../../ui/action/button'
import { momentWords } from '../moment-words'
import styles from './comparing-words.module.css'

export function ComparingWords({ query }: { readonly query: PageQuery }) {
  // What a position is called follows the log.
  useLedger((ledger) => ledger.version)
  const b = useCursor((cursor) => cursor.moment)
  const a = momentOfText(query.a)
  const isNow = b === 'now'
  return (
    <>
      <Columns2 aria-hidden="true" />
      <b>{words.comparing}</b>
      {a !== undefined && (
        <span className={styles.words}>
          {words.withWords(momentWords(a, 'date'), isNow ? words.now : momentWords(b, 'date'))}
        </span>
      )}
      <span className={styles.end}>
        <Button variant="bare" size="small" onPress={stopComparing}>
          {words.close}
        </Button>
        {!isNow && (
          <Button variant="main" size="small" onPress={travel.now}>
            {words.returnToNow}
          </Button>
        )}
      </span>
    </>
  )
}
