/** Which clock one travels on: two segments where there is room, a button with the same choice behind it on a phone. */
import { ChevronDown } from 'lucide-react'
import { lazy, memo, Suspense, useCallback, useRef, useState } from 'react'
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { type Clock, travel } from '../../stores/cursor-store'
import { Button } from '../../ui/action/button'
import { Segmented } from '../../ui/action/segmented'
import styles from './clock-choice.module.css'

const CLOCKS: readonly { readonly value: Clock; readonly label: string }[] = [
  { value: 'recorded', label: words.clocks.recorded },
  { value: 'effective', label: words.clocks.effective },
]

const loadPanel = () => import('../../ui/overlay/popover-panel')
const PopoverPanel = lazy(() => loadPanel().then((module) => ({ default: module.PopoverPanel })))

export const ClockChoice = memo(function ClockChoice({ clock }: { readonly clock: Clock }) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <Choice clock={clock} className={styles.desk ?? ''} />
      <Button
        ref={button}
        variant="bare"
        aria-label={words.clockIs(words.clocks[clock])}
        aria-haspopup="dialog"
        aria-expanded={open}
        className={styles.phone ?? ''}
        onPress={() => setOpen(!open)}
      >
        {words.clocks[clock]}
        <ChevronDown aria-hidden="true" />
      </Button>
      {open && (
        <Suspense fallback={null}>
          <PopoverPanel anchor={button} label={words.clock} placement="top" onClose={close}>
            <Choice clock={clock} className="" />
            <p className={styles.words}>{words.clockWords[clock]}</p>
          </PopoverPanel>
        </Suspense>
      )}
    </>
  )
})

function Choice({ clock, className }: { readonly clock: Clock; readonly className: string }) {
  return (
    <Segmented label={words.clock} value={clock} options={CLOCKS} onChange={travel.setClock} className={className} />
  )
}
