/**
 * How events of older versions become today's, by type: the first function makes version 2 of version 1, and so on. Today
 * there is one version of each. Whoever adds one adds its schema, and a released file of the old one, beside it.
 */
import type { Upcasters } from '../event-log/upcaster'

export const UPCASTERS: Upcasters = new Map()

/** The version that a type's `data` has today. */
export function newestVersion(type: string): number {
  return 1 + (UPCASTERS.get(type)?.length ?? 0)
}
