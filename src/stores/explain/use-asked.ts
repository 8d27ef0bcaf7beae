/** What makes a figure one that can be asked about, for the button that shows it. */
import { useWhy, why } from './why-store'

export interface Askable {
  readonly 'data-why': string
  readonly asked: boolean
  readonly onPress: () => void
}

/** @param question its words (why-store.ts) */
export function useAsked(question: string): Askable {
  const asked = useWhy((state) => state.question === question)
  return { 'data-why': question, asked, onPress: () => why.toggle(question) }
}
