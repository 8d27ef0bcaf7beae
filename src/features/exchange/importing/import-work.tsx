/** What is being done with the file, step by step, and how far it is. */
import { Check, Circle, CircleDashed } from 'lucide-react'
import { exchangeMessages as messages } from '../../../locales/en/exchange'
import { fileSize } from '../../../ui/format/file-size'
import { WorkProgress } from '../work-progress'
import { FileCard } from './file-card'
import styles from './import-dialog.module.css'
import type { ImportStep } from './import-flow'

type Working = Extract<ImportStep, { kind: 'checking' | 'importing' }>

/** The phases that the work reports, in their order. */
const PHASES: readonly string[] = ['checking', 'comparing', 'writing']

export function ImportWork({ step }: { readonly step: Working }) {
  const { file, progress, kind } = step
  const importing = kind === 'importing'
  const phase = PHASES.indexOf(progress?.phase ?? '')
  const steps = [messages.stepChecking, messages.stepComparing, ...(importing ? [messages.stepWriting] : [])]
  const current = Math.max(0, phase)
  return (
    <>
      <FileCard file={file} />
      <ol className={styles.steps}>
        <li className={styles.ok}>
          <Check aria-hidden="true" />
          <span>{messages.stepOpened}</span>
          <span className={styles.stepFact}>{fileSize(file.size)}</span>
        </li>
        {steps.map((name, index) => (
          <li
            key={name}
            className={index < current ? styles.ok : index === current ? styles.now : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            {index < current ? (
              <Check aria-hidden="true" />
            ) : index === current ? (
              <CircleDashed aria-hidden="true" />
            ) : (
              <Circle aria-hidden="true" />
            )}
            <span>{name}</span>
          </li>
        ))}
      </ol>
      <WorkProgress label={steps[current] ?? messages.importLog} progress={progress} />
      <p className={styles.hint}>{importing ? messages.writingText : messages.nothingWritten}</p>
    </>
  )
}
