/** The file's ledger is here already: what differs, and the way on. Nothing has been written. */
import { CircleCheck, GitFork } from 'lucide-react'
import type { BackupFile, SameLedger as Same } from '../../../application/backup/restore-log'
import { backupMessages as messages } from '../../../locales/en/backup'
import { dialogs } from '../../../stores/dialog-store'
import { describeError } from '../../../stores/dispatch'
import { restoring } from '../../../stores/keeping/restoring'
import { hindsight, useLedger } from '../../../stores/ledger-store'
import { toast } from '../../../stores/toast-store'
import { Button } from '../../../ui/action/button'
import { formatCount } from '../../../ui/format/format-money'
import styles from './restore-dialog.module.css'

interface SameLedgerProps {
  readonly backup: BackupFile
  readonly same: Same
}

export function SameLedger({ backup, same }: SameLedgerProps) {
  const { title, text } = differenceWords(backup, same)
  const { differs } = same
  return (
    <>
      <div className={styles.verdict} role="status">
        {differs.kind === 'parted' ? <GitFork aria-hidden="true" /> : <CircleCheck aria-hidden="true" />}
        <b>{title}</b>
        <p>{text}</p>
      </div>
      <div className={styles.buttons}>
        {differs.kind === 'has-all' && <OpenIt same={same} />}
        {differs.kind === 'behind' && (
          <Button variant="main" data-next="" onPress={() => void restoring.into(same, backup)}>
            {messages.catchUp(differs.behind, formatCount(differs.behind))}
          </Button>
        )}
        {differs.kind === 'parted' && (
          <Button variant="main" data-next="" onPress={() => void restoring.beside(backup)}>
            {messages.asNew}
          </Button>
        )}
      </div>
    </>
  )
}

function OpenIt({ same: { id } }: { readonly same: Same }) {
  const isOpen = useLedger((ledger) => ledger.localId === id)
  if (isOpen) return null
  const open = () =>
    hindsight()
      .openLedger(id)
      .then(dialogs.close, (error: unknown) => toast(describeError(error).message, { tone: 'problem' }))
  return (
    <Button variant="main" data-next="" onPress={() => void open()}>
      {messages.openIt}
    </Button>
  )
}

function differenceWords({ file }: BackupFile, { name, differs }: Same): { title: string; text: string } {
  switch (differs.kind) {
    case 'has-all': {
      const { more } = differs
      const text =
        more > 0
          ? messages.sameHasMore(name, file.name, more, formatCount(more))
          : messages.sameHasAllText(name, file.name)
      return { title: messages.sameHasAll, text }
    }
    case 'behind': {
      const { behind } = differs
      return { title: messages.behindTitle, text: messages.behindText(name, behind, formatCount(behind)) }
    }
    case 'parted': {
      const text = messages.partedText(
        name,
        formatCount(differs.common),
        formatCount(differs.here),
        formatCount(differs.file),
      )
      return { title: messages.partedTitle, text }
    }
  }
}
