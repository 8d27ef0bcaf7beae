/** Which file this is about, and what is known of it so far. */
import { File as FileIcon } from 'lucide-react'
import type { ImportReport } from '../../../application/ledger-api'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { Button } from '../../../ui/action/button'
import { fileSize } from '../../../ui/format/file-size'
import { formatInstant } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'
import styles from './import-dialog.module.css'

interface FileCardProps {
  readonly file: File
  readonly report?: ImportReport
  readonly onChange?: () => void
}

export function FileCard({ file, report, onChange }: FileCardProps) {
  const facts = [
    fileSize(file.size),
    ...(report === undefined
      ? []
      : [
          messages.fileFacts(formatCount(report.file.size)),
          ...(report.file.exportedAt === null
            ? []
            : [messages.exportedOn(formatInstant(report.file.exportedAt, 'date'))]),
          report.sealed ? messages.sealIntact : messages.unsealed,
        ]),
  ]
  return (
    <div className={styles.file}>
      <FileIcon aria-hidden="true" />
      <span className={styles.fileWords}>
        <b>{file.name}</b>
        <span className={styles.quiet}>{facts.join(' · ')}</span>
      </span>
      {onChange && (
        <Button size="small" onPress={onChange}>
          {messages.changeFile}
        </Button>
      )}
    </div>
  )
}
