/** The name under which an export is saved: ledger, day, and where it was cut, safe on every file system. */

interface LogFile {
  readonly ledgerName: string
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly gzip: boolean
  /** Set where the export ends before the head. */
  readonly upTo?: number
}

export function logFileName({ ledgerName, day, gzip, upTo }: LogFile): string {
  const name = ledgerName
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  const cut = upTo === undefined ? '' : `-to-${upTo}`
  return `${name === '' ? 'ledger' : name}-${day}${cut}.json${gzip ? '.gz' : ''}`
}
