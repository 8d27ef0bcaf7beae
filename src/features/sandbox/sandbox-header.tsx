/** Which sandbox this is, where it comes from, and what can be done with it as a whole. */
import { ArrowLeft, FlaskConical, Trash2, Upload } from 'lucide-react'
import type { Branch } from '../../application/sandbox/sandbox-api'
import { sandboxMessages as messages } from '../../locales/en/sandbox'
import { dialogs } from '../../stores/dialog-store'
import { Button } from '../../ui/action/button'
import { openBranch, openOriginal } from './open-branch'
import styles from './sandbox-page.module.css'

export function SandboxHeader({ branch, hasOriginal }: { readonly branch: Branch; readonly hasOriginal: boolean }) {
  const { id, name, origin, current } = branch
  const isChanged = origin.without.length + origin.moved.length > 0
  async function exportLog(): Promise<void> {
    if (current || (await openBranch(id, 'stay'))) dialogs.open({ kind: 'export' })
  }
  return (
    <header className={styles.header}>
      <p className={styles.eyebrow}>
        <FlaskConical aria-hidden="true" />
        {messages.sandbox}
      </p>
      <h1 className={styles.name}>{name}</h1>
      <p className={styles.facts}>
        {isChanged
          ? messages.changed(origin.name, origin.position)
          : messages.branchedFrom(origin.name, origin.position)}
        <span className={styles.quiet}> · {messages.seal(origin.rootHash)}</span>
      </p>
      {!hasOriginal && <p className={styles.problem}>{messages.originalGone(origin.name)}</p>}
      <div className={styles.actions}>
        {!current && (
          <Button icon={<FlaskConical />} onPress={() => void openBranch(id, 'accounts')}>
            {messages.openSandbox}
          </Button>
        )}
        {current && hasOriginal && (
          <Button icon={<ArrowLeft />} onPress={() => void openOriginal(origin.localId)}>
            <span>{messages.backTo(origin.name)}</span>
          </Button>
        )}
        <Button icon={<Upload />} onPress={() => void exportLog()}>
          {messages.exportLog}
        </Button>
        <Button icon={<Trash2 />} onPress={() => dialogs.open({ kind: 'discard-branch', localId: id })}>
          {messages.discard}
        </Button>
      </div>
    </header>
  )
}
