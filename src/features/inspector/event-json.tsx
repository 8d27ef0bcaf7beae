/** The event as JSON, indented and in quiet colours, ready to be copied. */
import { Check, Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { LedgerEvent } from '../../domain/events'
import { inspectorMessages as messages } from '../../locales/en/inspector'
import { toast } from '../../stores/toast-store'
import { Button } from '../../ui/action/button'
import styles from './event-dialog.module.css'
import { EventFields } from './event-fields'
import { jsonTokens } from './json-tokens'

/** The order in which a person reads it; what is stored is in canonical order. */
const FIRST = [
  'globalPosition',
  'streamId',
  'streamRevision',
  'eventId',
  'type',
  'schemaVersion',
  'recordedAt',
] as const

export function EventJson({ event }: { readonly event: LedgerEvent }) {
  const [copied, setCopied] = useState(false)
  const readable = useMemo(() => inReadingOrder(event), [event])
  const tokens = useMemo(() => jsonTokens(readable), [readable])
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(JSON.stringify(readable, null, 2))
      setCopied(true)
    } catch {
      toast(messages.copyFailed, { tone: 'problem' })
    }
  }
  return (
    <section className={styles.json} aria-label={messages.json}>
      <header>
        <b>{messages.json}</b>
        <Button variant="bare" size="small" icon={copied ? <Check /> : <Copy />} onPress={copy}>
          {copied ? messages.copied : messages.copy}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>
        {tokens.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place
          <span key={index} className={styles[kind]}>
            {text}
          </span>
        ))}
      </pre>
      <EventFields event={readable} />
    </section>
  )
}

function inReadingOrder(event: LedgerEvent): Readonly<Record<string, unknown>> {
  const { data, metadata, ...rest } = event
  const head = Object.fromEntries(FIRST.map((field) => [field, event[field]]))
  return { ...head, ...rest, data, metadata }
}
