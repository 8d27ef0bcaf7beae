/** The columns of a statement, on screen and on paper. */
export const COLUMNS = ['date', 'payee', 'memo', 'category', 'eventColumn', 'amount', 'balance'] as const
