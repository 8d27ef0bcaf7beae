import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useEqualRows } from './use-equal-rows'

const ROW = 56
const ROOM = 600

function Rows({ count }: { readonly count: number }) {
  const scroller = useRef<HTMLDivElement>(null)
  const { items, height, show } = useEqualRows({ count, rowHeight: ROW, scroller, overscan: 2, head: 0 })
  return (
    <>
      <button type="button" onClick={() => show(count >> 1, 'start')}>
        Middle
      </button>
      <div ref={scroller} data-testid="box" style={{ height: ROOM, overflow: 'auto', position: 'relative' }}>
        <div style={{ height }}>
          {items.map(({ index, start }) => (
            <div
              key={index}
              data-row={index}
              style={{ position: 'absolute', height: ROW, transform: `translateY(${start}px)` }}
            >
              {index}
            </div>
          ))}
        </div>
      </div>
    </>
  )
}

afterEach(cleanup)

function scrolled(count: number) {
  render(<Rows count={count} />)
  const box = screen.getByTestId('box')
  /** Pixels between the box's upper edge and a row's; undefined where it is not there. */
  const topOf = (row: number) => {
    const element = box.querySelector(`[data-row="${row}"]`)
    return element ? element.getBoundingClientRect().top - box.getBoundingClientRect().top : undefined
  }
  return { box, topOf }
}

test.each([3_000_000, 1000])('[TS1] [TS4] the last of %d rows is reached, and the first again', async (count) => {
  const { box, topOf } = scrolled(count)
  box.scrollTop = box.scrollHeight
  await expect.poll(() => topOf(count - 1)).toBe(ROOM - ROW)
  box.scrollTop = 0
  await expect.poll(() => topOf(0)).toBe(0)
})

test('[TS2] [TS3] rows in the middle of three million move with the wheel, pixel by pixel', async () => {
  const { box, topOf } = scrolled(3_000_000)
  fireEvent.click(screen.getByRole('button', { name: 'Middle' }))
  await expect.poll(() => topOf(1_500_000)).toBe(0)
  for (let moved = 100; moved <= 400; moved += 100) {
    box.scrollTop += 100
    await expect.poll(() => topOf(1_500_005)).toBe(5 * ROW - moved)
  }
  // Nearly: both ends are there one to one.
  box.scrollTop = box.scrollHeight / 4
  const first = () => Number(box.querySelector('[data-row]')?.getAttribute('data-row'))
  await expect.poll(first).toBeLessThan(750_000)
  expect(first()).toBeGreaterThan(600_000)
})
