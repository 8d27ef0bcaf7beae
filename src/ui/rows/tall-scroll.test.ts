import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tallScroll } from './tall-scroll'

const ROOM = 600
const lengths = fc.integer({ min: 16_000_001, max: 3_000_000_000 })

test('[TS4] what an element may be as high as is scrolled as it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 16_000_000 }), fc.nat(16_000_000), (length, place) => {
      const { height, scrollTopOf, placeOf, mayStay } = tallScroll(length, ROOM)
      expect([height, scrollTopOf(place), placeOf(place)]).toEqual([length, place, place])
      expect(mayStay(place, place)).toBe(true)
      expect(mayStay(place + 1, place)).toBe(false)
    }),
  )
})

test('[TS1] both ends are reached to the pixel, and nothing but their own shift stays there', () => {
  fc.assert(
    fc.property(lengths, fc.nat(999_999), (length, away) => {
      const { height, scrollTopOf, placeOf, mayStay } = tallScroll(length, ROOM)
      const [first, last] = [away, length - ROOM - away]
      expect(scrollTopOf(first)).toBe(away)
      expect(scrollTopOf(last)).toBe(height - ROOM - away)
      expect(placeOf(away)).toBe(first)
      expect(placeOf(height - ROOM - away)).toBe(last)
      for (const place of [first, last]) {
        expect(mayStay(scrollTopOf(place), place)).toBe(true)
        for (const by of [-100, 100]) expect(mayStay(scrollTopOf(place) + by, place)).toBe(false)
      }
    }),
  )
})

test('[TS2] far from the ends a shift stays for half a million pixels, and never lets the element come to its end', () => {
  fc.assert(
    fc.property(lengths, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(600_000), (length, share, away) => {
      const { height, scrollTopOf, mayStay } = tallScroll(length, ROOM)
      const place = 1_000_001 + share * (length - ROOM - 2_000_002)
      for (const scrollTop of [scrollTopOf(place) - away, scrollTopOf(place) + away]) {
        const stays = mayStay(scrollTop, place)
        expect(stays).toBe(away < 500_000)
        if (stays) expect(scrollTop > ROOM && scrollTop < height - 2 * ROOM).toBe(true)
      }
    }),
  )
})

test('[TS3] a leap leads to every place, later ones for later ones, and back to where it came from', () => {
  fc.assert(
    fc.property(lengths, fc.nat(15_999_399), fc.nat(15_999_399), (length, one, other) => {
      const { placeOf, scrollTopOf } = tallScroll(length, ROOM)
      const [earlier, later] = [Math.min(one, other), Math.max(one, other)]
      expect(placeOf(earlier)).toBeLessThanOrEqual(placeOf(later))
      expect(scrollTopOf(placeOf(one))).toBeCloseTo(one, 3)
      expect(placeOf(one)).toBeGreaterThanOrEqual(0)
      expect(placeOf(one)).toBeLessThanOrEqual(length - ROOM)
    }),
  )
})
