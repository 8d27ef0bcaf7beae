/** Shows the speed; pressing it offers speed, pace and direction. */
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { timelineMessages as words } from '../../../locales/en/timeline/timeline'
import { useCursor } from '../../../stores/cursor-store'
import { Button } from '../../../ui/action/button'

const PlaybackPanel = lazy(() => import('./playback-panel').then((module) => ({ default: module.PlaybackPanel })))

export function PlaybackButton({ className }: { readonly className: string }) {
  const rate = useCursor((cursor) => cursor.rate)
  const back = useCursor((cursor) => cursor.direction < 0)
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <Button
        ref={button}
        variant="bare"
        aria-label={words.rate(rate, back)}
        aria-haspopup="dialog"
        aria-expanded={open}
        className={className}
        onPress={() => setOpen(!open)}
      >
        {back ? '−' : ''}
        {rate}×
      </Button>
      {open && (
        <Suspense fallback={null}>
          <PlaybackPanel anchor={button} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
