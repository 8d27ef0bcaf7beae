/** The groups of a number while its categories are still read: no figure of a part is taken for one of the whole. */
import { render, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type Explained, UNREAD } from '../../stores/explain/use-explained'
import { groupLines } from './group-lines'
import { GroupTable } from './group-table'

const groups = [
  { key: UNREAD, count: 7, sum: -50 },
  { key: 0, count: 3, sum: 900 },
]
const explained: Explained = {
  asked: { kind: 'total', unit: 0, currency: 'EUR', exponent: 2 },
  minor: 850,
  explanation: { groups, count: 10, sum: 850 },
  question: undefined,
  order: 'recorded',
  rows: () => {
    throw new Error('no rows are asked for')
  },
}

function shown(isPartial: boolean): { readonly heads: (string | null)[]; readonly first: string | null } {
  const lines = groupLines(explained.explanation, 'category', ['Income'])
  const { unmount } = render(
    <GroupTable
      explained={explained}
      lines={lines}
      by="category"
      chosen={undefined}
      isPartial={isPartial}
      onChoose={() => undefined}
    />,
  )
  const [, first] = screen.getAllByRole('row')
  const read = {
    heads: screen.getAllByRole('columnheader').map(({ textContent }) => textContent),
    first: within(first as HTMLElement).getByRole('rowheader').textContent,
  }
  unmount()
  return read
}

test('while categories are read the columns say so, and what is not read yet stands first', () => {
  expect(shown(true)).toEqual({ heads: ['Category', 'Entries so far', 'Sum so far'], first: 'Not read yet' })
})

test('read to the end they are the entries and the sum', () => {
  expect(shown(false).heads).toEqual(['Category', 'Entries', 'Sum'])
})
