/** What a row may ask for. One object for all rows, so that rows stay as they are while the list around them moves. */
export interface RowCommands {
  /** All by globalPosition of the row's entry. */
  open(position: number): void
  reverse(position: number): void
  annotate(position: number): void
  /** Why the row's balance is what it is. */
  explain(position: number): void
  /** Asks for a sandbox without it. */
  leaveOut(position: number): void
  /** Brings another row into sight and focuses it. */
  go(position: number): void
  /** undefined: the pointer left the rows. */
  point(position: number | undefined): void
  focus(position: number): void
}
