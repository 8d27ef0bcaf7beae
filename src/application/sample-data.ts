/** The file of the sample household. Few people need it, so what makes it is no part of the first load. */

/** Always the same household; only its last day moves with the date. */
const SEED = 7

/** @param endDate `YYYY-MM-DD`. */
export async function sampleFile(endDate: string): Promise<Blob> {
  const { sampleLog } = await import('../exchange/sample-log')
  return sampleLog({ seed: SEED, endDate }).file
}
