/** What the strip says in a sandbox: its mark, always; at now, that nothing is real, and the way to compare. */
import { FlaskConical } from 'lucide-react'
import { layoutMessages as words } from '../../locales/en/app/layout'
import { useLedger } from '../../stores/ledger-store'
import { show } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import styles from './strip.module.css'

export function SandboxWords({ isNow }: { readonly isNow: boolean }) {
  const origin = useLedger((ledger) => ledger.branch?.name ?? '')
  return (
    <>
      <FlaskConical aria-hidden="true" />
      <b>{words.sandbox}</b>
      {isNow && (
        <>
          <span className={styles.words}>
            <span className={styles.desk}>{words.sandboxWords(origin)}</span>
          </span>
          <span className={styles.end}>
            <Button size="small" aria-label={words.compareSandbox} onPress={() => show.page('sandbox')}>
              {words.compareShort}
            </Button>
          </span>
        </>
      )}
    </>
  )
}
