// What test files ask of vitest, within one process and without a thread for each: tests are collected when a file is
// evaluated and run one by one until the first fails. Only what the tests of these rooms use is here.
import { format } from 'node:util'
import { expect } from 'vitest'

/** @typedef {() => unknown} Body */
/** @typedef {{ readonly id: string, readonly name: string, readonly file: string, readonly body: Body }} Test */

export class Suite {
  /** @type {Map<string, Test>} */
  tests = new Map()
  #file = ''
  /** @type {{ name: string, before: Body[], after: Body[] }[]} */
  #blocks = []

  /** @param {string} file */
  begin(file) {
    this.#file = file
    this.#blocks = []
  }

  /** What `import 'vitest'` gives to the test files. */
  get vitest() {
    const block = () => this.#blocks.at(-1) ?? fail('a hook outside describe')
    const test = Object.assign((/** @type {string} */ name, /** @type {Body} */ body) => this.#add(name, body), {
      each: eachOf((name, body) => this.#add(name, body)),
    })
    const describe = Object.assign((/** @type {string} */ name, /** @type {Body} */ body) => this.#within(name, body), {
      each: eachOf((name, body) => this.#within(name, body)),
    })
    return {
      expect,
      test,
      describe,
      beforeEach: (/** @type {Body} */ body) => block().before.push(body),
      afterEach: (/** @type {Body} */ body) => block().after.push(body),
      vi: { setConfig: () => {}, waitFor },
    }
  }

  /** @param {string} name @param {Body} body */
  #within(name, body) {
    this.#blocks.push({ name, before: [], after: [] })
    body()
    this.#blocks.pop()
  }

  /** @param {string} name @param {Body} body */
  #add(name, body) {
    const blocks = [...this.#blocks]
    const full = [...blocks.map((block) => block.name), name].join(' ')
    let id = `${this.#file}#${full}`
    for (let n = 2; this.tests.has(id); n++) id = `${this.#file}#${full} (${n})`
    const run = async () => {
      for (const { before } of blocks) for (const hook of before) await hook()
      try {
        await body()
      } finally {
        for (const { after } of blocks.toReversed()) for (const hook of after) await hook()
      }
    }
    this.tests.set(id, { id, name: full, file: this.#file, body: run })
  }
}

/** @param {string} message @returns {never} */
function fail(message) {
  throw new Error(message)
}

/**
 * `test.each`: rows of arguments, or single ones.
 * @param {(name: string, body: Body) => void} add
 */
function eachOf(add) {
  return (/** @type {readonly unknown[]} */ rows) =>
    (/** @type {string} */ name, /** @type {(...args: unknown[]) => unknown} */ body) => {
      // Lists are rows only where all are.
      const lists = rows.every((row) => Array.isArray(row))
      for (const row of rows) {
        const args = lists && Array.isArray(row) ? row : [row]
        add(named(name, args), () => body(...args))
      }
    }
}

/** @param {string} name @param {readonly unknown[]} args */
function named(name, args) {
  const wanted = name.match(/%[sdifjoO]/g)?.length ?? 0
  const plain = format(name, ...args.slice(0, wanted))
  const [fields] = args
  if (typeof fields !== 'object' || fields === null) return plain
  return plain.replace(/\$(\w+)/g, (whole, key) => (key in fields ? format('%s', Reflect.get(fields, key)) : whole))
}

/** Asks again until it no longer throws; a second at most, as vitest has it. @param {Body} body */
async function waitFor(body) {
  for (let tries = 0; ; tries++) {
    try {
      return await body()
    } catch (error) {
      if (tries === 20) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
