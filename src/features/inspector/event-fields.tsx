/** What the fields of an event mean, for who has never seen one: those that this event has, in the order they stand in. */
import { inspectorMessages as messages } from '../../locales/en/inspector'
import styles from './event-fields.module.css'

const { fields } = messages

interface EventFieldsProps {
  /** The event as it is shown. */
  readonly event: Readonly<Record<string, unknown>>
}

export function EventFields({ event }: EventFieldsProps) {
  const { metadata } = event
  const names = [
    ...Object.keys(event),
    ...(typeof metadata === 'object' && metadata !== null ? Object.keys(metadata) : []),
  ]
  const known = names.filter((name): name is keyof typeof fields => Object.hasOwn(fields, name))
  return (
    <details className={styles.fields}>
      <summary>{messages.fieldsTitle}</summary>
      <dl>
        {known.map((name) => (
          <div key={name}>
            <dt lang="en">{name}</dt>
            <dd>{fields[name]}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
