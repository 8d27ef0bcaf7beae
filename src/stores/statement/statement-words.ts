/**
 * The words of every entry of a statement, which must all be there before it is printed: read in batches once the
 * cursor rests, and let go of where another statement is asked for or somebody says stop.
 */
import { useEffect, useRef, useState } from 'react'
import { cachedEntryWords, type EntryWords, readEntryWords } from '../entry-words'
import { cachedEvent } from '../ledger-store'
import type { AccountStatement, Statement } from './statement-reading'

/** Entries on paper at most: some two hundred sheets. */
export const MOST_PRINTED = 5_000
/** Entries read in one go; what is kept of events read lately holds several. */
const BATCH = 200
/** Ms without a change, so that a drag reads nothing. */
const RESTS_AFTER = 250

export interface PrintedWords extends EntryWords {
  /** What the bank or another program calls the entry; '' for nothing. */
  readonly reference: string
}

export interface StatementWords {
  readonly kind: 'reading' | 'read' | 'stopped' | 'too-many'
  /** Entries whose words are there. */
  readonly done: number
  /** By row, once all are read; undefined for an entry that cannot be read. */
  readonly words: readonly (PrintedWords | undefined)[]
  readonly stop: () => void
  readonly readOn: () => void
}

type Reading = Pick<StatementWords, 'kind' | 'done' | 'words'> & { readonly of: Statement }

const NO_WORDS: StatementWords['words'] = []

export function useStatementWords(account: AccountStatement): StatementWords {
  const { statement } = account
  const [reading, setReading] = useState<Reading>()
  const [attempt, setAttempt] = useState(0)
  const stopper = useRef<AbortController>(undefined)
  const fits = statement.length <= MOST_PRINTED
  // biome-ignore lint/correctness/useExhaustiveDependencies: a statement is one object as long as its moment and log are the same
  useEffect(() => {
    if (!fits) return
    const stop = new AbortController()
    stopper.current = stop
    const say = (now: Omit<Reading, 'of'>) => !stop.signal.aborted && setReading({ of: statement, ...now })
    const timer = setTimeout(() => {
      readAll(account, stop.signal, (done) => say({ kind: 'reading', done, words: NO_WORDS })).then((words) =>
        say({ kind: 'read', done: words.length, words }),
      )
    }, RESTS_AFTER)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [statement, fits, attempt])

  const own = reading?.of === statement ? reading : undefined
  return {
    kind: fits ? (own?.kind ?? 'reading') : 'too-many',
    done: own?.done ?? 0,
    words: own?.words ?? NO_WORDS,
    stop() {
      stopper.current?.abort()
      setReading({ of: statement, kind: 'stopped', done: own?.done ?? 0, words: NO_WORDS })
    },
    readOn() {
      setReading(undefined)
      setAttempt((count) => count + 1)
    },
  }
}

/** Never rejects: an entry that cannot be read is undefined, and the others are there. */
async function readAll(
  { timeline, bound, statement }: AccountStatement,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<StatementWords['words']> {
  const words: (PrintedWords | undefined)[] = []
  while (words.length < statement.length && !signal.aborted) {
    const count = Math.min(BATCH, statement.length - words.length)
    const positions = Array.from({ length: count }, (_, index) => statement.slot(words.length + index) + 1)
    await readEntryWords(timeline, positions, bound.position).catch(() => undefined)
    for (const position of positions) {
      const found = cachedEntryWords(timeline, position, bound.position)
      words.push(found && { ...found, reference: referenceOf(position) })
    }
    onProgress(words.length)
    // What was cached came at once: between batches the page has its turn.
    await new Promise((resolve) => setTimeout(resolve))
  }
  return words
}

function referenceOf(position: number): string {
  const reference = cachedEvent(position)?.data.externalId
  return typeof reference === 'string' ? reference : ''
}
