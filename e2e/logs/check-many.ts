/**
 * The independent reader asked for the balances at many moments with one reading of the file: its own text, with one
 * thing more done where it adds up, and another thing printed at the end. The tool itself stays as it is; where it has
 * become another one, this says so.
 */
import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FileMoment } from './naive-fold'
import { CHECK_LOG } from './shared-tools'

const run = promisify(execFile)

const ADDING = 'if (counts) account.balance += sign * d.amount'
const PRINTING = 'if (asJson) console.log(JSON.stringify(report))'

const ALSO_ADDING = `
    account.many ??= new Float64Array(MOMENTS.length)
    MOMENTS.forEach((at, m) => {
      if ((at.position === undefined || n <= at.position) && (at.recordedAt === undefined || e.recordedAt <= at.recordedAt) && (at.effectiveOn === undefined || d.effectiveOn <= at.effectiveOn))
        account.many[m] += sign * d.amount
    })`
const ALSO_PRINTING = `
  const digestAt = (m) => createHash('sha256').update([...accounts.values()].map((a) => a.id + ' ' + (a.many?.[m] ?? 0) + '\\n').join('')).digest('hex')
  if (asJson) console.log(JSON.stringify({ size: n, rootHash, digests: MOMENTS.map((_, m) => digestAt(m)) }))`

export interface CheckOfMany {
  readonly size: number
  readonly rootHash: string
  /** By moment: SHA-256 of the balances as lines `accountId minor`, in opening order. */
  readonly digests: readonly string[]
}

function replacedOnce(text: string, part: string, by: string): string {
  const parts = text.split(part)
  if (parts.length !== 2)
    throw new Error(`The independent reader has changed: “${part}” stands in it ${parts.length - 1} times.`)
  return parts.join(by)
}

/** @param folder where the longer text is put @throws where the file is not sound, with what was printed. */
export async function checkMany(file: string, moments: readonly FileMoment[], folder: string): Promise<CheckOfMany> {
  const adding = replacedOnce(readFileSync(CHECK_LOG, 'utf8'), ADDING, ADDING + ALSO_ADDING)
  const program = replacedOnce(adding, PRINTING, ALSO_PRINTING).replace(/^#!.*\n/, '')
  const path = join(folder, 'check-many.mjs')
  writeFileSync(path, `const MOMENTS = ${JSON.stringify(moments)}\n${program}`)
  const { stdout } = await run(process.execPath, ['--max-old-space-size=8192', path, file, '--json'], {
    maxBuffer: 1 << 28,
  })
  return JSON.parse(stdout)
}
