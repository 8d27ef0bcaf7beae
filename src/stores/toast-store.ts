/**
 * Short confirmations, each with at most one thing to do about it.
 * The region lets those of what is done leave by themselves; problems stay until dismissed or pushed out by newer ones.
 */
import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly message: string
  readonly tone: 'done' | 'problem'
  readonly action?: { readonly label: string; run(): void }
  /** It is about standing in the past, and pointless at now. */
  readonly ofPast?: boolean
  /** It says which ledger is open, and is pointless once another is. */
  readonly ofLedger?: boolean
  /** It is said until it is dismissed, however many come after it. */
  readonly stays?: boolean
}

/** More than this at once and the oldest goes: a pile of toasts is read by nobody. */
const MOST = 3
let lastId = 0

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

export function toast(
  message: string,
  options: Partial<Pick<Toast, 'tone' | 'action' | 'ofPast' | 'ofLedger' | 'stays'>> = {},
): void {
  const next: Toast = {
    id: ++lastId,
    message,
    tone: options.tone ?? 'done',
    ...(options.action ? { action: options.action } : {}),
    ...(options.ofPast ? { ofPast: true } : {}),
    ...(options.ofLedger ? { ofLedger: true } : {}),
    ...(options.stays ? { stays: true } : {}),
  }
  // Said again, it takes the place of what it repeats: as new, so that it is heard and its time begins anew.
  const others = (each: Toast) => each.message !== message || each.tone !== next.tone
  useToasts.setState(({ toasts }) => {
    const all = [...toasts.filter(others), next]
    return { toasts: all.filter((each, i) => each.stays || all.length - i <= MOST) }
  })
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((each) => each.id !== id) }))
}

/** On the return to now. */
export function dismissToastsOfPast(): void {
  dismissAll('ofPast')
}

/** When another ledger opens. */
export function dismissToastsOfLedger(): void {
  dismissAll('ofLedger')
}

function dismissAll(of: 'ofPast' | 'ofLedger'): void {
  useToasts.setState(({ toasts }) =>
    toasts.some((each) => each[of]) ? { toasts: toasts.filter((each) => !each[of]) } : {},
  )
}
