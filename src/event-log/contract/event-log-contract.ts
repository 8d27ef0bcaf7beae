/** The test suite that every implementation of the port passes; its rules stand in `event-log.ts`. */
import { describe } from 'vitest'
import type { MakeLog } from './contract-log'
import { readContract } from './read-contract'
import { stageContract } from './stage-contract'
import { subscribeContract } from './subscribe-contract'
import { transactContract } from './transact-contract'

export function eventLogContract(name: string, makeLog: MakeLog): void {
  describe(`${name} keeps the contract of the event log`, () => {
    transactContract(makeLog)
    readContract(makeLog)
    subscribeContract(makeLog)
    stageContract(makeLog)
  })
}
