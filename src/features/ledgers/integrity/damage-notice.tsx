/** Above every sheet of a damaged ledger: that it is, and the way to what can be done. */
import { OctagonX } from 'lucide-react'
import type { VerifyReport } from '../../../application/ledger-api'
import { integrityMessages as messages } from '../../../locales/en/integrity'
import { dialogs } from '../../../stores/dialog-store'
import { Button } from '../../../ui/action/button'
import { formatCount } from '../../../ui/format/format-money'
import styles from './integrity.module.css'

export function DamageNotice({ report }: { readonly report: VerifyReport }) {
  const { firstBadPosition } = report
  return (
    <section className={styles.notice} aria-label={messages.noticeTitle}>
      <OctagonX aria-hidden="true" />
      <div>
        <b>{messages.noticeTitle}</b>
        <p>
          {firstBadPosition === undefined ? messages.noticeTables : messages.noticeFrom(formatCount(firstBadPosition))}
        </p>
      </div>
      <Button size="small" onPress={() => dialogs.open({ kind: 'verify' })}>
        {messages.look}
      </Button>
    </section>
  )
}
