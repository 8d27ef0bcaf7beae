/** Every dialog there is; each shows itself when its request is made. One chunk of the bundle. */
import { AccountDialogs } from '../features/accounts/account-dialogs'
import { EventDialog } from '../features/inspector/event-dialog'
import { GoToMomentDialog } from '../features/timeline/go-to-moment-dialog'

export function AllDialogs() {
  return (
    <>
      <AccountDialogs />
      <EventDialog />
      <GoToMomentDialog />
    </>
  )
}
