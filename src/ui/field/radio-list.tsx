/** One of a few choices, each with a line that explains it. */
import { Label, Radio, RadioGroup, Text } from 'react-aria-components'
import styles from './radio-list.module.css'

export interface RadioListProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: string; readonly description?: string }[]
}

export function RadioList<Value extends string>({ label, value, onChange, options }: RadioListProps<Value>) {
  return (
    <RadioGroup
      value={value}
      className={styles.group ?? ''}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen)
        if (option) onChange(option.value)
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className={styles.choice ?? ''}>
          <span className={styles.dot} />
          <span className={styles.words}>
            {option.label}
            {option.description !== undefined && (
              <Text slot="description" className={styles.note ?? ''}>
                {option.description}
              </Text>
            )}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
