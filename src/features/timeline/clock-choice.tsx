/** Which clock one travels on: two segments where there is room, a button with the same choice behind it on a phone. */
import { ChevronDown } from 'lucide-react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { type Clock, travel } from '../../stores/cursor-store'
import { Segmented } from '../../ui/action/segmented'
import { TriggerButton } from '../../ui/action/trigger-button'
import styles from './clock-choice.module.css'
import { timelineMessages as words } from './messages'

const CLOCKS: readonly { readonly value: Clock; readonly label: string }[] = [
  { value: 'recorded', label: words.clocks.recorded },
  { value: 'effective', label: words.clocks.effective },
]

export function ClockChoice({ clock }: { readonly clock: Clock }) {
  return (
    <>
      <Choice clock={clock} className={styles.desk ?? ''} />
      <DialogTrigger>
        <TriggerButton variant="bare" label={words.clockIs(words.clocks[clock])} className={styles.phone ?? ''}>
          {words.clocks[clock]}
          <ChevronDown aria-hidden="true" />
        </TriggerButton>
        <Popover placement="top" offset={8} className={styles.popover ?? ''}>
          <Dialog aria-label={words.clock} className={styles.dialog ?? ''}>
            <Choice clock={clock} className="" />
            <p>{words.clockWords[clock]}</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  )
}

function Choice({ clock, className }: { readonly clock: Clock; readonly className: string }) {
  return (
    <Segmented label={words.clock} value={clock} options={CLOCKS} onChange={travel.setClock} className={className} />
  )
}
