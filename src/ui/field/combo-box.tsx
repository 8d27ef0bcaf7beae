/** Free text with suggestions: payees and categories that were used before. What is typed counts, suggested or not. */
import { ChevronDown, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { kitMessages as words } from '../../locales/en/kit'
import { classNames } from '../class-names'
import type { FieldProps } from './field'
import styles from './field.module.css'
import listStyles from './list-box.module.css'

export interface ComboBoxProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** In the order shown; narrowed by what is typed. Give some hundreds at most. */
  readonly suggestions: readonly string[]
  readonly maxLength?: number
}

export function ComboBox(props: ComboBoxProps) {
  const { label, optional = false, description, error, className, value, onChange, suggestions, maxLength } = props
  const bad = typeof error === 'string' && error !== ''
  const toggleId = useId()
  return (
    <AriaComboBox
      allowsCustomValue
      menuTrigger="input"
      inputValue={value}
      onInputChange={onChange}
      isInvalid={bad}
      validationBehavior="aria"
      className={classNames(styles.field, bad && styles.bad, className)}
    >
      <Label className={styles.label ?? ''}>
        {label}
        {optional && (
          <span className={styles.optional} aria-hidden="true">
            {' '}
            {words.optional}
          </span>
        )}
      </Label>
      <Group className={styles.box ?? ''}>
        <Input className={styles.input ?? ''} autoComplete="off" {...(maxLength === undefined ? {} : { maxLength })} />
        {suggestions.length > 0 && (
          // Named by itself alone: a field is found by its label, and the label must lead to one control.
          <Button className={styles.inner ?? ''} aria-labelledby={toggleId}>
            <span id={toggleId} hidden>
              {words.showSuggestions}
            </span>
            <ChevronDown aria-hidden="true" />
          </Button>
        )}
      </Group>
      {description !== undefined && !bad && (
        <Text slot="description" className={styles.note ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        <TriangleAlert aria-hidden="true" />
        <span>{error}</span>
      </FieldError>
      <Popover className={listStyles.popover ?? ''} offset={4}>
        <ListBox className={listStyles.list ?? ''} items={suggestions.map((name) => ({ name }))}>
          {({ name }) => (
            <ListBoxItem id={name} textValue={name} className={listStyles.option ?? ''}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
