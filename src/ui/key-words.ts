/** Names of keys as the reader's keyboard has them. */
import { kitMessages } from '../locales/en/kit'

const names: Readonly<Record<string, string>> = kitMessages.keys

/** `Ctrl K` → `Strg K`. Letters and signs stand for themselves. */
export function keyWords(keys: string): string {
  return keys
    .split(' ')
    .map((key) => names[key] ?? key)
    .join(' ')
}
