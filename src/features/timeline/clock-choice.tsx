/** Which clock one travels on: three segments where there is room, a button with the same choice behind it on a phone. */
import { ChevronDown } from 'lucide-react'
import { lazy, memo, Suspense, useCallback, useRef, useState } from 'react'
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import { type ClockChoice as Chosen, travel } from '../../stores/cursor-store'
import { Button } from '../../ui/action/button'
import { Segmented } from '../../ui/action/segmented'
import styles from './clock-choice.module.css'

const CLOCKS: readonly { readonly value: Chosen; readonly label: string }[] = [
  { value: 'recorded', label: words.clocks.recorded },
  { value: 'effective', label: words.clocks.effective },
  { value: 'both', label: words.clocks.both },
]

const ClockPanel = lazy(() => import('./clock-panel').then((module) => ({ default: module.ClockPanel })))

export const ClockChoice = memo(function ClockChoice({ clock }: { readonly clock: Chosen }) {
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
          <ClockPanel anchor={button} clock={clock} onClose={close}>
            <Choice clock={clock} className="" />
          </ClockPanel>
        </Suspense>
      )}
    </>
  )
})

function Choice({ clock, className }: { readonly clock: Chosen; readonly className: string }) {
  return (
    <Segmented label={words.clock} value={clock} options={CLOCKS} onChange={travel.setClock} className={className} />
  )
}
