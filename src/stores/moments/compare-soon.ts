/** What strip, sidebar and keys need of comparing: it loads when it is first asked for. */

/** From the past: with now. At now: with a moment to be chosen. On the page: A goes to where B stands. */
export async function compareFromHere(): Promise<void> {
  const { pinHere } = await import('./comparing')
  pinHere()
}
