import { expect, it } from 'vitest'
import { create, findClient, openForm, sees } from './people.ts'
import { startStage } from './stage.ts'

const LEAD = { Phone: '404-555-0120', Name: 'Nadia Okafor', Operation: 'Tree Care', 'Lead Source': 'Phone' }
const at = (time: string) => Temporal.ZonedDateTime.from(`${time}[America/New_York]`).epochMilliseconds

it('plans a call back for a day behind the change to standard time, at the time on the wall', async () => {
  const stage = await startStage({ overrides: { now: () => at('2026-10-31T10:00') } })
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ 'Follow-up': 'Call back' })
  await sees(stage, ana, 'When')
  await ana.fill({ When: 'Pick…' })
  await sees(stage, ana, 'All day')
  await findClient(stage, ana, { ...LEAD, Day: '2026-11-02', Time: '09:30' })
  await create(stage, ana)

  expect(stage.singleops.tasks()).toMatchObject([
    {
      name: 'Ana: call Nadia Okafor',
      start: '2026-11-02 09:30:00',
      stop: '2026-11-02 09:45:00',
      // An hour later than the same time on the day before the change.
      startsAt: '2026-11-02T14:30:00Z',
      onSite: false,
    },
  ])
})

it('asks which one is meant of a time that occurs twice', async () => {
  const stage = await startStage({ overrides: { now: () => at('2026-10-31T10:00') } })
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ 'Follow-up': 'Call back' })
  await sees(stage, ana, 'When')
  await ana.fill({ When: 'Pick…' })
  await sees(stage, ana, 'All day')
  await ana.fill({ ...LEAD, Day: '2026-11-01', Time: '01:30' })
  await sees(stage, ana, 'which one')
  const asked = await ana.submit()
  await findClient(stage, ana, { 'The clocks go back: which one?': 'The second one (standard time)' })
  await create(stage, ana)

  expect(asked).toMatchObject({ kind: 'errors' })
  expect(JSON.stringify(asked.errors)).toContain('comes twice')
  expect(stage.singleops.tasks()).toMatchObject([{ start: '2026-11-01 01:30:00' }])
})

it('refuses a time that the clocks skip, beside the field', async () => {
  const stage = await startStage({ overrides: { now: () => at('2027-03-12T10:00') } })
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ 'Follow-up': 'Estimate visit' })
  await sees(stage, ana, 'When')
  await ana.fill({ When: 'Pick…' })
  await sees(stage, ana, 'All day')
  await ana.fill({ ...LEAD, Day: '2027-03-14', Time: '02:30' })
  const outcome = await ana.submit()

  expect(outcome.kind).toBe('errors')
  expect(Object.keys(outcome.errors ?? {})).toEqual([expect.stringMatching(/^time\|/u)])
  expect(JSON.stringify(outcome.errors)).toContain('no 2:30')
})

it('offers no preset that has passed, and books an estimate on site for an hour', async () => {
  const stage = await startStage({ overrides: { now: () => at('2026-11-27T17:00') } })
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ 'Follow-up': 'Estimate visit' })
  const form = await sees(stage, ana, 'When')
  await findClient(stage, ana, { ...LEAD, When: 'next working day 8:00' })
  await create(stage, ana)

  expect(JSON.stringify(form.blocks)).not.toContain('today 4 pm')
  expect(stage.singleops.tasks()).toMatchObject([
    { start: '2026-11-30 08:00:00', stop: '2026-11-30 09:00:00', onSite: true },
  ])
})
