/** The page's first lines: what takes longest is asked for before the rest of the program is even there. */
import '../ui/theme/fonts.css'
import '../ui/theme/tokens.css'
import '../ui/theme/base.css'
import '../ui/theme/frame.css'
import { readLastSnapshotEarly } from '../workers/worker-snapshot'

readLastSnapshotEarly()
void import('./main')
