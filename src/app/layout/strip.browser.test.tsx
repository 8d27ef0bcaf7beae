import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useLedger } from '../../stores/ledger-store'
import { Strip } from './strip'

afterEach(() => {
  cleanup()
  useLedger.setState({ status: 'opening', size: 0, rootHash: '' })
})

const words = () => screen.getByRole('region', { name: 'Moment shown' }).textContent

test('at now it says where the log is kept, and its seal', () => {
  useLedger.setState({ status: 'ready', size: 3, rootHash: 'abcdef0123456789' })
  render(<Strip />)
  expect(words()).toMatch(/^Now.*Saved on this device · log sealed abcd…6789$/)
})

test('of a ledger that failed it claims nothing', () => {
  useLedger.setState({ status: 'failed', size: 3, rootHash: 'abcdef0123456789' })
  render(<Strip />)
  expect(words()).toBe('Not available')
})
