/**
 * The way from an event to the root as a small picture: a line a step, each as wide as the log, on which lies what has
 * been joined so far and what is joined to it next.
 */
import { logMessages as messages } from '../../../../locales/en/event-log'
import type { InclusionProof } from '../../../../stores/event-log/event-proof'
import { formatCount } from '../../../../ui/format/format-money'
import styles from './event-seal.module.css'
import { type Span, spansOf } from './spans-of'

export function AuditPath({ proof, isNow }: { readonly proof: InclusionProof; readonly isNow: boolean }) {
  const spans = spansOf(proof)
  const { size } = proof
  return (
    <ol className={styles.path} aria-label={messages.path}>
      <li>
        <Bar size={size} own={spans[0] as Span} />
        <span>{messages.leaf}</span>
        <code>{proof.leaf}</code>
      </li>
      {proof.path.map(({ side, from, to, hash }, step) => (
        <li key={`${from} ${to}`}>
          <Bar size={size} own={spans[step] as Span} other={{ from, to }} />
          <span>{messages.step(messages.range(formatCount(from), formatCount(to)), messages.sides[side])}</span>
          <code>{hash}</code>
        </li>
      ))}
      <li>
        <Bar size={size} own={{ from: 1, to: size }} />
        <span>
          <b>{messages.root}</b>, {isNow ? messages.ofNow(formatCount(size)) : messages.ofThen(formatCount(size))}
        </span>
        <code>{proof.root}</code>
      </li>
    </ol>
  )
}

/** Of a thousand: the picture's width. */
const WIDTH = 1000
/** What would be too narrow to be seen. */
const NARROWEST = 14

function Bar({ size, own, other }: { readonly size: number; readonly own: Span; readonly other?: Span }) {
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" className={styles.bar}>
      <rect x="0" y="3" width={WIDTH} height="2" className={styles.all} />
      {other && <rect {...place(other, size)} y="1" height="6" className={styles.other} />}
      <rect {...place(own, size)} y="0" height="8" className={styles.own} />
    </svg>
  )
}

function place({ from, to }: Span, size: number): { readonly x: number; readonly width: number } {
  const width = Math.max(NARROWEST, ((to - from + 1) / size) * WIDTH)
  return { x: Math.min(WIDTH - width, ((from - 1) / size) * WIDTH), width }
}
