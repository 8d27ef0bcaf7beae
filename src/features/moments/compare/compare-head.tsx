/** The page's title, and what can be done with the comparison as a whole. */
import { ArrowLeftRight, Download, Link2, Printer } from 'lucide-react'
import { useRef, useState } from 'react'
import { compareMessages as words } from '../../../locales/en/moments/compare'
import { useCursor } from '../../../stores/cursor-store'
import { describeError } from '../../../stores/dispatch'
import { useLedger } from '../../../stores/ledger-store'
import { comparisonBlob } from '../../../stores/moments/compare-moments'
import { swapMoments } from '../../../stores/moments/comparing'
import { textOfMoment } from '../../../stores/moments/moment-text'
import { toast } from '../../../stores/toast-store'
import type { PageQuery } from '../../../stores/view-store'
import type { Moment } from '../../../time-travel/moment'
import { Button } from '../../../ui/action/button'
import { formatCount } from '../../../ui/format/format-money'
import { saveFile } from '../../../ui/save-file'
import { copyLink } from '../copy-link'
import styles from './compare-page.module.css'

export function CompareHead({ a, query }: { readonly a: Moment; readonly query: PageQuery }) {
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{words.title}</h1>
      <div className={styles.actions}>
        <Button variant="bare" icon={<ArrowLeftRight />} onPress={() => swapMoments(query)}>
          <span>{words.swap}</span>
        </Button>
        <Button variant="bare" icon={<Link2 />} onPress={() => void copyLink()}>
          <span>{words.copyLink}</span>
        </Button>
        <Button variant="bare" icon={<Printer />} onPress={() => window.print()}>
          <span>{words.print}</span>
        </Button>
        <ExportButton a={a} accountId={query.of} />
      </div>
    </header>
  )
}

function ExportButton({ a, accountId }: { readonly a: Moment; readonly accountId: string | undefined }) {
  const [written, setWritten] = useState<{ readonly done: number; readonly total: number }>()
  const stop = useRef<AbortController>(undefined)
  async function save(): Promise<void> {
    const { moment } = useCursor.getState()
    stop.current = new AbortController()
    setWritten({ done: 0, total: 0 })
    try {
      const { signal } = stop.current
      const onProgress = ({ done, total = done }: { done: number; total?: number }) => setWritten({ done, total })
      const file = await comparisonBlob(a, moment, accountId, { signal, onProgress })
      const name = fileName(useLedger.getState().name, a, moment)
      saveFile(file, name)
      toast(words.exported(name))
    } catch (error) {
      if (!stop.current.signal.aborted) toast(describeError(error).message, { tone: 'problem' })
    } finally {
      setWritten(undefined)
    }
  }
  if (written === undefined) {
    return (
      <Button variant="bare" icon={<Download />} onPress={() => void save()}>
        <span>{words.exportJson}</span>
      </Button>
    )
  }
  return (
    <>
      <span role="status" className={styles.writing}>
        {words.exporting(formatCount(written.done), formatCount(written.total))}
      </span>
      <Button onPress={() => stop.current?.abort()}>{words.cancel}</Button>
    </>
  )
}

/** Safe on every file system. */
function fileName(ledger: string, a: Moment, b: Moment): string {
  const safe = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
  // No function of words: those are for the screen.
  return `${safe(ledger) || 'ledger'}-${safe(textOfMoment(a))}-${words.fileTo}-${safe(textOfMoment(b))}.json`
}
