/** The composition root: builds the application over this browser's storage and workers, and shows it. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { dexieBackend } from '../application/backend/dexie-backend'
import { LedgerApplication } from '../application/ledger-application'
import { layoutMessages } from '../locales/en/app/layout'
import { followLedger } from '../stores/cursor-store'
import { connectLedger } from '../stores/ledger-store'
import { usePreferences } from '../stores/preferences-store'
import { warmUpFormats } from '../ui/format/warm-up'
import { workerHeavyWork } from '../workers/worker-heavy-work'
import { readEarlySnapshot } from '../workers/worker-snapshot'
import { workerWordSearch } from '../workers/worker-word-search'
import { App } from './app'
import { browserEnvironment } from './browser-environment'
import { exposeConsoleApi } from './console-api'
import { ErrorBoundary } from './layout/error-boundary'
import { applyTheme } from './layout/use-appearance'
import { syncUrl } from './url-sync'
import { idle, prepareAhead } from './when-idle'

readEarlySnapshot()
const application = new LedgerApplication(
  __APP_VERSION__,
  dexieBackend(workerHeavyWork, workerWordSearch, layoutMessages.firstLedger, idle),
  browserEnvironment,
)
connectLedger(application)
followLedger()
prepareAhead(application.desk)
exposeConsoleApi(application)
// The ledger is being read beside the page meanwhile.
warmUpFormats()

// Frozen and cached pages miss the messages of other tabs.
const lookAgain = () => {
  if (document.visibilityState === 'visible') void application.desk.catchUp().catch(() => undefined)
}
document.addEventListener('visibilitychange', lookAgain)
window.addEventListener('pageshow', lookAgain)

// The URL names accounts and positions, which only the open ledger knows.
application.ready.then(syncUrl, () => undefined)

applyTheme(usePreferences.getState().theme)

/**
 * Most ledgers are open before one could read how far that is: until then the frame that index.html draws is enough, and
 * the screen is drawn once, with everything in it. Milliseconds.
 */
const DRAWN_WITHOUT_LEDGER_AFTER = 2_000
const soon = new Promise((resolve) => setTimeout(resolve, DRAWN_WITHOUT_LEDGER_AFTER))
void Promise.race([application.ready.catch(() => undefined), soon]).then(() => {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  )
})
