/** Whether the cursor is on its way: in a drag or while it plays, what must be read from the log waits a little. */
import { useCursor } from '../cursor-store'

/** Two moves closer together than this are one way, milliseconds. */
const ONE_WAY = 120

let movedAt = Number.NEGATIVE_INFINITY
let movedBefore = Number.NEGATIVE_INFINITY

useCursor.subscribe((now, before) => {
  if (now.bound === before.bound) return
  movedBefore = movedAt
  movedAt = performance.now()
})

/** True from the second of several moves until it has rested a moment; a single step is no way. */
export function isOnItsWay(): boolean {
  return movedAt - movedBefore < ONE_WAY && performance.now() - movedAt < ONE_WAY
}
