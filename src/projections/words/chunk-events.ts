/** How the words of a log are divided, for those who need no more than that. */

/** Events of a chunk: the next chunk begins at a multiple of it. */
export const CHUNK_EVENTS = 16_384
