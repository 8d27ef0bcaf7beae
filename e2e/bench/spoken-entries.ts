/**
 * A search by the plainest means: all that each entry says, in one text, and a look at every one of them. What belongs
 * to an entry's text is what the README says can be searched; nothing of the product is used.
 */

interface SpokenEvent {
  readonly globalPosition: number
  readonly streamId: string
  readonly eventId: string
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
}

interface Entry {
  readonly position: number
  readonly streamId: string
  readonly words: Readonly<Record<string, string>>
  /** Position in `entries` of the entry that this one undoes. */
  readonly undoes?: number
  readonly counterpart?: string
  readonly date: string
  readonly effect: number
}

export interface Answer {
  readonly total: number
  /** Newest first. */
  readonly positions: readonly number[]
}

const WORDS = ['payee', 'memo', 'category', 'reason']

/** Without case, accents or width. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function wordsOf(data: Readonly<Record<string, unknown>>, known: Map<string, string>): Record<string, string> {
  const words: Record<string, string> = {}
  for (const field of WORDS) {
    const text = data[field]
    if (typeof text !== 'string' || text === '') continue
    // The same words come again and again: one string of each is enough.
    if (!known.has(text)) known.set(text, folded(text))
    words[field] = known.get(text) as string
  }
  return words
}

export class SpokenEntries {
  readonly #entries: Entry[] = []
  readonly #numbers = new Map<string, number>()
  readonly #names = new Map<string, string>()
  readonly #exponents = new Map<string, number>()
  /** Where money that comes back was meant to go, by transfer. */
  readonly #receivers = new Map<string, string>()
  readonly #known = new Map<string, string>()

  /** @param effect what the event does to its account's balance; undefined where it moves no money */
  take({ globalPosition, streamId, eventId, type, data }: SpokenEvent, effect: number | undefined): void {
    const text = (field: string) => (typeof data[field] === 'string' ? (data[field] as string) : undefined)
    if (type === 'AccountOpened') this.#exponents.set(streamId, Number(data.exponent))
    if (type === 'AccountOpened' || type === 'AccountRenamed') this.#names.set(streamId, folded(text('name') ?? ''))
    if (type === 'TransferInitiated') this.#receivers.set(streamId.replace('transfer-', ''), text('toAccountId') ?? '')
    if (type === 'EntryAnnotated') this.#correct(text('entryId') ?? '', wordsOf(data, this.#known), data)
    if (effect === undefined) return
    const undoes = type === 'EntryReversed' ? this.#numbers.get(text('entryId') ?? '') : undefined
    const returned = type === 'TransferReturned' ? this.#receivers.get(text('transferId') ?? '') : undefined
    const counterpart = text('toAccountId') ?? text('fromAccountId') ?? returned
    this.#numbers.set(eventId, this.#entries.length)
    this.#entries.push({
      position: globalPosition,
      streamId,
      words: wordsOf(data, this.#known),
      ...(undoes !== undefined && { undoes }),
      ...(counterpart !== undefined && { counterpart }),
      date: text('effectiveOn') ?? '',
      effect,
    })
  }

  /** Words that a correction leaves out stay; those it empties are gone. */
  #correct(entryId: string, words: Record<string, string>, data: Readonly<Record<string, unknown>>): void {
    const number = this.#numbers.get(entryId)
    const entry = number === undefined ? undefined : this.#entries[number]
    if (!entry || number === undefined) return
    const emptied = Object.fromEntries(WORDS.filter((field) => data[field] === '').map((field) => [field, '']))
    this.#entries[number] = { ...entry, words: { ...entry.words, ...words, ...emptied } }
  }

  #textOf({ streamId, words, undoes, counterpart, date, effect }: Entry): string {
    const exponent = this.#exponents.get(streamId) ?? 0
    const amount = (effect / 10 ** exponent).toFixed(exponent)
    const undone = undoes === undefined ? [] : Object.values(this.#entries[undoes]?.words ?? {})
    const name = counterpart === undefined ? '' : (this.#names.get(`account-${counterpart}`) ?? '')
    return [...Object.values(words), ...undone, name, date, amount].join('\n')
  }

  /** Entries of which every word of the text is somewhere in what they say. A text without a word finds nothing. */
  find(text: string, limit: number): Answer {
    const wanted = folded(text).split(/\s+/).filter(Boolean)
    const positions: number[] = []
    let total = 0
    if (wanted.length === 0) return { total, positions }
    for (let i = this.#entries.length - 1; i >= 0; i--) {
      const entry = this.#entries[i] as Entry
      const said = this.#textOf(entry)
      if (!wanted.every((word) => said.includes(word))) continue
      total++
      if (positions.length < limit) positions.push(entry.position)
    }
    return { total, positions }
  }
}
