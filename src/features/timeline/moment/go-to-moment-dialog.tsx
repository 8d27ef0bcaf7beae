/** Typing a moment, read back in words before one goes there. On both clocks there are two fields, one a handle. */
import { Bookmark } from 'lucide-react'
import { useEffect, useState } from 'react'
import { momentMessages as words } from '../../../locales/en/timeline/moment'
import { travel, useCursor } from '../../../stores/cursor-store'
import { dialogs, useDialog } from '../../../stores/dialog-store'
import { useLedger } from '../../../stores/ledger-store'
import { pinMoment } from '../../../stores/moments/comparing'
import type { Moment } from '../../../time-travel/moment'
import { Button } from '../../../ui/action/button'
import { LiveRegion } from '../../../ui/feedback/live-region'
import { TextField } from '../../../ui/field/text-field'
import { formatDate, localDate } from '../../../ui/format/format-date'
import { formatCount } from '../../../ui/format/format-money'
import { Dialog, DialogNote } from '../../../ui/overlay/dialog'
import {
  bothMoments,
  describeProblem,
  describeTyped,
  everythingKnown,
  everyValueDate,
  readMoment,
} from './typed-moment'

/** What a moment is asked for. */
interface Purpose {
  readonly title: string
  readonly verb: string
  readonly onMoment: (moment: Moment) => void
  /** Offers to keep the moment that is shown. */
  readonly keeps?: boolean
}

const PURPOSES: Readonly<Record<string, Purpose>> = {
  'go-to-moment': { title: words.goTo, verb: words.go, onMoment: travel.to, keeps: true },
  'pin-moment': { title: words.pin, verb: words.pinVerb, onMoment: pinMoment },
}

/** Renders while it is asked for. */
export function GoToMomentDialog() {
  const purpose = useDialog(({ request }) => PURPOSES[request?.kind ?? ''])
  const both = useCursor((cursor) => cursor.clock === 'both')
  if (!purpose) return null
  return both ? <AskBoth purpose={purpose} /> : <AskOne purpose={purpose} />
}

function AskOne({ purpose }: { readonly purpose: Purpose }) {
  const clock = useCursor((cursor) => cursor.clock)
  const size = useLedger((ledger) => ledger.size)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const rested = useRested(text)
  const read = readMoment(text, clock)
  const go = () => {
    setTried(true)
    if (read.ok) leave(purpose, read.moment)
  }
  // Half a word is no mistake: what is wrong is said when typing rests, or when one wants to go there.
  const problem = !read.ok && (tried || (rested && text.trim() !== '')) ? describeProblem(read) : null
  const where = read.ok ? describeTyped(read) : null
  return (
    <MomentDialog purpose={purpose} onSubmit={go} said={rested || tried ? (problem ?? where ?? '') : ''}>
      <TextField
        label={words.moment}
        value={text}
        onChange={(next) => {
          setText(next)
          setTried(false)
        }}
        description={where ?? words.help(formatDate(localDate()), `#${formatCount(size)}`)}
        error={problem}
      />
    </MomentDialog>
  )
}

function AskBoth({ purpose }: { readonly purpose: Purpose }) {
  const current = useCursor((cursor) => cursor.moment)
  const [known, setKnown] = useState('')
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const knownRead = known.trim() === '' ? undefined : readMoment(known, 'recorded')
  const dayRead = day.trim() === '' ? undefined : readMoment(day, 'effective')
  // A time of day or an event is no value date.
  const isNoDay = dayRead !== undefined && !(dayRead.ok && (dayRead.moment === 'now' || dayRead.period))

  let moment: Moment = current
  if (knownRead?.ok)
    moment = knownRead.moment === 'now' ? everythingKnown(moment) : bothMoments(knownRead.moment, moment)
  if (dayRead?.ok) moment = dayRead.moment === 'now' ? everyValueDate(moment) : bothMoments(dayRead.moment, moment)

  const go = () => {
    setTried(true)
    if (knownRead?.ok !== false && !isNoDay) leave(purpose, moment)
  }
  const rested = useRested(`${known}\n${day}`)
  const isSaid = (text: string) => tried || (rested && text.trim() !== '')
  const knownProblem = knownRead?.ok === false && isSaid(known) ? describeProblem(knownRead) : null
  const dayProblem = isNoDay && isSaid(day) ? describeProblem(dayRead.ok ? { fault: 'no-day' } : dayRead) : null
  const changed = (set: (text: string) => void) => (next: string) => {
    set(next)
    setTried(false)
  }
  return (
    <MomentDialog purpose={purpose} onSubmit={go} said={[knownProblem, dayProblem].filter(Boolean).join('. ')}>
      <TextField
        label={words.known}
        value={known}
        onChange={changed(setKnown)}
        description={knownRead?.ok ? describeTyped(knownRead) : words.helpKnown}
        error={knownProblem}
      />
      <TextField
        label={words.valueDate}
        value={day}
        onChange={changed(setDay)}
        description={dayRead?.ok && !isNoDay ? describeTyped({ ...dayRead, moment }) : words.helpValueDate}
        error={dayProblem}
      />
    </MomentDialog>
  )
}

function leave({ onMoment }: Purpose, moment: Moment): void {
  dialogs.close()
  onMoment(moment)
}

interface MomentDialogProps {
  readonly purpose: Purpose
  readonly onSubmit: () => void
  /** For screen readers: where it leads, or what is wrong. */
  readonly said: string
  readonly children: React.ReactNode
}

/** Milliseconds without a key. */
const REST = 700

/** Whether nothing was typed for a while. */
function useRested(text: string): boolean {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST)
    return () => clearTimeout(timer)
  }, [text])
  return rested === text
}

function MomentDialog({ purpose: { title, verb, keeps = false }, onSubmit, said, children }: MomentDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={dialogs.close}
      onSubmit={onSubmit}
      footer={
        <>
          {keeps && (
            <DialogNote>
              <Button variant="bare" icon={<Bookmark />} onPress={() => dialogs.open({ kind: 'bookmark' })}>
                {words.bookmark}
              </Button>
            </DialogNote>
          )}
          <Button onPress={dialogs.close}>{words.cancel}</Button>
          <Button variant="main" type="submit">
            {verb}
          </Button>
        </>
      }
    >
      {children}
      <LiveRegion>{said}</LiveRegion>
    </Dialog>
  )
}
