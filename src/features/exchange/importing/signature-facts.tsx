/** Who signed the file, as far as this browser can tell. */
import { KeyRound, TriangleAlert } from 'lucide-react'
import type { ImportReport } from '../../../application/ledger-api'
import { signatureMessages as messages } from '../../../locales/en/signatures'
import { knownSince } from '../../../stores/keeping/known-keys'
import { formatInstant } from '../../../ui/format/format-date'
import styles from './signature-facts.module.css'

type Signature = NonNullable<ImportReport['signature']>

const UNSIGNED: Signature = { kind: 'none' }

export function SignatureFacts({ signature = UNSIGNED }: { readonly signature: ImportReport['signature'] }) {
  const { kind, fingerprint } = signature
  const isWrong = kind === 'does-not-fit'
  const isStrange = kind === 'another-key' || kind === 'does-not-fit' || kind === 'unchecked'
  return (
    <div className={isWrong ? `${styles.facts} ${styles.wrong}` : styles.facts}>
      {isWrong ? <TriangleAlert aria-hidden="true" /> : <KeyRound aria-hidden="true" />}
      <p>{signatureWords(signature)}</p>
      {isStrange && fingerprint !== undefined && (
        <p>
          <span className={styles.quiet}>{messages.key}</span> <code>{inFours(fingerprint)}</code>
        </p>
      )}
    </div>
  )
}

function signatureWords({ kind, fingerprint = '', signedAt = '' }: Signature): string {
  const moment = Number.isNaN(Date.parse(signedAt)) ? signedAt : formatInstant(signedAt, 'date')
  switch (kind) {
    case 'none':
      return messages.none
    case 'this-browser':
      return messages.thisBrowser(moment)
    case 'another-key': {
      const since = knownSince(fingerprint)
      return since === undefined ? messages.newKey(moment) : messages.knownKey(moment, formatInstant(since, 'date'))
    }
    case 'does-not-fit':
      return messages.doesNotFit
    case 'unchecked':
      return messages.unchecked
  }
}

/** As people compare it, aloud or by eye. */
function inFours(fingerprint: string): string {
  return fingerprint.match(/.{1,4}/g)?.join(' ') ?? fingerprint
}
