import { describe, expect, it } from 'vitest'
import {
  defaultTaskName,
  type FollowUpContext,
  isRepeatedTime,
  offeredPresets,
  planFollowUp,
} from '../../src/intake/plan-follow-up.ts'
import type { FollowUpEntry } from '../../src/lead/draft.ts'
import { FOLLOW_UP } from './an-account.ts'

const at = (local: string, zone = 'America/New_York') =>
  Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds

const context = (now: string, change: Partial<FollowUpContext> = {}): FollowUpContext => ({
  ...FOLLOW_UP,
  timeZone: 'America/New_York',
  now: at(now),
  takerName: 'Sam',
  customerName: 'Jane Smith',
  ...change,
})

const pick = (change: Partial<FollowUpEntry>): FollowUpEntry => ({ kind: 'call', when: 'pick', ...change })

it('plans nothing for "None"', () => {
  expect(
    planFollowUp({ kind: 'none', when: 'pick', date: '2020-01-01' }, context('2026-11-23T10:00')),
  ).toEqual({
    kind: 'none',
  })
})

describe('presets', () => {
  it.each([
    ['today-4', '2026-11-23T10:00', '2026-11-23T16:00:00', '2026-11-23T16:15:00'],
    ['tomorrow', '2026-11-23T23:59', '2026-11-24T07:30:00', '2026-11-24T07:45:00'],
    // A Friday: the weekend is skipped.
    ['working', '2026-11-27T10:00', '2026-11-30T08:00:00', '2026-11-30T08:15:00'],
    ['working', '2026-11-23T10:00', '2026-11-24T08:00:00', '2026-11-24T08:15:00'],
  ])('%s at %s means %s', (when, now, start, stop) => {
    const plan = planFollowUp({ kind: 'call', when }, context(now))

    expect(plan).toMatchObject({ kind: 'planned', task: { start, stop, allDay: false, onSite: false } })
  })

  it('is refused once it has passed', () => {
    const plan = planFollowUp({ kind: 'call', when: 'today-4' }, context('2026-11-23T16:00'))

    expect(plan).toMatchObject({ kind: 'wrong', problems: [{ field: 'when' }] })
  })

  it('is not offered once it has passed', () => {
    expect(offeredPresets(context('2026-11-23T16:00')).map(({ key }) => key)).toEqual(['tomorrow', 'working'])
    expect(offeredPresets(context('2026-11-23T15:59')).map(({ key }) => key)).toContain('today-4')
  })

  it('lasts an hour on site for an estimate visit', () => {
    const plan = planFollowUp({ kind: 'visit', when: 'tomorrow' }, context('2026-11-23T10:00'))

    expect(plan).toMatchObject({ task: { stop: '2026-11-24T08:30:00', onSite: true } })
  })
})

describe('a picked time', () => {
  const now = '2026-10-30T10:00'

  it.each<[string, Partial<FollowUpEntry>, string]>([
    ['no day', { time: '09:00' }, 'date'],
    ['no time', { date: '2026-11-02' }, 'time'],
    ['a time that has passed', { date: '2026-10-30', time: '09:59' }, 'time'],
    ['a day that has passed', { date: '2026-10-29', allDay: true }, 'date'],
    ['an end before the start', { date: '2026-11-02', time: '09:00', stopTime: '08:59' }, 'stopTime'],
    ['an end at the start', { date: '2026-11-02', time: '09:00', stopTime: '09:00' }, 'stopTime'],
    ['a time that occurs twice', { date: '2026-11-01', time: '01:30' }, 'time'],
    ['a time that is skipped', { date: '2027-03-14', time: '02:30' }, 'time'],
    ['an end that is skipped', { date: '2027-03-14', time: '01:30', stopTime: '02:15' }, 'stopTime'],
    ['a long task name', { date: '2026-11-02', time: '09:00', name: 'x'.repeat(42) }, 'taskName'],
  ])('is refused beside the field: %s', (_, entry, field) => {
    const plan = planFollowUp(pick(entry), context(now))

    expect(plan).toMatchObject({ kind: 'wrong', problems: [{ field }] })
  })

  it('names all that is wrong at once', () => {
    const plan = planFollowUp(pick({ name: 'x'.repeat(42), notes: 'y'.repeat(4001) }), context(now))

    expect(plan).toMatchObject({
      kind: 'wrong',
      problems: [{ field: 'date' }, { field: 'taskName' }, { field: 'taskNotes' }],
    })
  })

  it.each([
    ['first', '2026-11-01T05:30:00Z'],
    ['second', '2026-11-01T06:30:00Z'],
  ] as const)('means the %s of two instants when that one is chosen', (occurrence, instant) => {
    const plan = planFollowUp(pick({ date: '2026-11-01', time: '01:30', occurrence }), context(now))

    expect(
      plan.kind === 'planned' && Temporal.Instant.fromEpochMilliseconds(plan.task.startsAt).toString(),
    ).toBe(instant)
  })

  it('ends in the new time when the clocks change in between', () => {
    const plan = planFollowUp(
      pick({ kind: 'visit', date: '2026-11-01', time: '00:30', stopTime: '03:00' }),
      context(now),
    )

    expect(plan.kind === 'planned' && plan.task.stopsAt - plan.task.startsAt).toBe(3.5 * 3_600_000)
  })

  it('lasts all day when that is ticked, whatever time stands beside it', () => {
    const plan = planFollowUp(pick({ date: '2026-11-02', time: '09:00', allDay: true }), context(now))

    expect(plan).toMatchObject({
      task: { allDay: true, start: '2026-11-02T00:00:00', stop: '2026-11-02T23:59:00' },
    })
  })

  it('takes name and notes of its own', () => {
    const plan = planFollowUp(
      pick({ date: '2026-11-02', time: '09:00', name: 'Ring twice', notes: 'Deaf' }),
      context(now),
    )

    expect(plan).toMatchObject({ task: { name: 'Ring twice', notes: 'Deaf' } })
  })
})

it('knows which times occur twice', () => {
  const zone = 'America/New_York'
  expect(isRepeatedTime(pick({ date: '2026-11-01', time: '01:30' }), zone)).toBe(true)
  expect(isRepeatedTime(pick({ date: '2026-11-01', time: '02:30' }), zone)).toBe(false)
  expect(isRepeatedTime(pick({ date: '2026-11-01', time: '01:30', allDay: true }), zone)).toBe(false)
  // Arizona doesn't change its clocks.
  expect(isRepeatedTime(pick({ date: '2026-11-01', time: '01:30' }), 'America/Phoenix')).toBe(false)
})

it('keeps the default task name within SingleOps’ cap', () => {
  const name = defaultTaskName({ kind: 'visit' }, { takerName: 'Sam', customerName: '👩‍👩‍👧‍👦'.repeat(20) })

  expect(name.length).toBeLessThanOrEqual(41)
  expect(name).toMatch(/^Sam: estimate for /u)
})
