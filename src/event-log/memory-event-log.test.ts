import { eventLogContract } from './contract/event-log-contract'
import { MemoryEventLog } from './memory-event-log'

eventLogContract('MemoryEventLog', async (options) => ({ log: new MemoryEventLog(options) }))
