/** The playback choices beside the button that opened them. Loaded when it is first asked for. */
import { playbackMessages as words } from '../../../locales/en/timeline/playback'
import { PopoverPanel, type PopoverPanelProps } from '../../../ui/overlay/popover-panel'
import { PlaybackChoices } from './playback-choices'

export function PlaybackPanel({ anchor, onClose }: Pick<PopoverPanelProps, 'anchor' | 'onClose'>) {
  return (
    <PopoverPanel anchor={anchor} label={words.title} placement="top" onClose={onClose}>
      <PlaybackChoices />
    </PopoverPanel>
  )
}
