import { expect, it } from 'vitest'
import { monthOf, timeAgo } from '../../../src/slack/messages/time-ago.ts'

const SECOND = 1_000
const HOUR = 3_600 * SECOND

it.each([
  [-5 * SECOND, 'just now'],
  [59 * SECOND, 'just now'],
  [61 * SECOND, '1 minute ago'],
  [59 * 60 * SECOND, '59 minutes ago'],
  [HOUR, '1 hour ago'],
  [26 * HOUR, '26 hours ago'],
  [71 * HOUR, '2 days ago'],
])('says of %d ms: %s', (ms, words) => {
  expect(timeAgo(0, ms)).toBe(words)
})

it('names the month in the account’s zone, with the year where that is another one', () => {
  const now = Date.UTC(2026, 3, 20)

  expect(monthOf(Date.UTC(2026, 2, 1, 3), 'America/New_York', now)).toBe('February')
  expect(monthOf(Date.UTC(2025, 5, 15), 'America/New_York', now)).toBe('June 2025')
})
