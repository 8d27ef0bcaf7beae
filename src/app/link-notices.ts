/** What is said of an address that leads to something that is not here. It loads when there is something to say. */
import { linkMessages as words } from '../locales/en/app/links'
import { momentOfText } from '../stores/moments/moment-text'
import { toast } from '../stores/toast-store'
import { dateOrNone } from '../time-travel/statement/periods'

type Part = readonly [name: string, text: string]

export function tellOfLink(problem: 'elsewhere' | 'unknown'): void {
  toast(words[problem], { tone: 'problem' })
}

/** Of `at` and `on` that name no moment. */
export function tellOfMoment(query: URLSearchParams): void {
  tell('moment', [
    ...partsOf(query, 'at').filter(([, text]) => momentOfText(text) === undefined),
    ...partsOf(query, 'on').filter(([, text]) => dateOrNone(text) === undefined),
  ])
}

/** Of dates in the words of a page; what it says of anything else it says itself. */
export function tellOfPage(query: URLSearchParams): void {
  const dates = ['from', 'to', 'date'].flatMap((name) => partsOf(query, name))
  tell(
    'date',
    dates.filter(([, text]) => dateOrNone(text) === undefined),
  )
}

function partsOf(query: URLSearchParams, name: string): readonly Part[] {
  const text = query.get(name)
  return text ? [[name, text]] : []
}

function tell(kind: 'moment' | 'date', parts: readonly Part[]): void {
  if (parts.length === 0) return
  toast(words[kind](cut(parts.map((part) => part.join('=')).join('&'))), { tone: 'problem' })
}

/** What was pasted by mistake may be long. */
function cut(text: string): string {
  const letters = [...text]
  return letters.length > 32 ? `${letters.slice(0, 31).join('')}…` : text
}
