/** Events as the database dispatches them: handlers by property or listener, bubbling, and a default to prevent. */

export class DatabaseEvent {
  defaultPrevented = false
  isStopped = false
  oldVersion = 0
  newVersion: number | null = null

  constructor(
    readonly type: string,
    readonly target: unknown,
    versions: { readonly oldVersion?: number; readonly newVersion?: number | null } = {},
  ) {
    Object.assign(this, versions)
  }

  preventDefault(): void {
    this.defaultPrevented = true
  }

  stopPropagation(): void {
    this.isStopped = true
  }
}

type Handler = ((event: DatabaseEvent) => unknown) | null

export class Emitter {
  onsuccess: Handler = null
  onerror: Handler = null
  onabort: Handler = null
  oncomplete: Handler = null
  onblocked: Handler = null
  onupgradeneeded: Handler = null
  onversionchange: Handler = null
  onclose: Handler = null
  readonly #listeners = new Map<string, Set<Handler>>()

  addEventListener(type: string, listener: Handler, options?: { readonly signal?: AbortSignal }): void {
    const listeners = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, listeners.add(listener))
    options?.signal?.addEventListener('abort', () => listeners.delete(listener))
  }

  removeEventListener(type: string, listener: Handler): void {
    this.#listeners.get(type)?.delete(listener)
  }

  /** @returns what handlers threw, if any did */
  emit(event: DatabaseEvent): { readonly thrown: unknown } | undefined {
    let failure: { readonly thrown: unknown } | undefined
    const own = this[`on${event.type}` as 'onsuccess']
    for (const handler of [own, ...(this.#listeners.get(event.type) ?? [])]) {
      try {
        handler?.call(this, event)
      } catch (thrown) {
        failure ??= { thrown }
      }
    }
    return failure
  }
}

/** Runs along the path until stopped, as an event of a request does. */
export function bubble(event: DatabaseEvent, path: readonly Emitter[]): { readonly thrown: unknown } | undefined {
  let failure: { readonly thrown: unknown } | undefined
  for (const emitter of path) {
    failure = emitter.emit(event) ?? failure
    if (event.isStopped) break
  }
  return failure
}
