/** Why a number is what it is. It pushes the sheet aside rather than covering it, so that the number stays in sight. */
import { Check, Link, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { whyMessages as messages } from '../../locales/en/why'
import { useCursor } from '../../stores/cursor-store'
import { useDialog } from '../../stores/dialog-store'
import { useCategories } from '../../stores/explain/use-categories'
import { groupingsOf, useAskedNumber, useExplained } from '../../stores/explain/use-explained'
import { useWhy, why } from '../../stores/explain/why-store'
import { useLedger } from '../../stores/ledger-store'
import { toast } from '../../stores/toast-store'
import { queryOfPage, useView, type View } from '../../stores/view-store'
import { Button } from '../../ui/action/button'
import { EmptyState } from '../../ui/feedback/empty-state'
import { isTyping } from '../../ui/is-typing'
import { ExplanationBody } from './explanation-body'
import { figureWords } from './number-words'
import styles from './why-panel.module.css'

export function WhyPanel() {
  const by = useWhy((state) => state.by)
  const isNow = useCursor((cursor) => cursor.isNow)
  const asked = useAskedNumber()
  const grouping = asked && !groupingsOf(asked).includes(by) ? 'kind' : by
  const categories = useCategories(asked, grouping === 'category')
  const explained = useExplained(asked, grouping, categories.index, categories.read)
  const title = useRef<HTMLHeadingElement>(null)
  useFocus(title)
  useEscape()
  useFollowedView()
  const isShown = explained?.minor !== undefined
  return (
    <section className={styles.panel} aria-labelledby="why-title" data-beside="">
      <header className={styles.header}>
        <h2 ref={title} id="why-title" tabIndex={-1}>
          {isShown ? messages.title(figureWords(explained, isNow)) : messages.titleUnknown}
        </h2>
        <CopyLink />
        <Button variant="bare" label={messages.close} icon={<X />} onPress={why.close} />
      </header>
      {isShown ? (
        <ExplanationBody explained={explained} by={grouping} categories={categories} />
      ) : (
        <div className={styles.body}>
          <EmptyState
            title={explained ? messages.notThere[asked?.kind === 'between' ? 'between' : 'row'] : messages.unknown}
          >
            {explained && (asked?.kind === 'between' ? messages.notBetweenHint : messages.notShownHint)}
          </EmptyState>
        </div>
      )}
    </section>
  )
}

function CopyLink() {
  const [copied, setCopied] = useState('')
  const question = useWhy((state) => state.question)
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setCopied(question ?? '')
    } catch {
      toast(messages.copyFailed, { tone: 'problem' })
    }
  }
  const isCopied = copied !== '' && copied === question
  return (
    <Button variant="bare" size="small" icon={isCopied ? <Check /> : <Link />} onPress={() => void copy()}>
      {isCopied ? messages.copied : messages.copyLink}
    </Button>
  )
}

/** Whoever asks is led to the answer, and back to the figure when it is put away. */
function useFocus(title: React.RefObject<HTMLElement | null>): void {
  const asked = useWhy((state) => state.asked)
  const from = useRef<{ asked: number; element: Element | null; question: string | null }>({
    asked: 0,
    element: null,
    question: null,
  })
  useEffect(() => {
    if (asked === 0 || asked === from.current.asked) return
    const { activeElement } = document
    // Asked from within, as by a key: the figure that was asked about first is still where one came from.
    const isInside = title.current?.closest('section')?.contains(activeElement) ?? false
    const element = isInside ? from.current.element : activeElement
    from.current = { asked, element, question: useWhy.getState().question }
    title.current?.focus({ preventScroll: true })
  }, [asked, title])
  useEffect(
    () => () => {
      const { element, question } = from.current
      if (document.activeElement !== document.body && document.activeElement !== null) return
      const isThere = element instanceof HTMLElement && element.isConnected && element !== document.body
      const figure = isThere ? element : document.querySelector<HTMLElement>(`[data-why="${question}"]`)
      figure?.focus({ preventScroll: true })
    },
    [],
  )
}

function useEscape(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (useDialog.getState().request !== null || isTyping(event.target)) return
      event.preventDefault()
      why.close()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Another account has another balance, which is then explained; what was shown on another page, or ledger, ends it. */
function useFollowedView(): void {
  useEffect(() => {
    const stopView = useView.subscribe(({ view }, before) => {
      const { question } = useWhy.getState()
      if (view !== before.view && question !== null && !outlives(question, before.view, view)) why.close()
    })
    const stopLedger = useLedger.subscribe((now, before) => {
      if (now.localId !== before.localId) why.close()
    })
    return () => {
      stopView()
      stopLedger()
    }
  }, [])
}

const OF_LEDGER = /^(total|transit):[^@]*$/
const OF_COMPARISON = /^between:|@a$/
const OF_PERIOD = /^(opening|closing|in|out)$/

function outlives(question: string, before: View, view: View): boolean {
  if (OF_LEDGER.test(question)) return true
  if (OF_COMPARISON.test(question)) return queryOfPage(view, 'compare') !== undefined
  if (OF_PERIOD.test(question)) return queryOfPage(view, 'statement') !== undefined
  // Shown by a page in whatever it shows next.
  if (/^(of|total):/.test(question)) return pageOf(view) === pageOf(before)
  return view.kind === 'account' && !question.startsWith('row:')
}

function pageOf(view: View): string {
  return view.kind === 'page' ? view.page : view.kind
}
