/** The page's first lines: what takes longest is asked for before the rest of the program is even there. */
import '../ui/theme/fonts.css'
import '../ui/theme/tokens.css'
import '../ui/theme/base.css'
import '../ui/theme/frame.css'
import { settleLanguage } from '../locales/settle-language'
import { startLastSnapshotEarly } from '../workers/early-snapshot'

startLastSnapshotEarly()
// Words are plain objects, read with the modules that show them: their language comes before those.
void settleLanguage().then(() => import('./main'))
