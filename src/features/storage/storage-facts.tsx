/** Room used and free, what the browser promises, and what is in no file yet: beside the ledgers, and in "Verify". */
import { useEffect, useState } from 'react'
import { backupMessages } from '../../locales/en/backup'
import { storageMessages as messages } from '../../locales/en/storage'
import { dialogs } from '../../stores/dialog-store'
import { readPlan, usePlan } from '../../stores/keeping/backup-plan'
import { backupOf, notBackedUp, useBackups } from '../../stores/keeping/backups'
import { askToKeep, isShort, measureRoom, useStorageRoom } from '../../stores/keeping/storage-room'
import { useLedger } from '../../stores/ledger-store'
import { Button } from '../../ui/action/button'
import { fileSize } from '../../ui/format/file-size'
import { formatCount } from '../../ui/format/format-money'
import { faultWords, lastBackupWords } from './backup/backup-status'
import styles from './storage-facts.module.css'

export function StorageFacts() {
  const room = useStorageRoom()
  useEffect(() => {
    void measureRoom()
  }, [])
  const { used, free } = room
  return (
    <section aria-label={messages.title} className={styles.facts}>
      <p className={styles.line}>
        {used === undefined || free === undefined ? messages.unknown : messages.used(fileSize(used), fileSize(free))}
      </p>
      {isShort(room) && <p className={styles.short}>{messages.short}</p>}
      {room.promised !== undefined && <Promised promised={room.promised} />}
      <BackedUp />
      <Automatic />
      <p className={styles.line}>
        <Button size="small" onPress={() => dialogs.open({ kind: 'restore' })}>
          {backupMessages.restore}
        </Button>
      </p>
    </section>
  )
}

function Promised({ promised }: { readonly promised: boolean }) {
  const [refused, setRefused] = useState(false)
  const ask = () => void askToKeep().then((kept) => setRefused(!kept))
  return (
    <div className={styles.line}>
      <span role="status">{promised ? messages.promised : refused ? messages.refused : messages.notPromised}</span>
      {!promised && !refused && (
        <Button size="small" onPress={ask}>
          {messages.ask}
        </Button>
      )}
    </div>
  )
}

/** A sandbox is nothing to keep. */
function BackedUp() {
  const localId = useLedger((ledger) => ledger.localId)
  const size = useLedger((ledger) => ledger.size)
  const isSandbox = useLedger((ledger) => ledger.branch !== null)
  const backup = backupOf(
    useBackups(({ records }) => records),
    localId,
  )
  const count = notBackedUp(size, backup)
  if (isSandbox || size === 0) return null
  if (count === 0) return <p className={styles.line}>{messages.allBackedUp}</p>
  const words = backup.events === 0 ? messages.never : messages.notBackedUp
  return (
    <div className={styles.line}>
      <span>{words(count, formatCount(count))}</span>
      <Button size="small" onPress={() => dialogs.open({ kind: 'export' })}>
        {messages.backUp}
      </Button>
    </div>
  )
}

/** The automatic backup in a line; all of it has a dialog of its own. */
function Automatic() {
  const plan = usePlan()
  useEffect(() => {
    // What cannot be read is told when something is done about it.
    void readPlan().catch(() => undefined)
  }, [])
  const problem = plan && faultWords(plan)
  return (
    <div className={styles.line}>
      <span className={problem === undefined ? undefined : styles.short}>
        {problem ?? (plan ? lastBackupWords(plan, Date.now()) : backupMessages.off)}
      </span>
      <Button size="small" onPress={() => dialogs.open({ kind: 'backup' })}>
        {plan ? backupMessages.settings : backupMessages.setUp}
      </Button>
    </div>
  )
}
