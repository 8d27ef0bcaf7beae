/** A figure of the comparison that opens its explanation, or stands alone where there is none. */
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { useAsked } from '../../../stores/explain/use-asked'
import { NumberButton } from '../../../ui/action/number-button'
import { formatMoney } from '../../../ui/format/format-money'
import styles from './compare-table.module.css'

export interface WhyFigureProps {
  /** Its words (stores/explain/why-store.ts); undefined where no entries make the number. */
  readonly question: string | undefined
  readonly minor: number
  readonly exponent: number
  /** Said with the figure where no column says it. */
  readonly currency?: string
  readonly signed?: boolean
}

export function WhyFigure({ question, minor, exponent, currency, signed = false }: WhyFigureProps) {
  const figure = formatMoney(minor, {
    exponent,
    sign: signed ? 'always' : 'auto',
    ...(currency === undefined ? {} : { currency }),
  })
  return question === undefined ? figure : <Asked question={question} figure={figure} />
}

function Asked({ question, figure }: { readonly question: string; readonly figure: string }) {
  const askable = useAsked(question)
  return (
    <NumberButton {...askable} label={words.why(figure)} className={styles.figure}>
      {figure}
    </NumberButton>
  )
}
