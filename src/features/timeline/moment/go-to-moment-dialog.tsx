/** Typing a moment, read back in words before one goes there. On both clocks there are two fields, one a handle. */
import { useState } from 'react'
import { travel, useCursor } from '../../../stores/cursor-store'
import { dialogs, useDialog } from '../../../stores/dialog-store'
import { useLedger } from '../../../stores/ledger-store'
import type { Moment } from '../../../time-travel/moment'
import { Button } from '../../../ui/action/button'
import { TextField } from '../../../ui/field/text-field'
import { formatDate, localDate } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'
import { Dialog } from '../../../ui/overlay/dialog'
import { momentMessages as words } from './messages'
import { bothMoments, describeFault, describeTyped, everyValueDate, readMoment } from './typed-moment'

/** Renders while it is asked for. */
export function GoToMomentDialog() {
  const asked = useDialog(({ request }) => request?.kind === 'go-to-moment')
  const both = useCursor((cursor) => cursor.clock === 'both')
  if (!asked) return null
  return both ? <GoToBoth /> : <GoToOne />
}

function GoToOne() {
  const clock = useCursor((cursor) => cursor.clock)
  const size = useLedger((ledger) => ledger.size)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const read = readMoment(text, clock)
  const go = () => {
    setTried(true)
    if (read.ok) leave(read.moment)
  }
  return (
    <MomentDialog onSubmit={go}>
      <TextField
        label={words.moment}
        value={text}
        onChange={(next) => {
          setText(next)
          setTried(false)
        }}
        description={read.ok ? describeTyped(read) : words.help(formatDate(localDate()), `#${formatCount(size)}`)}
        error={tried && !read.ok ? describeFault(read.fault) : null}
      />
    </MomentDialog>
  )
}

function GoToBoth() {
  const current = useCursor((cursor) => cursor.moment)
  const [known, setKnown] = useState('')
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const knownRead = known.trim() === '' ? undefined : readMoment(known, 'recorded')
  const dayRead = day.trim() === '' ? undefined : readMoment(day, 'effective')
  // A time of day or an event is no value date.
  const isNoDay = dayRead !== undefined && !(dayRead.ok && (dayRead.moment === 'now' || dayRead.period))

  let moment: Moment = current
  if (knownRead?.ok) moment = bothMoments(knownRead.moment === 'now' ? { position: LAST } : knownRead.moment, moment)
  if (dayRead?.ok) moment = dayRead.moment === 'now' ? everyValueDate(moment) : bothMoments(dayRead.moment, moment)

  const go = () => {
    setTried(true)
    if (knownRead?.ok !== false && !isNoDay) leave(moment)
  }
  const changed = (set: (text: string) => void) => (next: string) => {
    set(next)
    setTried(false)
  }
  return (
    <MomentDialog onSubmit={go}>
      <TextField
        label={words.known}
        value={known}
        onChange={changed(setKnown)}
        description={knownRead?.ok ? describeTyped(knownRead) : words.helpKnown}
        error={tried && knownRead?.ok === false ? describeFault(knownRead.fault) : null}
      />
      <TextField
        label={words.valueDate}
        value={day}
        onChange={changed(setDay)}
        description={dayRead?.ok && !isNoDay ? describeTyped({ ...dayRead, moment }) : words.helpValueDate}
        error={tried && isNoDay ? words.faults.noDay(formatDate(localDate())) : null}
      />
    </MomentDialog>
  )
}

/** Beyond the head a position is the head: everything is known, and the value date stays. */
const LAST = Number.MAX_SAFE_INTEGER

function leave(moment: Moment): void {
  travel.to(moment)
  dialogs.close()
}

function MomentDialog({ onSubmit, children }: { readonly onSubmit: () => void; readonly children: React.ReactNode }) {
  return (
    <Dialog
      title={words.goTo}
      onClose={dialogs.close}
      onSubmit={onSubmit}
      footer={
        <>
          <Button onPress={dialogs.close}>{words.cancel}</Button>
          <Button variant="main" type="submit">
            {words.go}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
