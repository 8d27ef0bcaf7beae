/** `window.hindsight` from outside the page: calls go in as JSON, values and errors come back as plain data. */
import type { Page } from '@playwright/test'
import type { Hindsight } from '../../src/application/hindsight'
import type { ImportOptions, ImportReport, Receipt } from '../../src/application/ledger-api'
import type { Command } from '../../src/domain/commands'
import type { Moment } from '../../src/time-travel/moment'

declare global {
  interface Window {
    hindsight: Hindsight
  }
}

/** An error as a script sees it. */
export interface Refusal {
  readonly name: string
  readonly code?: string
  readonly message: string
  readonly [fact: string]: unknown
}

type Outcome = { readonly value: unknown } | { readonly refusal: Refusal }

/** Runs in the page. Errors lose their fields on the way out of it, so they are taken apart there. */
async function callInPage({
  method,
  args,
  file,
}: {
  method: string
  args: unknown[]
  file?: string
}): Promise<Outcome> {
  try {
    if (file !== undefined) args.unshift(new Blob([Uint8Array.from(atob(file), (char) => char.charCodeAt(0))]))
    const api = window.hindsight as unknown as Record<string, (...given: unknown[]) => unknown>
    const value = await api[method]?.(...args)
    if (value instanceof Blob) {
      const bytes = new Uint8Array(await value.arrayBuffer())
      let text = ''
      for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
      return { value: btoa(text) }
    }
    return { value }
  } catch (error) {
    const { name, message } = error as Error
    return { refusal: { ...(error as object), name, message } }
  }
}

export class ConsoleApi {
  constructor(readonly page: Page) {}

  async #outcome(method: string, args: readonly unknown[], file?: Buffer): Promise<Outcome> {
    const given = { method, args: [...args], ...(file && { file: file.toString('base64') }) }
    return this.page.evaluate(callInPage, given)
  }

  async #value<T>(method: string, args: readonly unknown[], file?: Buffer): Promise<T> {
    const outcome = await this.#outcome(method, args, file)
    if ('refusal' in outcome) {
      const { name, code, message } = outcome.refusal
      throw new Error(`${method} was refused: ${name} ${code ?? ''}: ${message}`)
    }
    return outcome.value as T
  }

  /** The error that a call ends with. @throws where it succeeds. */
  async refusal(method: keyof Hindsight, args: readonly unknown[], file?: Buffer | string): Promise<Refusal> {
    const outcome = await this.#outcome(method, args, typeof file === 'string' ? Buffer.from(file) : file)
    if ('refusal' in outcome) return outcome.refusal
    throw new Error(`${method} was expected to be refused, but gave ${JSON.stringify(outcome.value)}`)
  }

  dispatch(command: Command, options: { commandId?: string; expectedRevision?: number } = {}): Promise<Receipt> {
    return this.#value('dispatch', [command, options])
  }

  /** Opens an account; gives its id. */
  async openAccount(
    name: string,
    currency = 'EUR',
    more: { overdraftLimit?: number | null; exponent?: number } = {},
  ): Promise<string> {
    const { events } = await this.dispatch({ type: 'OpenAccount', name, currency, ...more })
    return events[0]?.streamId.replace('account-', '') ?? ''
  }

  call<M extends Exclude<keyof Hindsight, 'ready' | 'version' | 'cursor' | 'balancesAt' | 'exportLog' | 'importLog'>>(
    method: M,
    ...args: Parameters<Hindsight[M]>
  ): Promise<Awaited<ReturnType<Hindsight[M]>>> {
    return this.#value(method, args)
  }

  /** Balances by accountId, in opening order. */
  async balancesAt(moment: Moment): Promise<Map<string, number>> {
    const pairs = await this.page.evaluate((at) => {
      const { ids, minor } = window.hindsight.balancesAt(at)
      return ids.map((id, i): [string, number] => [id, minor[i] ?? Number.NaN])
    }, moment)
    return new Map(pairs)
  }

  /** Balances at many moments with one visit to the page. */
  balancesAtAll(moments: readonly Moment[]): Promise<[string, number][][]> {
    return this.page.evaluate(
      (all) =>
        all.map((at) => {
          const { ids, minor } = window.hindsight.balancesAt(at)
          return ids.map((id, i): [string, number] => [id, minor[i] ?? Number.NaN])
        }),
      [...moments],
    )
  }

  async exportLog(options: object = {}): Promise<Buffer> {
    return Buffer.from(await this.#value<string>('exportLog', [options]), 'base64')
  }

  importLog(file: string | Buffer, options: ImportOptions = {}): Promise<ImportReport> {
    return this.#value('importLog', [options], Buffer.from(file))
  }

  /** Everything a refused command or import must leave as it was. */
  async state(): Promise<unknown> {
    return { head: await this.call('head'), accounts: await this.call('accounts') }
  }
}
