/** Judges imports: of a file's new events all are in the log, in its order, or none. */
import type { ImportReport } from '../../exchange/import-report'
import type { LogFile } from '../files'
import type { DiskJudge } from './disk-judge'
import { require } from './fault'

interface Brought {
  /** Imports of it whose end is not known, and may never be. */
  open: number
  isThere: boolean
  /** One of them has said so. */
  isTold: boolean
}

export class Imports {
  readonly #brought = new Map<LogFile, Brought>()

  constructor(private readonly disk: DiskJudge) {}

  get files(): readonly LogFile[] {
    return [...this.#brought.keys()]
  }

  /** Imports whose end is not known. */
  get openCount(): number {
    return [...this.#brought.values()].reduce((sum, { open }) => sum + open, 0)
  }

  begin(file: LogFile): void {
    const brought = this.#brought.get(file) ?? { open: 0, isThere: false, isTold: false }
    brought.open++
    this.#brought.set(file, brought)
  }

  /** After something was committed. */
  look(): void {
    for (const [file, brought] of this.#brought) {
      const places = file.newIds.flatMap((id) => this.disk.positionOf(id) ?? [])
      const first = places[0] ?? 0
      require(places.length === 0 || places.length === file.newIds.length, () => {
        return `Of a file ${places.length} of ${file.newIds.length} new events are there.`
      })
      require(!file.isDamaged || places.length === 0, () => 'A damaged file was taken over.')
      require(places.every((place, index) => place === first + index), () => `Its events stand at ${places.join()}.`)
      if (places.length > 0) {
        require(brought.open > 0 || brought.isThere, () => 'A file is there that nobody imports.')
        brought.isThere = true
      }
    }
  }

  succeed(file: LogFile, report: ImportReport): void {
    const brought = this.#of(file)
    require(!file.isDamaged, () => 'A damaged file was said to be imported.')
    require(file.newIds.length === 0 || brought.isThere, () => `A file was ${report.result}, and is not there.`)
    this.disk.acknowledged = Math.max(this.disk.acknowledged, brought.isThere ? report.size : 0)
    brought.isTold = true
    brought.open--
  }

  fail(file: LogFile): void {
    const brought = this.#of(file)
    brought.open--
    require(brought.open > 0 || !brought.isThere || brought.isTold, () => 'An import failed, and is there.')
  }

  #of(file: LogFile): Brought {
    const brought = this.#brought.get(file)
    if (!brought) throw new Error('No such file.')
    return brought
  }
}
