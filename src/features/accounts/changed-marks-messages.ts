/** Every word of the mark in an account's header; beside the others it would join the first load. */
export const changedMessages = {
  changed: (count: string) => `${count} changed`,
  label: (marks: number, count: string) =>
    `${count} ${marks === 1 ? 'balance' : 'balances'} changed after being agreed with the bank: find where it went wrong`,
} as const
