/** Every word of the mark in an account's header; beside the others it would join the first load. */
import { spoken } from '../../spoken'

export const changedMessages = spoken('accounts/changed-marks', {
  changed: (count: string) => `${count} changed`,
  label: (marks: number, count: string) =>
    `${count} changed: ${
      marks === 1
        ? 'a balance that was agreed with the bank no longer agrees'
        : 'balances that were agreed with the bank no longer agree'
    }. Find where it went wrong`,
})
