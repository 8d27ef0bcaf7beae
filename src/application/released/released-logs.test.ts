import { expect, test } from 'vitest'
import { CATEGORY_OF } from '../../domain/events'
import { newestVersion } from '../../domain/upcasters'
import { blob, emptyLog } from '../../exchange/fixtures/log-fixture'
import { importLog } from '../../exchange/log-import'
import { fixtureName, RELEASED_LOGS, stateShown, VERSION_ZERO_ACCOUNT } from './released-logs'
import states from './states.json' with { type: 'json' }

const EXPECTED: Readonly<Record<string, unknown>> = states

test('[VS5] there is a file for every version of every kind of event, and for version 0', () => {
  const names = RELEASED_LOGS.map(({ name }) => name)
  const wanted = Object.keys(CATEGORY_OF).flatMap((type) =>
    Array.from({ length: newestVersion(type) }, (_, index) => fixtureName(type, index + 1)),
  )
  expect(names).toEqual(expect.arrayContaining([...wanted, 'version.0']))
  expect(Object.keys(states).sort()).toEqual(names.sort())
})

test.each(RELEASED_LOGS)(
  '[VS5] $name, read from its file, is what it was when it was released',
  async ({ name, text }) => {
    const log = emptyLog()
    const account = name === 'version.0' ? { account: VERSION_ZERO_ACCOUNT } : {}
    const report = await importLog({ log, source: blob(text), options: account })
    expect(report.result).toBe('restored')
    expect(report.sealed).toBe(name !== 'version.0')
    expect(await stateShown(log)).toEqual(EXPECTED[name])
  },
)
