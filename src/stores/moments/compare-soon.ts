/** What strip, sidebar and keys need of comparing: the rest loads when it is first asked for. */
import type { PageQuery, View } from '../view-store'

/** The query of the page while it is shown. */
export function comparingQuery(view: View): PageQuery | undefined {
  return view.kind === 'page' && view.page === 'compare' ? view.query : undefined
}

/** From the past: with now. At now: with a moment to be chosen. On the page: A goes to where B stands. */
export async function compareFromHere(): Promise<void> {
  const { pinHere } = await import('./comparing')
  pinHere()
}
