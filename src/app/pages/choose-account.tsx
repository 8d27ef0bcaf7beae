/** One account is chosen for a page: of thousands it is found by typing. */
import { useId, useState } from 'react'
import { linkMessages as words } from '../../locales/en/app/links'
import { useLedger } from '../../stores/ledger-store'
import { accountsNamed } from '../../stores/search/accounts-named'
import { type PageName, type PageQuery, show } from '../../stores/view-store'
import { TextField } from '../../ui/field/text-field'
import styles from './choose-account.module.css'

interface ChooseAccountProps {
  readonly page: PageName
  readonly title: string
  readonly query: PageQuery
}

export function ChooseAccount({ page, title, query }: ChooseAccountProps) {
  const timeline = useLedger((ledger) => ledger.timeline)
  const [typed, setTyped] = useState('')
  const asked = useId()
  const fitting = accountsNamed(timeline, typed)
  const isMore = typed === '' && timeline.accounts.length > fitting.length
  // What stood there belongs to another account's page.
  const choose = (account: string) => show.page(page, { ...query, account }, { replaces: true })
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <h2 id={asked} className={styles.asked}>
        {query.account ? words.notHere : words.whichAccount}
      </h2>
      <p className={styles.hint}>{query.account ? words.notHereHint : words.chooseOne}</p>
      {timeline.accounts.length > fitting.length || typed !== '' ? (
        <TextField label={words.find} value={typed} onChange={setTyped} className={styles.find ?? ''} />
      ) : null}
      <ul aria-labelledby={asked} className={styles.list}>
        {fitting.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className={styles.account} onClick={() => choose(id)}>
              <bdi>{name}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.hint}>
        {fitting.length === 0 ? words.noneFound : isMore ? words.more : ''}
      </p>
    </div>
  )
}
