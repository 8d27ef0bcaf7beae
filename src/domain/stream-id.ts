/** Names of streams: `<category>-<uuid>`; the uuid is the id of the account, transfer or ledger. */

export type StreamCategory = 'ledger' | 'account' | 'transfer'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether this is a UUID in lower case, of whatever version. */
export function isUuid(text: unknown): boolean {
  return typeof text === 'string' && UUID.test(text)
}

export function accountStream(accountId: string): string {
  return `account-${accountId}`
}

export function transferStream(transferId: string): string {
  return `transfer-${transferId}`
}

export function ledgerStream(ledgerId: string): string {
  return `ledger-${ledgerId}`
}

/** The two halves of a stream's name; undefined for what is no name of a stream of this domain. */
export function parseStreamId(
  streamId: unknown,
): { readonly category: StreamCategory; readonly id: string } | undefined {
  if (typeof streamId !== 'string') return undefined
  const dash = streamId.indexOf('-')
  const category = streamId.slice(0, Math.max(dash, 0))
  const id = streamId.slice(dash + 1)
  if (category !== 'account' && category !== 'transfer' && category !== 'ledger') return undefined
  return isUuid(id) ? { category, id } : undefined
}
