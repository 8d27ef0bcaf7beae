/** Backups on real file handles: those of the origin's own file system, which write as the others do. */
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { Backups, type RunOptions } from '../application/backup/backups'
import { backupsIn } from '../application/backup/restore-log'
import { LedgerApplication } from '../application/ledger-application'
import { testEnvironment } from '../application/testing/memory-ledger'
import { uuidV7 } from '../event-log/uuid'
import type { BackupPlan } from '../storage/backups/backup-plan'
import { BackupPlanStore } from '../storage/backups/backup-plan-store'
import { LedgerRegistry } from '../storage/ledger-registry'
import { deleteDatabase } from '../storage/open-database'
import { memoryBackend } from './testing/memory-backend'

const DAY = 86_400_000

let folder: FileSystemDirectoryHandle
let now = Date.UTC(2026, 10, 28, 12)

beforeEach(async () => {
  now = Date.UTC(2026, 10, 28, 12)
  const root = await navigator.storage.getDirectory()
  const name = `backups-${uuidV7()}`
  folder = await root.getDirectoryHandle(name, { create: true })
  onTestFinished(async () => {
    vi.restoreAllMocks()
    await root.removeEntry(name, { recursive: true })
  })
})

async function given({ kind = 'folder' as BackupPlan['place']['kind'], every = 1, keep = 2 } = {}) {
  const registryName = `test-${uuidV7()}`
  const registry = await LedgerRegistry.open(registryName)
  const plans = await BackupPlanStore.open(registryName)
  onTestFinished(async () => {
    registry.close()
    plans.close()
    await deleteDatabase(registryName)
  })
  const { localId } = await registry.create('Household')
  const backend = memoryBackend(() => now)
  const application = new LedgerApplication('test', backend, testEnvironment)
  const opened = await application.dispatch({ type: 'OpenAccount', name: 'Everyday', currency: 'EUR' })
  const accountId = opened.events[0]?.streamId.replace('account-', '') ?? ''
  const deposit = () => application.dispatch({ type: 'Deposit', accountId, amount: 100 })
  const file = () => folder.getFileHandle('ledger.json', { create: true })
  const place = kind === 'folder' ? { kind, handle: folder } : { kind, handle: await file() }
  await plans.put({ localId, chosenAt: now, place, every, keep, written: [] })
  // The registry's ledger and the application's are one: the first has the plan, the second the log.
  const { entry: own } = await application.desk.ledger
  const backUp: typeof backend.heavyWork.backUp = (_, target, options) => backend.heavyWork.backUp(own, target, options)
  const runner = new Backups(plans, { ...backend.heavyWork, backUp }, () => now)
  const run = async (options?: RunOptions) => {
    const { entry, log } = await application.desk.ledger
    const { ledgerId, name, size } = await log.head()
    return runner.run({ entry: { ...entry, localId }, ledgerId, name, size }, options)
  }
  const plan = async () => (await plans.get(localId)) as BackupPlan
  return { application, registry, registryName, plans, localId, deposit, run, plan }
}

async function names(): Promise<string[]> {
  const all: string[] = []
  for await (const name of folder.keys()) all.push(name)
  return all.sort()
}

async function put(name: string, text: string): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true })
  const file = await handle.createWritable()
  await file.write(text)
  await file.close()
}

const textOf = async (name: string) => (await (await folder.getFileHandle(name)).getFile()).text()

describe('a folder', () => {
  test('[AB6] holds what can be restored: every event, and the root', async () => {
    const { application, deposit, run, plan } = await given()
    await deposit()
    expect(await run()).toMatchObject({ kind: 'written', backup: { events: 2 } })
    const [[backup] = []] = await backupsIn(memoryBackend().heavyWork, folder)
    const head = await application.head()
    expect(backup?.facts).toMatchObject({ ledgerId: head.ledgerId, size: 2, rootHash: head.rootHash })
    expect(await names()).toEqual(['my-ledger-2026-11-28-2-events.json.gz'])
    expect((await plan()).written).toMatchObject([{ events: 2, rootHash: head.rootHash }])
    const elsewhere = new LedgerApplication(
      'test',
      memoryBackend(() => now),
      testEnvironment,
    )
    expect(await elsewhere.importLog(backup?.file as File)).toMatchObject({ result: 'restored', size: 2 })
    expect(await elsewhere.head()).toEqual(head)
  })

  test('[AB7] keeps the last files, and deletes none that is not its own or was changed', async () => {
    const { deposit, run, plan } = await given({ keep: 2 })
    await put('holiday.jpg', 'not ours')
    await put('my-ledger-2026-11-28-2-events.json.gz', 'a name that we would have taken')
    for (let i = 0; i < 3; i++) {
      await deposit()
      await run()
    }
    expect(await names()).toEqual([
      'holiday.jpg',
      'my-ledger-2026-11-28-2-events.json.gz',
      'my-ledger-2026-11-28-3-events.json.gz',
      'my-ledger-2026-11-28-4-events.json.gz',
    ])
    expect(await textOf('my-ledger-2026-11-28-2-events.json.gz')).toBe('a name that we would have taken')
    await put('my-ledger-2026-11-28-3-events.json.gz', 'changed by somebody')
    for (let i = 0; i < 2; i++) {
      await deposit()
      await run()
    }
    expect(await textOf('my-ledger-2026-11-28-3-events.json.gz')).toBe('changed by somebody')
    expect((await plan()).written.map(({ events }) => events)).toEqual([5, 6])
    expect(await names()).not.toContain('my-ledger-2026-11-28-4-events.json.gz')
  })

  test('[AB8] what a crash left is looked after: an empty file goes, a complete one counts', async () => {
    const { deposit, run, plan, plans, localId } = await given({ keep: 5 })
    await deposit()
    await run()
    const [complete] = await names()
    await put('empty.json.gz', '')
    await plans.change(localId, (before) => ({ ...before, pending: 'empty.json.gz' }))
    await deposit()
    await run()
    expect(await names()).not.toContain('empty.json.gz')
    // As if the tab had ended between the file's last byte and the note of it.
    await plans.change(localId, (before) => ({ ...before, written: before.written.slice(1), pending: complete ?? '' }))
    await deposit()
    await run()
    expect((await plan()).written.map(({ name }) => name)).toContain(complete)
    expect((await plan()).pending).toBeUndefined()
  })

  test.each([
    ['disk-full', 'QuotaExceededError'],
    ['permission', 'NotAllowedError'],
    ['in-use', 'NoModificationAllowedError'],
    ['failed', 'SomethingElse'],
  ])('[AB3] [AB11] %s midway leaves the last good one and says why', async (code, name) => {
    const { deposit, run, plan } = await given()
    await deposit()
    await run()
    const before = await names()
    await deposit()
    const write = vi.spyOn(FileSystemWritableFileStream.prototype, 'write')
    write.mockRejectedValue(new DOMException('as a full disk does it', name))
    await expect(run({ asked: true })).rejects.toMatchObject({ name: 'BackupError', code })
    expect(await names()).toEqual(before)
    expect((await plan()).fault).toEqual({ code, at: now })
    expect((await plan()).written).toHaveLength(1)
    write.mockRestore()
    expect(await run()).toEqual({ kind: 'not-due' })
    now += 11 * 60_000
    expect(await run()).toMatchObject({ kind: 'written' })
    expect((await plan()).fault).toBeUndefined()
  })

  test('[AB11] a folder that is gone is said to be', async () => {
    const { deposit, run, plan, plans, localId } = await given()
    const inner = await folder.getDirectoryHandle('inner', { create: true })
    await plans.change(localId, (before) => ({ ...before, place: { kind: 'folder', handle: inner } }))
    await folder.removeEntry('inner', { recursive: true })
    await deposit()
    await expect(run()).rejects.toMatchObject({ code: 'gone' })
    expect((await plan()).fault?.code).toBe('gone')
  })

  test('[AB11] leave that was taken back is asked for at a gesture alone', async () => {
    const { deposit, run, plan } = await given()
    await deposit()
    let answer = 'prompt'
    const asked = vi.fn(async () => {
      answer = 'granted'
      return answer
    })
    Object.assign(FileSystemHandle.prototype, { queryPermission: async () => answer, requestPermission: asked })
    onTestFinished(() => {
      Reflect.deleteProperty(FileSystemHandle.prototype, 'requestPermission')
      Reflect.deleteProperty(FileSystemHandle.prototype, 'queryPermission')
    })
    await expect(run()).rejects.toMatchObject({ code: 'permission' })
    expect(asked).not.toHaveBeenCalled()
    expect((await plan()).fault?.code).toBe('permission')
    expect(await run({ asked: true })).toMatchObject({ kind: 'written' })
    expect((await plan()).fault).toBeUndefined()
  })

  test('[AB10] one tab writes at a time', async () => {
    const { deposit, run } = await given()
    await deposit()
    const results = await Promise.all([run(), run(), run({ asked: true })])
    expect(results.map(({ kind }) => kind).sort()).toEqual(['busy', 'busy', 'written'])
    expect(await run()).toEqual({ kind: 'not-due' })
    expect(await run({ asked: true })).toEqual({ kind: 'up-to-date' })
    expect(await names()).toHaveLength(1)
  })

  test('[AB2] every tab hears whose plan changed, and what is no ledger’s id is not heard', async () => {
    const { plans, localId, registryName } = await given()
    const other = await BackupPlanStore.open(registryName)
    onTestFinished(() => other.close())
    const [here, there]: [string[], string[]] = [[], []]
    plans.onChange((changed) => here.push(changed))
    other.onChange((changed) => there.push(changed))
    const stranger = new BroadcastChannel(`hindsight:${registryName}:backups`)
    stranger.postMessage({ localId })
    stranger.close()
    await plans.change(localId, (plan) => ({ ...plan, keep: 7 }))
    expect(here).toEqual([localId])
    await expect.poll(() => there).toEqual([localId])
    expect((await other.get(localId))?.keep).toBe(7)
  })

  test('[AB1] a ledger that is removed takes its plan along, and leaves the files', async () => {
    const { deposit, run, plans, localId, registry } = await given()
    await deposit()
    await run()
    await registry.remove(localId)
    expect(await plans.get(localId)).toBeUndefined()
    expect(await names()).toHaveLength(1)
    expect(await run()).toEqual({ kind: 'no-plan' })
  })
})

describe('a single file', () => {
  test('[AB3] is replaced when the new one is complete, and not before', async () => {
    const { application, deposit, run } = await given({ kind: 'file' })
    await deposit()
    await run()
    const first = await textOf('ledger.json')
    expect(JSON.parse(first)).toMatchObject({ size: 2, rootHash: (await application.head()).rootHash })
    await deposit()
    const close = vi.spyOn(FileSystemWritableFileStream.prototype, 'close')
    close.mockRejectedValue(new DOMException('no room', 'QuotaExceededError'))
    await expect(run()).rejects.toMatchObject({ code: 'disk-full' })
    close.mockRestore()
    expect(await textOf('ledger.json')).toBe(first)
    now += DAY
    await run()
    expect(JSON.parse(await textOf('ledger.json'))).toMatchObject({ size: 3 })
  })

  test.each([
    ['a file of another kind', () => 'shopping list'],
    ['another ledger', (text: string) => text.replace(/"ledgerId":"\w/, '"ledgerId":"f')],
    ['one that has more events', (text: string) => text.replace(/"size":\d+/, '"size":99')],
    ['one that went another way', (text: string) => text.replace(/"rootHash":"\w/, '"rootHash":"x')],
  ])('[AB5] is not replaced where it is %s', async (_, change) => {
    const { deposit, run } = await given({ kind: 'file' })
    await deposit()
    await run()
    const other = change(await textOf('ledger.json'))
    await put('ledger.json', other)
    await deposit()
    await expect(run()).rejects.toMatchObject({ code: 'not-contained' })
    expect(await textOf('ledger.json')).toBe(other)
  })

  test('[AB6] is no backup where it is not read back as it was written', async () => {
    const { deposit, run, plan } = await given({ kind: 'file' })
    await deposit()
    vi.spyOn(FileSystemFileHandle.prototype, 'getFile').mockResolvedValue(new File(['{}'], 'ledger.json'))
    await expect(run()).rejects.toMatchObject({ code: 'not-contained' })
    vi.spyOn(FileSystemFileHandle.prototype, 'getFile')
      .mockResolvedValueOnce(new File([], 'ledger.json'))
      .mockResolvedValue(new File(['{}'], 'ledger.json'))
    await expect(run({ asked: true })).rejects.toMatchObject({ code: 'not-verified' })
    expect((await plan()).written).toEqual([])
  })
})

test('[AB4] damage never takes the place of a good backup', async () => {
  const { application, deposit, run, plan } = await given({ kind: 'file' })
  await deposit()
  await run()
  const good = await textOf('ledger.json')
  await deposit()
  const { log } = await application.desk.ledger
  const proto = Object.getPrototypeOf(log) as { readBatches: typeof log.readBatches }
  const original = proto.readBatches
  vi.spyOn(proto, 'readBatches').mockImplementation(async function* (this: typeof log, options) {
    for await (const batch of original.call(this, options)) {
      const bytes = batch.bytes.slice()
      const at = new TextDecoder().decode(bytes).lastIndexOf('"amount":100')
      if (at >= 0) bytes[at + 9] = 0x39
      yield { ...batch, bytes }
    }
  })
  await expect(run()).rejects.toMatchObject({ code: 'damaged' })
  expect(await textOf('ledger.json')).toBe(good)
  expect((await plan()).fault?.code).toBe('damaged')
})
