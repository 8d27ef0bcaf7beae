/** What is said of an address that leads to something that is not here. It loads when there is something to say. */
import { linkMessages as words } from '../locales/en/app/links'
import { momentOfText } from '../stores/moments/moment-text'
import { toast } from '../stores/toast-store'
import { dateOrNone } from '../time-travel/statement/periods'

type Part = readonly [name: string, text: string]

/** `page`: dates in the words of a page, if there are any that are none; of anything else a page speaks itself. */
export type LinkProblem = 'elsewhere' | 'unknown' | 'moment' | 'page'

export function tellOfLink(problem: LinkProblem, query: URLSearchParams): void {
  const noDates = (...names: string[]) =>
    names.flatMap((name) => partsOf(query, name)).filter(([, text]) => dateOrNone(text) === undefined)
  if (problem === 'page') tell('date', noDates('from', 'to', 'date'))
  else if (problem === 'moment') {
    const noMoments = partsOf(query, 'at').filter(([, text]) => !isRecorded(text))
    tell('moment', [...noMoments, ...noDates('on')])
  } else toast(words[problem], { tone: 'problem' })
}

/** A date alone is no moment of recording: that is what `on` is for. */
function isRecorded(text: string): boolean {
  const moment = momentOfText(text)
  return moment !== undefined && (moment === 'now' || !('effectiveOn' in moment))
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
