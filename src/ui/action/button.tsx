/**
 * The button. One that cannot act now stays focusable and says why: `aria-disabled`, dashed, its reason in
 * `aria-describedby` and, on hover, focus or press, beside it. A `disabled` button would hide both itself and the reason.
 */
import {
  type ButtonHTMLAttributes,
  type ReactNode,
  type Ref,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { classNames } from '../class-names'
import { keyWords } from '../key-words'
import styles from './button.module.css'
import { Hint } from './hint'

export interface ButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'onClick' | 'disabled' | 'aria-disabled'> {
  /** 'main' is the one filled button of a screen or dialog; 'bare' has no edge until it is pointed at. */
  readonly variant?: 'plain' | 'main' | 'bare'
  readonly size?: 'normal' | 'small'
  /** 16 px icon before the text. */
  readonly icon?: ReactNode
  /** Makes an icon-only button: its accessible name, shown as a hint. */
  readonly label?: string
  /** Keys that do the same, shown in the hint of an icon-only button. */
  readonly shortcut?: string
  readonly onPress?: () => void
  /** Why it cannot act now. While it is set, `onPress` is not called. */
  readonly disabledReason?: string | null | undefined
  /** Called instead of `onPress` while there is a reason; by default the reason is shown beside the button. */
  readonly onRefused?: (reason: string) => void
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps) {
  const { variant = 'plain', size = 'normal', icon, label, shortcut, onPress, disabledReason, onRefused } = props
  const {
    variant: _v,
    size: _s,
    icon: _i,
    label: _l,
    shortcut: _k,
    onPress: _p,
    disabledReason: _d,
    onRefused: _r,
    ...rest
  } = props
  const { className, children, ref, type = 'button', ...attributes } = rest
  const own = useRef<HTMLButtonElement>(null)
  const reasonId = useId()
  const [hinted, setHinted] = useState<'no' | 'soon' | 'at-once'>('no')
  const unhint = useCallback(() => setHinted('no'), [])
  // The same as long as it can be: another one is taken off and put on again with every drawing.
  const both = useMemo(() => mergeRefs(own, ref), [ref])
  const refused = typeof disabledReason === 'string'
  const hint = disabledReason ?? label

  function press(event: { preventDefault(): void }): void {
    if (!refused) {
      setHinted('no')
      onPress?.()
      return
    }
    event.preventDefault()
    if (onRefused) onRefused(disabledReason)
    else setHinted('at-once')
  }

  return (
    <>
      <button
        {...attributes}
        ref={both}
        type={type}
        className={classNames(
          styles.button,
          styles[variant],
          size === 'small' && styles.small,
          label !== undefined && children === undefined && styles.icon,
          className,
        )}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(refused ? { 'aria-disabled': true, 'aria-describedby': reasonId } : {})}
        onClick={press}
        onPointerEnter={(event) => hint !== undefined && event.pointerType === 'mouse' && setHinted('soon')}
        onPointerLeave={unhint}
        onFocus={(event) => {
          if (hint !== undefined && event.currentTarget.matches(':focus-visible')) setHinted('soon')
        }}
        onBlur={unhint}
      >
        {icon}
        {children}
      </button>
      {refused && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
      {hint !== undefined && hinted !== 'no' && (
        <Hint anchor={own} delay={hinted === 'soon' ? 400 : 0} onClose={unhint}>
          {hint}
          {!refused && shortcut !== undefined && <kbd className={styles.key}>{keyWords(shortcut)}</kbd>}
        </Hint>
      )}
    </>
  )
}

function mergeRefs(own: { current: HTMLButtonElement | null }, given: Ref<HTMLButtonElement> | undefined) {
  return (element: HTMLButtonElement | null): void => {
    own.current = element
    if (typeof given === 'function') given(element)
    else if (given) given.current = element
  }
}
