/** Accounts by what they are called now, as somebody types. */
import type { Timeline } from '../../projections/timeline'
import { accountNameAt } from '../account-reading'

/** As many as one looks through; more are found by typing on. */
const MOST = 30

export interface NamedAccount {
  readonly id: string
  /** Different from that of any other in the list: where two share a name, the end of the id tells them apart. */
  readonly name: string
}

export function accountsNamed(timeline: Timeline, text: string): readonly NamedAccount[] {
  const wanted = fold(text)
  const found: NamedAccount[] = []
  const taken = new Set<string>()
  for (const { id } of timeline.accounts) {
    if (found.length === MOST) break
    const own = accountNameAt(timeline, id, timeline.size) ?? id
    const name = taken.has(own) ? `${own} (${id.slice(-4)})` : own
    if (!fold(name).includes(wanted)) continue
    taken.add(name)
    found.push({ id, name })
  }
  return found
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
