/** Begins, with the dialogs and so when the page is at rest, what makes an installed program of it. Shows nothing. */
import { useEffect } from 'react'
import { watchBackups } from '../keeping/watch-backups'
import { watchStorage } from '../keeping/watch-storage'
import { whenIdle } from '../when-idle'
import { keepOffline } from './keep-offline'
import { takeLaunchedFiles } from './launched-files'

/** Milliseconds. What one does first is not to share the machine with the keeping of files. */
const RESTS_AFTER = 3_000

export function OfflineHost() {
  useEffect(() => {
    takeLaunchedFiles()
    const stops = [watchStorage(), watchBackups()]
    const timer = setTimeout(() => whenIdle(() => void keepOffline()), RESTS_AFTER)
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [])
  return null
}
