/** Clock, calendar and ids of a real browser. */
import { type Environment, localDate } from '../application/environment'
import { uuidV7 } from '../event-log/uuid'

export const browserEnvironment: Environment = {
  now: () => Date.now(),
  today: () => localDate(Date.now()),
  newId: () => uuidV7(),
}
