/** Which projections there are, and how far each has come: live, in words. */
import { logMessages as messages } from '../../../locales/en/event-log'
import { type ProjectionStatus, useProjections } from '../../../stores/event-log/projection-status'
import { classNames } from '../../../ui/class-names'
import { formatInstant } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'
import styles from './event-log-chain.module.css'

export function ProjectionList() {
  const projections = useProjections()
  return (
    <dl className={styles.projections}>
      {projections.map((status) => (
        <div key={status.name} title={titleOf(status)}>
          <dt>{messages.projectionNames[status.name]}</dt>
          <dd
            className={classNames(status.lag === 0 && styles.whole)}
            data-projection={status.name}
            data-lag={status.lag}
          >
            {stateOf(status)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function stateOf({ position, lag, name }: ProjectionStatus): string {
  if (lag === 0) return messages.upToDate(formatCount(position))
  if (position === 0 && name !== 'timeline') return messages.notStored[name]
  return messages.behind(formatCount(position), lag, formatCount(lag))
}

function titleOf({ name, lag, caughtUpAt }: ProjectionStatus): string {
  const when = caughtUpAt === undefined ? '' : messages.caughtUp(formatInstant(caughtUpAt))
  return [lag === 0 ? '' : messages.behindHint[name], when].filter(Boolean).join(' ')
}
