/** How fast the ledger is with a log of some size. Nothing is asserted about time: the figures are for people to judge. */
import { cpus } from 'node:os'
import { type Page, test } from '@playwright/test'
import { livelyLog } from '../logs/log-file'
import { pick, randomFrom } from '../logs/random'
import { LedgerPage } from '../pages/ledger-page'
import { timeBareTransactions, timeCommands, timeSeeks } from './in-page'
import { ms, percentile, ResultTable } from './result-table'

const EVENTS = Number(process.env.BENCH_EVENTS ?? 20_000)
const COMMANDS = 100
const SEEKS = 1_000
const OPENINGS = 7

/** Milliseconds from navigation until the balance is shown and the slider is there. */
async function timeOpening(page: Page, path: string): Promise<number> {
  await page.goto('about:blank')
  const began = performance.now()
  await page.goto(path, { waitUntil: 'commit' })
  await page.waitForFunction(
    () =>
      document.querySelector('[data-testid=balance]') !== null &&
      document.querySelector('[role=slider], input[type=range]') !== null,
  )
  return performance.now() - began
}

async function openingTimes(page: Page, accountId: string): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < OPENINGS; i++) times.push(await timeOpening(page, `/?account=${accountId}`))
  return times
}

test('a ledger of a few events, and one of many', async ({ page }) => {
  const table = new ResultTable()
  const ledger = new LedgerPage(page)
  await ledger.open()
  const { api } = ledger

  const accountId = await api.openAccount('Bench')
  await page.evaluate(timeCommands, { accountId, count: 10 })
  const bare = await page.evaluate(timeBareTransactions, COMMANDS)
  const few = await page.evaluate(timeCommands, { accountId, count: COMMANDS })
  const openFew = await openingTimes(page, accountId)
  await ledger.open()

  const text = livelyLog(1, EVENTS).file()
  const size: number = JSON.parse(text).size
  const blob = Buffer.from(text)
  await api.call('openLedger', await api.call('createLedger', 'Bench'))
  const imported = await page.evaluate(async (file) => {
    const began = performance.now()
    await window.hindsight.importLog(new Blob([file]))
    return performance.now() - began
  }, text)
  table.add(`Import ${size} events`, `${Math.round((size / imported) * 1000)} events/s`)

  const [first] = await api.call('accounts')
  const manyId = first?.id ?? ''
  const openMany = await openingTimes(page, manyId)
  await ledger.open()
  for (const [what, times] of [
    ['10 to 110 events', openFew],
    [`${size} events`, openMany],
  ] as const) {
    table.add(`Open, ${what}`, `${ms(percentile(times, 0.5))} median`, {
      what: 'opening with few events',
      ratio: percentile(times, 0.5) / percentile(openFew, 0.5),
    })
  }

  const many = await page.evaluate(timeCommands, { accountId: manyId, count: COMMANDS })
  for (const [what, times] of [
    ['few events', few],
    [`${size} events`, many],
  ] as const) {
    for (const p of [0.5, 0.99]) {
      table.add(`Command, ${what}, p${p * 100}`, ms(percentile(times, p)), {
        what: `bare strict transaction, ${ms(percentile(bare, p))}`,
        ratio: percentile(times, p) / percentile(bare, p),
      })
    }
  }

  const random = randomFrom(1)
  const dates = (await api.call('events')).flatMap(({ data }) =>
    typeof data.effectiveOn === 'string' ? [data.effectiveOn] : [],
  )
  const seeks = await page.evaluate(timeSeeks, {
    positions: Array.from({ length: SEEKS }, () => pick(random, size)),
    dates: Array.from({ length: SEEKS }, () => dates[pick(random, dates.length)] ?? ''),
  })
  for (const [what, times] of [
    ['recorded', seeks.recorded],
    ['value date', seeks.effective],
    ['both clocks', seeks.both],
  ] as const) {
    const naive = percentile(seeks.naive, 0.99)
    table.add(`balancesAt, ${what}, p50`, ms(percentile(times, 0.5)))
    table.add(`balancesAt, ${what}, p99`, ms(percentile(times, 0.99)), {
      what: `naive replay, ${ms(naive)} p99`,
      ratio: percentile(times, 0.99) / naive,
    })
  }

  const timed = await page.evaluate(async () => {
    const time = async (work: () => Promise<unknown>) => {
      const began = performance.now()
      await work()
      return performance.now() - began
    }
    return {
      exported: await time(() => window.hindsight.exportLog()),
      verified: await time(() => window.hindsight.verify()),
      stats: await window.hindsight.stats(),
    }
  })
  table.add('Export', `${Math.round((size / timed.exported) * 1000)} events/s`)
  table.add('Verify from zero', `${Math.round((size / timed.verified) * 1000)} events/s`)
  table.add('Disk', `${(timed.stats.bytesOnDisk / 1e6).toFixed(2)} MB`, {
    what: 'canonical bytes imported',
    ratio: timed.stats.bytesOnDisk / blob.length,
  })
  table.publish({ events: size, cores: cpus().length, browser: page.context().browser()?.version() ?? '' })
})
