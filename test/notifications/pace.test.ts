import { expect, it } from 'vitest'
import { createPace } from '../../src/notifications/pace.ts'

const CARD = { kind: 'card', channel: 'C1' } as const

it('gives each message a turn of its own once Slack has asked for a pause', () => {
  let clock = 0
  const pace = createPace(() => clock)
  pace.slowDown(CARD, 2_000)

  const turns = ['a', 'b', 'c'].map((id) => pace.turnOf(id, CARD))
  const again = pace.turnOf('b', CARD)
  clock = 3_000
  const due = ['a', 'b'].map((id) => pace.turnOf(id, CARD))

  expect(turns).toEqual([2_000, 3_000, 4_000])
  expect(again).toBe(3_000)
  expect(due).toEqual([undefined, undefined])
})

it('holds no message back before Slack has asked for it, nor in another place, nor long afterwards', () => {
  let clock = 0
  const pace = createPace(() => clock)
  const before = pace.turnOf('a', CARD)
  pace.slowDown(CARD, 1_000)

  const elsewhere = pace.turnOf('b', { kind: 'card', channel: 'C2' })
  clock = 60_000
  const later = pace.turnOf('c', CARD)

  expect([before, elsewhere, later]).toEqual([undefined, undefined, undefined])
})
