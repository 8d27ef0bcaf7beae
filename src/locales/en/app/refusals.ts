/** Why a command cannot be given now. Apart from the palette's other texts, since keys need these at once. */
import { spoken } from '../../spoken'

export const refusalMessages = spoken('app/refusals', {
  pastReadOnly: 'The past is read-only. Return to now to record.',
  noAccount: 'Open an account first',
  nothingToReverse: 'There is no entry here that could be reversed',
})
