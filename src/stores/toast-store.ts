/** Short confirmations, each with at most one thing to do about it. They stay until dismissed or pushed out by newer ones. */
import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly message: string
  readonly tone: 'done' | 'problem'
  readonly action?: { readonly label: string; run(): void }
}

/** More than this at once and the oldest goes: a pile of toasts is read by nobody. */
const MOST = 3
let lastId = 0

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

export function toast(
  message: string,
  options: { readonly tone?: Toast['tone']; readonly action?: Toast['action'] } = {},
): void {
  const next: Toast = {
    id: ++lastId,
    message,
    tone: options.tone ?? 'done',
    ...(options.action ? { action: options.action } : {}),
  }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, next].slice(-MOST) }))
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((each) => each.id !== id) }))
}
