// `npm run lighthouse`: what Lighthouse says of the first visit, on a phone with a slow network and on a desktop.
// It is fetched when it is asked for, since it weighs more than everything else here. LIGHTHOUSE_RUNS (3) visits each,
// of which the median counts; BENCH_OUT: where the scores go (bench-results). Fails where performance is under 95.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { chromiumLaunch } from './chromium.mjs'
import { ensureInstalled, ROOT } from './install.mjs'
import { serve } from './serve.mjs'

/** The last that runs on Node 20. */
const VERSION = '12.8.2'
const LEAST = 95
const RUNS = Number(process.env.LIGHTHOUSE_RUNS ?? 3)
const RESULTS = process.env.BENCH_OUT ?? join(ROOT, 'bench-results')
const CATEGORIES = ['performance', 'accessibility', 'best-practices']
const METRICS = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']
const DEVICES = [
  { device: 'phone, slow network', options: [] },
  { device: 'desktop', options: ['--preset=desktop'] },
]

/**
 * @typedef {object} Report
 * @property {Record<string, { score: number }>} categories
 * @property {Record<string, { displayValue?: string }>} audits
 */

/**
 * One visit by a browser that was never here.
 * @param {string} url
 * @param {string} file
 * @param {readonly string[]} options
 * @returns {Promise<Report>}
 */
async function visit(url, file, options) {
  const { executablePath, args } = chromiumLaunch()
  const chrome = executablePath ?? (await import('playwright')).chromium.executablePath()
  const flags = ['--headless=new', ...args].join(' ')
  const command = ['exec', '--yes', `--package=lighthouse@${VERSION}`, '--', 'lighthouse', url, '--quiet']
  const asked = ['--output=json', `--output-path=${file}`, `--only-categories=${CATEGORIES.join(',')}`]
  const status = await new Promise((resolve) =>
    spawn('npm', [...command, ...asked, `--chrome-flags=${flags}`, ...options], {
      cwd: tmpdir(),
      env: { ...process.env, CHROME_PATH: chrome },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    }).on('exit', resolve),
  )
  if (status !== 0) throw new Error('Lighthouse did not run. Is the npm registry reachable?')
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** @param {Report} report @param {string} category */
const score = ({ categories }, category) => Math.round((categories[category]?.score ?? 0) * 100)

ensureInstalled()
await ensureBrowser()
ensureBuilt()
const { url, close } = await serve()
const folder = mkdtempSync(join(tmpdir(), 'hindsight-lighthouse-'))
const results = []
try {
  for (const { device, options } of DEVICES) {
    const reports = []
    for (let run = 0; run < RUNS; run++) reports.push(await visit(url, join(folder, `${run}.json`), options))
    const all = reports.map((report) => score(report, 'performance'))
    const sorted = reports.toSorted((a, b) => score(a, 'performance') - score(b, 'performance'))
    const middle = sorted[sorted.length >> 1]
    if (!middle) throw new Error('Give LIGHTHOUSE_RUNS at least 1.')
    const scores = Object.fromEntries(CATEGORIES.map((category) => [category, score(middle, category)]))
    const metrics = Object.fromEntries(METRICS.map((name) => [name, middle.audits[name]?.displayValue ?? '']))
    results.push({ device, scores, performanceOfEachRun: all, metrics, met: (scores.performance ?? 0) >= LEAST })
    console.log(`${device}: ${CATEGORIES.map((category) => `${category} ${scores[category]}`).join(', ')}`)
    console.log(`  performance of each run ${all.join(', ')}; ${METRICS.map((name) => metrics[name]).join(', ')}`)
  }
} finally {
  await close()
  rmSync(folder, { recursive: true, force: true })
}
mkdirSync(RESULTS, { recursive: true })
const measured = { measuredAt: new Date().toISOString(), lighthouse: VERSION, results }
writeFileSync(join(RESULTS, 'lighthouse.json'), `${JSON.stringify(measured, null, 2)}\n`)
const isMet = results.every(({ met }) => met)
console.log(`The budget is ${LEAST} for performance: ${isMet ? 'met' : 'MISSED'}.`)
process.exit(isMet ? 0 : 1)
