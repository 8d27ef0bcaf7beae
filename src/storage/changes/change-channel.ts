/** Tells every tab, this one included, whose rows of the registry changed. */
export class ChangeChannel {
  readonly #channel: BroadcastChannel
  readonly #listeners = new Set<(localId: string) => void>()

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name)
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      // Any script of this origin may speak here.
      if (typeof data === 'string') this.#tell(data)
    }
  }

  /** @returns ends it */
  onChange(listener: (localId: string) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The ledger's rows are changed by now. */
  changed(localId: string): void {
    this.#channel.postMessage(localId)
    this.#tell(localId)
  }

  close(): void {
    this.#channel.close()
  }

  #tell(localId: string): void {
    for (const listener of this.#listeners) listener(localId)
  }
}
