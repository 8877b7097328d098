import { describe, expect, it } from 'vitest'
import { formatLocalStart, formatMoment } from '../../../src/slack/messages/local-time.ts'

const at = Date.parse('2026-11-24T03:05:00Z')

describe('formatMoment', () => {
  it.each([
    ['America/New_York', '2026-11-24T04:00:00Z', '10:05 pm'],
    ['America/New_York', '2026-11-24T19:14:00Z', 'Nov 23, 10:05 pm'],
    ['UTC', '2026-11-24T19:14:00Z', '3:05 am'],
  ])('tells the time in %s at %s', (zone, now, shown) => {
    expect(formatMoment(at, zone, Date.parse(now))).toBe(shown)
  })
})

describe('formatLocalStart', () => {
  it('tells day and time as they stand on the wall', () => {
    expect(formatLocalStart('2026-11-25T07:30:00', false)).toBe('Wed, Nov 25, 7:30 am')
    expect(formatLocalStart('2026-11-25T00:00:00', true)).toBe('Wed, Nov 25, all day')
  })
})
