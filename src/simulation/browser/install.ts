/**
 * Puts the simulated browser where the program looks for the real one: clock, chance, database, channels, locks. To be
 * imported before anything of the program, which keeps some of these when it loads. While no simulation runs, clock and
 * chance are the machine's.
 */
import { KeyRange } from '../database/keys'

/** What the program may see of the world, for whichever tab runs now. */
export interface Browser {
  now(): number
  fill(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
  readonly indexedDB: unknown
  openChannel(name: string): object
  requestLock(name: string, ...rest: unknown[]): Promise<unknown>
}

let browser: Browser | undefined

export function enterBrowser(entered: Browser | undefined): void {
  browser = entered
}

function present(): Browser {
  if (!browser) throw new Error('No simulation runs.')
  return browser
}

const realNow = Date.now.bind(Date)
const realFill = crypto.getRandomValues.bind(crypto)

/** The database is looked for once, by Dexie as it loads: this one asks for the present one each time. */
const indexedDB = new Proxy(
  {},
  {
    get: (_, key) => {
      const target = present().indexedDB as Record<PropertyKey, unknown>
      const value = target[key]
      return typeof value === 'function' ? value.bind(target) : value
    },
  },
)

/** Dexie opens one as it loads, to tell other tabs what its live queries should ask again; there are none here. */
const DEAF = { postMessage: () => undefined, close: () => undefined }

/** To be called with `new`, as the real one is: what it returns stands for what is made. */
function SimulatedChannel(name: string): object {
  return browser?.openChannel(name) ?? DEAF
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

define(Date, 'now', () => browser?.now() ?? realNow())
define(crypto, 'getRandomValues', (bytes: Uint8Array<ArrayBuffer>) => browser?.fill(bytes) ?? realFill(bytes))
define(globalThis, 'indexedDB', indexedDB)
define(globalThis, 'IDBKeyRange', KeyRange)
define(globalThis, 'BroadcastChannel', SimulatedChannel)
define(globalThis, 'navigator', {
  userAgent: '',
  locks: { request: (name: string, ...rest: unknown[]) => present().requestLock(name, ...rest) },
})
