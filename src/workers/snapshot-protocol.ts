/** What page and snapshot worker say beside the stages: the name of a database first, then perhaps this. */

/** No name of a database. */
export const IDS_NEEDED = 'ids'
