/**
 * Which number is asked about, and how its entries are grouped. In words that stand in the URL:
 *
 *   account             the open account's balance
 *   change              how far it moved lately, or is from now
 *   row:1204            the balance of the history's row of event 1204
 *   total:EUR           the total of a currency; total:EUR/3 where a log has one with two exponents
 *   between:EUR         what lies between the two moments of the page that compares them, as `total`
 *   between:<id>        the same of one account
 *   transit:EUR         the money of a currency that is on its way
 *   of:<id>             an account's balance wherever it is shown
 *   opening, closing    of the statement that is shown; `in`, `out`: what came in and what went out in its period
 *   account:<id>        of another account, which is opened for it
 *
 * `of` and `total` may name a moment of their own: `@a`, the A of two that are compared; `@now`; `@1204`, after so many
 * events; `@2024-03-12`, that value date as the moment that is shown knows it; `@1204_2024-03-12`, both.
 */
import { create } from 'zustand'
import { show } from '../view-store'

export const GROUPINGS = ['kind', 'month', 'category'] as const
export type Grouping = (typeof GROUPINGS)[number]

export interface WhyState {
  readonly question: string | null
  readonly by: Grouping
  /** Rises when a person asks: an address that is followed takes no focus. */
  readonly asked: number
  /** The group whose entries were asked for: a category by name, or a type of events. */
  readonly group?: string | undefined
}

/** How far back a balance's change is told, in days. */
export const CHANGE_DAYS = 31

export const useWhy = create<WhyState>(() => ({ question: null, by: 'kind', asked: 0 }))

const OTHER_ACCOUNT = 'account:'

export const why = {
  ask(question: string): void {
    const other = question.startsWith(OTHER_ACCOUNT) ? question.slice(OTHER_ACCOUNT.length) : undefined
    if (other !== undefined) show.account(other)
    useWhy.setState(({ asked }) => ({
      question: other === undefined ? question : 'account',
      asked: asked + 1,
      group: undefined,
    }))
  },
  /** The entries of one group of it. */
  askGroup(question: string, by: 'kind' | 'category', group: string): void {
    useWhy.setState(({ asked }) => ({ question, by, group, asked: asked + 1 }))
  },
  /** Asked again, it is put away. */
  toggle(question: string): void {
    if (useWhy.getState().question === question) why.close()
    else why.ask(question)
  },
  close(): void {
    if (useWhy.getState().question !== null) useWhy.setState({ question: null })
  },
  groupBy(by: Grouping): void {
    useWhy.setState({ by })
  },
}

/** For the URL: `total:EUR.month`; kinds need not be said. null where nothing is asked. */
export function whyText({ question, by }: Pick<WhyState, 'question' | 'by'> = useWhy.getState()): string | null {
  return question === null || by === 'kind' ? question : `${question}.${by}`
}

export function setWhy(text: string | null): void {
  const [question, grouping] = (text ?? '').split('.')
  useWhy.setState({ question: question || null, by: GROUPINGS.find((each) => each === grouping) ?? 'kind' })
}
