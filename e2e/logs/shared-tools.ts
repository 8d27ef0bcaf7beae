/**
 * The design's own tools and data, kept beside the project and not in it. Journeys use them where they are there and
 * say so where they are not; every clone covers the same ground with logs of its own making.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const SHARED = fileURLToPath(new URL('../../../shared', import.meta.url))
export const CHECK_LOG = join(SHARED, 'tools/check-log.mjs')
const BERKA_TO_LOG = join(SHARED, 'tools/berka-to-log.mjs')

export const hasSharedTools = existsSync(CHECK_LOG) && existsSync(BERKA_TO_LOG)
export const WITHOUT_SHARED =
  'the shared tools and data are not beside this clone; a log of our own making covers the same'

const run = promisify(execFile)

export interface LogCheck {
  readonly sound: true
  readonly size: number
  readonly rootHash: string
  readonly accounts: readonly { readonly id: string; readonly balance: number }[]
}

/** Judges a log file with the independent reader. @throws where it is not sound, with what it printed. */
export async function checkLog(file: string, options: readonly string[] = []): Promise<LogCheck> {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=8192', CHECK_LOG, file, '--json', ...options], {
    maxBuffer: 1 << 28,
  })
  return JSON.parse(stdout)
}

/** Why the independent reader refuses a file; undefined where it finds it sound. */
export async function faultByCheckLog(file: string): Promise<string | undefined> {
  try {
    await checkLog(file)
    return undefined
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout ?? error)
  }
}

/** Writes the log of the Czech bank (50,331 events) to a file, its rows repeated as often as asked. */
export async function writeBerkaLog(file: string, copies = 1): Promise<void> {
  await run(process.execPath, [BERKA_TO_LOG, file, ...(copies === 1 ? [] : ['--copies', String(copies)])])
}
