/** Chooses one log file, and says which it is. */
import { useRef } from 'react'
import { integrityMessages as messages } from '../../../locales/en/integrity'
import { Button } from '../../../ui/action/button'
import styles from './integrity.module.css'

interface LogFileFieldProps {
  readonly label: string
  readonly file: File | null
  readonly onFile: (file: File) => void
}

export function LogFileField({ label, file, onFile }: LogFileFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.file}>
      <b>{label}</b>
      {file && <span>{file.name}</span>}
      <input
        ref={input}
        type="file"
        aria-label={label}
        accept=".json,.gz,application/json,application/gzip"
        tabIndex={-1}
        onChange={(event) => {
          const [chosen] = event.target.files ?? []
          if (chosen) onFile(chosen)
        }}
      />
      <Button size="small" onPress={() => input.current?.click()}>
        {file ? messages.change : messages.choose}
      </Button>
    </div>
  )
}
