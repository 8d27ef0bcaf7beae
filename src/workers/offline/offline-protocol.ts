/**
 * What the page and its service worker tell each other. Any script of this origin may speak to either: what is none of
 * these words does nothing ([TR2]).
 */

/** The page to the service worker. */
export type OfflineRequest =
  /** From now on this version answers, in every tab. */
  | { readonly kind: 'take-over' }
  /** A page has opened: what none needs any more may go. */
  | { readonly kind: 'tidy' }

/** The page's answer on the port of a message, which asks for it: the path of its first script. */
export type PageAnswer = string

/** What a message to the service worker asks for; undefined where that is none of ours. */
export function requestIn(data: unknown): OfflineRequest['kind'] | undefined {
  const kind = typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined
  return kind === 'take-over' || kind === 'tidy' ? kind : undefined
}

/** undefined where it is no answer: then the page is taken to need all versions. */
export function answerIn(data: unknown): PageAnswer | undefined {
  return typeof data === 'string' ? data : undefined
}
