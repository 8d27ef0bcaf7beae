/** A difference as a bar from a middle line: to the right and filled where it rose, to the left and hollow where it fell. */
import styles from './compare-table.module.css'

const WIDTH = 128
const HALF = WIDTH / 2

/** @param share of the largest difference, −1 to 1 */
export function DifferenceBar({ share }: { readonly share: number }) {
  const width = Math.max(share === 0 ? 0 : 1, Math.abs(share) * (HALF - 4))
  return (
    <svg className={styles.bar} viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true">
      {share > 0 && <rect className={styles.rise} x={HALF} y="2" width={width} height="8" />}
      {share < 0 && <rect className={styles.fall} x={HALF - width} y="2.5" width={width} height="7" />}
      <path className={styles.zero} d={`M${HALF} 0v12`} />
    </svg>
  )
}
