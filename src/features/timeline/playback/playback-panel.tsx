/** The playback choices beside the button that opened them. Loaded when it is first asked for. */
import { PopoverPanel, type PopoverPanelProps } from '../../../ui/overlay/popover-panel'
import { playbackMessages as words } from './messages'
import { PlaybackChoices } from './playback-choices'

export function PlaybackPanel({ anchor, onClose }: Pick<PopoverPanelProps, 'anchor' | 'onClose'>) {
  return (
    <PopoverPanel anchor={anchor} label={words.title} placement="top" onClose={onClose}>
      <PlaybackChoices />
    </PopoverPanel>
  )
}
