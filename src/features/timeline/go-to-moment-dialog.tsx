/** Typing a moment: a date, a date and time, or an event's number, read back in words before one goes there. */
import { useState } from 'react'
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { userLocale } from '../../locales/user-locale'
import { travel, useCursor } from '../../stores/cursor-store'
import { dialogs, useDialog } from '../../stores/dialog-store'
import { useLedger } from '../../stores/ledger-store'
import { boundOf } from '../../stores/time-track'
import { Button } from '../../ui/action/button'
import { TextField } from '../../ui/field/text-field'
import { formatDate, localDate } from '../../ui/format/format-date'
import { Dialog } from '../../ui/overlay/dialog'
import { describeMoment } from './describe-moment'
import { type MomentFault, type ParsedMoment, parseMomentText } from './moment/parse-moment-text'

/** Renders while it is asked for. */
export function GoToMomentDialog() {
  const asked = useDialog(({ request }) => request?.kind === 'go-to-moment')
  return asked ? <GoToMoment /> : null
}

function GoToMoment() {
  const clock = useCursor((cursor) => cursor.clock)
  const size = useLedger((ledger) => ledger.size)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const parsed = parseMomentText(text, { clock, size, locale: userLocale(), today: localDate() })

  function go(): void {
    setTried(true)
    if (!parsed.ok) return
    travel.to(parsed.moment)
    dialogs.close()
  }

  return (
    <Dialog
      title={words.goTo}
      onClose={dialogs.close}
      onSubmit={go}
      footer={
        <>
          <Button onPress={dialogs.close}>{words.cancel}</Button>
          <Button variant="main" type="submit">
            {words.go}
          </Button>
        </>
      }
    >
      <TextField
        label={words.moment}
        value={text}
        onChange={(next) => {
          setText(next)
          setTried(false)
        }}
        description={parsed.ok ? preview(parsed, size) : words.momentHelp}
        error={tried && !parsed.ok ? describeFault(parsed.fault, size) : null}
      />
    </Dialog>
  )
}

function preview(parsed: ParsedMoment & { readonly ok: true }, size: number): string {
  if (parsed.moment === 'now') return words.now
  const bound = boundOf(parsed.moment)
  const when = describeMoment(parsed.moment, bound, size, 'date-with-weekday')
  return `${when} · ${bound.position === 0 ? words.beforeFirst : words.eventOf(bound.position, size)}`
}

function describeFault(fault: MomentFault, size: number): string {
  switch (fault) {
    case 'empty':
      return words.faults.empty
    case 'no-such-event':
      return words.faults.noSuchEvent(size)
    case 'no-such-time':
      return words.faults.noSuchTime
    case 'unread':
      return words.faults.unread(formatDate(localDate()))
  }
}
