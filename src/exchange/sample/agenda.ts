/** What is going to be written down, in the order in which it will be. */
import { dateOfDay } from '../../domain/calendar'
import type { SeededRandom } from './seeded-random'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

interface Happening {
  /** Milliseconds since 1970. */
  readonly millis: number
  run(): void
}

export class Agenda {
  private readonly happenings: Happening[] = []
  private isUnderWay = false

  constructor(private readonly random: SeededRandom) {}

  /** Plans something for some minute of an hour (UTC) of a day; `run` gets the date. Also while the agenda is lived. */
  plan(day: number, hour: number, run: (date: string) => void): void {
    const millis = day * DAY_MS + hour * HOUR_MS + this.random.between(0, HOUR_MS - 1)
    const happening = { millis, run: () => run(dateOfDay(day)) }
    if (!this.isUnderWay) {
      this.happenings.push(happening)
      return
    }
    const at = this.happenings.findIndex((later) => later.millis > millis)
    this.happenings.splice(at < 0 ? this.happenings.length : at, 0, happening)
  }

  /** Everything up to a time, one after another; `setClock` hears of each. */
  live(until: number, setClock: (millis: number) => void): void {
    this.happenings.sort((left, right) => left.millis - right.millis)
    this.isUnderWay = true
    // What is planned on the way comes later than what plans it, so it is met in this same pass.
    for (const { millis, run } of this.happenings) {
      if (millis > until) break
      setClock(millis)
      run()
    }
  }
}
