import { expect, test } from 'vitest'
import { announceFile, type FileNotice, hearOfFiles } from './file-notice'
import { answerIn, requestIn } from './offline/offline-protocol'

const FOREIGN: readonly unknown[] = [
  null,
  undefined,
  7,
  'take-over ',
  [],
  {},
  { kind: 'TAKE-OVER' },
  { kind: { toString: 'take-over' } },
  { localId: 'a' },
  { localId: 'a', events: -1 },
  { localId: 'a', events: 1.5 },
  { localId: 'a', events: '7' },
  { localId: { toString: 1 }, events: 7 },
  JSON.parse('{"__proto__":{"kind":"tidy"}}'),
]

test('[TR2] what is no word of ours asks nothing of the service worker, and is no answer', () => {
  expect(FOREIGN.map(requestIn)).toEqual(FOREIGN.map(() => undefined))
  expect(requestIn({ kind: 'take-over' })).toBe('take-over')
  expect(requestIn({ kind: 'tidy' })).toBe('tidy')
  expect(answerIn('/assets/index-1.js')).toBe('/assets/index-1.js')
  expect(answerIn({})).toBeUndefined()
})

test('[TR2] a foreign message on the channel of files tells nobody anything', async () => {
  const heard: FileNotice[] = []
  const told = new Promise<void>((resolve) => {
    hearOfFiles((notice) => {
      heard.push(notice)
      resolve()
    })
  })
  const stranger = new BroadcastChannel('hindsight:files')
  for (const message of FOREIGN) stranger.postMessage(message)
  stranger.close()
  announceFile({ localId: 'local', events: 12 })
  await told
  expect(heard).toEqual([{ localId: 'local', events: 12 }])
})
