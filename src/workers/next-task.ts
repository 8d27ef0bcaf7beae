/** Work in pieces: between two of them the page may draw and a worker may hear its messages. */

let channel: MessageChannel | undefined

/** Resolves behind the tasks that are waiting now: no timer, which would make each wait cost milliseconds. */
export function nextTask(): Promise<void> {
  channel ??= new MessageChannel()
  const { port1, port2 } = channel
  port1.start()
  return new Promise((resolve) => {
    port1.addEventListener('message', () => resolve(), { once: true })
    port2.postMessage(undefined)
  })
}
