/** Where a log file is chosen or dropped. */
import { FileInput } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { Button } from '../../../ui/action/button'
import { classNames } from '../../../ui/class-names'
import styles from './import-dialog.module.css'

export function FileChooser({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState('')
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const { files } = event.dataTransfer
    const [file] = files
    if (file === undefined) setProblem(messages.notAFile)
    else if (files.length > 1) setProblem(messages.severalFiles)
    else onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button does the same
    <div
      className={classNames(styles.drop, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileInput aria-hidden="true" />
      <input
        ref={input}
        type="file"
        aria-label={messages.logFile}
        accept=".json,.gz,application/json,application/gzip"
        className={styles.unseen}
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
        }}
      />
      <p className={styles.choose}>
        <Button variant="main" data-next onPress={() => input.current?.click()}>
          {messages.chooseFile}
        </Button>
        <span>{messages.dropHere}</span>
      </p>
      <p className={styles.hint}>{messages.dropHint}</p>
      {problem !== '' && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
