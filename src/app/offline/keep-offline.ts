/**
 * Registers the service worker once the page is at rest, and says when a new version is there. Nothing is reloaded that
 * nobody asked to: a tab goes on with the files it was opened from, whatever other tabs do.
 */

import { offlineMessages as words } from '../../locales/en/app/offline'
import { toast } from '../../stores/toast-store'
import type { OfflineRequest, PageAnswer } from '../../workers/offline/offline-protocol'
import { trustedScript } from '../../workers/start-worker'
import { workUnderWay } from './work-under-way'

const SCRIPT = '/service-worker.js'

/** A tab that stays open asks for a new version this often, milliseconds. */
const ASKS_AGAIN = 60 * 60_000

const tell = (worker: ServiceWorker | null, request: OfflineRequest) => worker?.postMessage(request)

export async function keepOffline(): Promise<void> {
  const { serviceWorker } = navigator
  // The sources that `npm run dev` serves are no build; without a secure context there is none.
  if (!import.meta.env.PROD || !serviceWorker) return
  let controlled = serviceWorker.controller !== null
  serviceWorker.addEventListener('message', ({ ports }) => ports[0]?.postMessage(firstScript()))
  serviceWorker.startMessages()
  // A browser that refuses keeps nothing offline; the app is as good as before.
  const registration = await serviceWorker.register(trustedScript(SCRIPT)).catch(() => undefined)
  if (!registration) return
  const offer = () => offerVersion(registration)
  const look = () => {
    // A page that no version answers for was loaded past it, and is the newest.
    if (registration.waiting && serviceWorker.controller) offer()
  }
  const follow = () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => installing.state === 'installed' && look())
  }
  registration.addEventListener('updatefound', follow)
  follow()
  look()
  // Another tab let the new version in.
  serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) offer()
    controlled = true
  })
  setInterval(() => void registration.update().catch(() => undefined), ASKS_AGAIN)
  tell((await serviceWorker.ready).active, { kind: 'tidy' })
}

function offerVersion(registration: ServiceWorkerRegistration): void {
  const run = () => {
    const reason = workUnderWay()
    if (reason === undefined) {
      takeVersion(registration)
      return
    }
    toast(words.notNow[reason], { tone: 'problem' })
    offerVersion(registration)
  }
  toast(words.newVersion, { stays: true, action: { label: words.reload, run } })
}

function takeVersion({ waiting }: ServiceWorkerRegistration): void {
  const reload = () => window.location.reload()
  if (!waiting) {
    reload()
    return
  }
  // Listened for where it has become the active one: other tabs may let it in at the same moment.
  waiting.addEventListener('statechange', () => waiting.state === 'activated' && reload())
  tell(waiting, { kind: 'take-over' })
}

/** Its name changes with anything that the page may load later: it says which version this is. */
function firstScript(): PageAnswer {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]')
  return script ? new URL(script.src).pathname : ''
}
