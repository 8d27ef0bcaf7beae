import { expect, test } from 'vitest'
import { bytesOfFrontier, EMPTY_FRONTIER, rootOf } from './merkle-tree'
import { event, logOf } from './proving/testing/proving-log'
import { frontierAt, rootAt } from './root-at'

const { log, roots } = logOf(
  [1, 2, 3, 4, 5].map((position) => event(position, 'memo')),
  [2],
)

test('the root at every position is that of the events up to it', async () => {
  for (let position = 0; position <= 5; position++) expect(await rootAt(log, position)).toBe(roots[position])
})

test('a position that the log has not is refused, and a log without the batch told of', async () => {
  for (const position of [-1, 6]) {
    const words = `The log has 5 events, so no root at ${position}.`
    await expect(frontierAt(log, position)).rejects.toThrow(new RangeError(words))
  }
  const empty = { ...log, readBatches: async function* () {} }
  await expect(frontierAt(empty, 2)).rejects.toThrow('No stored batch holds event 3 of 5.')
})

test('a frontier as bytes: its hashes behind one another', async () => {
  const frontier = await frontierAt(log, 3)
  const bytes = bytesOfFrontier(frontier)
  expect(frontier).toHaveLength(2)
  expect([...bytes]).toEqual(frontier.flatMap((hash) => [...hash]))
  expect(bytesOfFrontier(EMPTY_FRONTIER)).toHaveLength(0)
  expect(rootOf([bytes.slice(0, 32), bytes.slice(32)])).toBe(roots[3])
})
