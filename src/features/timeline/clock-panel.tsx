/** What is behind the clock's button on a phone: the choice, what it means, and playback, which has no button there. */
import type { ReactNode } from 'react'
import { playbackMessages } from '../../locales/en/timeline/playback'
import { timelineMessages as words } from '../../locales/en/timeline/timeline'
import type { ClockChoice } from '../../stores/cursor-store'
import { PopoverPanel, type PopoverPanelProps } from '../../ui/overlay/popover-panel'
import styles from './clock-choice.module.css'
import { PlaybackChoices } from './playback/playback-choices'

interface ClockPanelProps extends Pick<PopoverPanelProps, 'anchor' | 'onClose'> {
  readonly clock: ClockChoice
  /** The choice. */
  readonly children: ReactNode
}

export function ClockPanel({ anchor, onClose, clock, children }: ClockPanelProps) {
  return (
    <PopoverPanel anchor={anchor} label={words.clock} placement="top" onClose={onClose}>
      {children}
      <p className={styles.words}>{playbackMessages.clockWords[clock]}</p>
      <PlaybackChoices />
    </PopoverPanel>
  )
}
