/** What the page and its service worker tell each other. Types only: the service worker is a file of its own. */

/** The page to the service worker. */
export type OfflineRequest =
  /** From now on this version answers, in every tab. */
  | { readonly kind: 'take-over' }
  /** A page has opened: what none needs any more may go. */
  | { readonly kind: 'tidy' }

/** The page's answer on the port of a message, which asks for it: the path of its first script. */
export type PageAnswer = string
