// `npm run test:orders`: the unit tests, and those of components in a browser, in random order, in every time zone of
// order.mjs and both languages. `--seed S`, `--zone Z`, `--locale L` repeat one of the runs; `--project unit` or `browser`
// runs one of the two; `--e2e` the journeys too, in every zone (their language is that of the words they look for).
import { parseArgs } from 'node:util'
import { ensureBrowser } from '../browser.mjs'
import { ensureBuilt } from '../build.mjs'
import { ensureInstalled, run } from '../install.mjs'
import { LOCALES, orderEnv, orderInWords, shuffled, ZONES } from './order.mjs'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    zone: { type: 'string' },
    locale: { type: 'string' },
    project: { type: 'string', multiple: true },
    e2e: { type: 'boolean' },
  },
})

ensureInstalled()
await ensureBrowser()
const seed = Number(values.seed ?? Date.now() % 1_000_000_000)
const zones = values.zone ? [values.zone] : ZONES
/** @type {{ name: string, passed: boolean }[]} */
const results = []
/**
 * @param {string} name
 * @param {readonly string[]} command
 * @param {Readonly<Record<string, string>>} env
 */
function judge(name, command, env) {
  console.log(`\n── ${name}`)
  results.push({ name, passed: run('npx', command, { ...process.env, ...env }) })
}

for (const project of values.project ?? ['unit', 'browser']) {
  for (const [at, zone] of zones.entries()) {
    for (const locale of values.locale ? [values.locale] : LOCALES) {
      const order = { seed: seed + at, zone, locale }
      const command = ['vitest', 'run', '--project', project, ...shuffled(order), '--reporter=dot']
      judge(`${project}: ${orderInWords(order)}`, command, orderEnv(order))
    }
  }
}
if (values.e2e) {
  ensureBuilt()
  for (const zone of zones)
    judge(`journeys: ${zone}`, ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=dot'], {
      TZ: zone,
      HINDSIGHT_ZONE: zone,
    })
}
console.log('')
for (const { name, passed } of results) console.log(`${passed ? 'passed' : 'FAILED'}  ${name}`)
process.exit(results.every(({ passed }) => passed) ? 0 : 1)
