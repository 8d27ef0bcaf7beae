/** Events of every version that was ever released, as they lie in a database: read, they come to what files come to. */
import { expect, onTestFinished, test } from 'vitest'
import { makeDecisionState } from '../../domain/stream-state'
import { encodeBatch } from '../../event-log/batch-codec'
import { MemoryEventLog } from '../../event-log/memory-event-log'
import { importLog } from '../../exchange/log-import'
import { DexieEventLog } from '../../storage/dexie-event-log'
import { packFrontier } from '../../storage/ledger-database'
import { buildDatabase, LEDGER_SCHEMAS } from '../../storage/released/released-schemas'
import { newDatabaseName } from '../../storage/test-ledger'
import { rememberingDecision } from '../backend/remembering-decision'
import { RELEASED_LOGS, stateShown, VERSION_ZERO_ACCOUNT } from './released-logs'
import states from './states.json' with { type: 'json' }

const EXPECTED: Readonly<Record<string, unknown>> = states
const schema = LEDGER_SCHEMAS[0]

/** States are those of an older program, none: they are made from the events. */
async function rowsOf(text: string) {
  const log = new MemoryEventLog({ ledgerId: crypto.randomUUID(), name: 'Mine', decision: makeDecisionState() })
  await importLog({ log, source: new Blob([text]), options: { account: VERSION_ZERO_ACCOUNT } })
  const { frontier, ...head } = await log.head()
  const lines: string[] = []
  for await (const { bytes } of log.readBatches())
    lines.push(
      ...new TextDecoder()
        .decode(bytes)
        .split('\n')
        .filter(Boolean)
        .map((line) => line.slice(0, -1)),
    )
  const bytes = encodeBatch(lines)
  const facts = { key: 'head', frontier: packFrontier(frontier), commands: 0, bytes: bytes.length, stateVersion: -1 }
  return {
    batches: [{ batchId: 'one', bytes }],
    index: [{ first: 1, count: head.size, batchId: 'one', byteLength: bytes.length, frontier: new Uint8Array() }],
    head: [{ ...head, ...facts }],
  }
}

test.each(RELEASED_LOGS)(
  '[VS5] $name, read from a database, is what it was when it was released',
  async ({ name, text }) => {
    const databaseName = newDatabaseName()
    if (!schema) throw new Error('The first schema is kept for ever')
    await buildDatabase(databaseName, schema, await rowsOf(text))
    const log = await DexieEventLog.open({ databaseName, name: 'Another', decision: rememberingDecision() })
    onTestFinished(() => log.close())
    expect(await stateShown(log)).toEqual(EXPECTED[name])
  },
)
