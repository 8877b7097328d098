import { expect, it } from 'vitest'
import { create, findClient, openForm } from './people.ts'
import { searchRequests, withSearch } from './searches.ts'
import { startStage } from './stage.ts'

const LEAD = { Operation: 'Tree Care', 'Lead Source': 'Phone', 'What do they need?': 'Stump' }
/** What one number costs in an account so small that no page is full; an email costs one more. */
const NUMBER = 11

it('asks once for a call in which the number is typed first and the rest after it', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)

  await withSearch(stage, () => ana.fill({ Phone: '404-555-0120' }))
  const match = await findClient(stage, ana, {
    ...LEAD,
    Name: 'Nadia Okafor',
    'Address of the work': '12 Elm St, Marietta, GA 30060',
  })

  expect(match.text).toContain('No client has this number or email')
  expect(searchRequests(stage)).toBe(NUMBER)
})

it('tells two on one number apart by a name that is typed after the search', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)

  await withSearch(stage, () => ana.fill({ Phone: '404-555-0142' }))
  const match = await findClient(stage, ana, { ...LEAD, Name: 'Maria Lopez' })
  await create(stage, ana)

  expect(match.text).toContain('(•) Maria Lopez')
  expect(match.text).toContain('Luis Lopez')
  expect(searchRequests(stage)).toBe(NUMBER)
})

it('does not search for an email that is not a whole one yet, nor anew for each of its letters', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await withSearch(stage, () => ana.fill({ Phone: '404-555-0120' }))
  const type = async (from: string, to: string) => {
    for (let length = from.length + 1; length <= to.length; length += 1) {
      await ana.fill({ Email: to.slice(0, length) })
    }
  }

  await type('', 'jane.smith@mail')
  const half = searchRequests(stage)
  await withSearch(stage, () => type('jane.smith@mail', 'jane.smith@mail.example'))
  const match = await findClient(stage, ana, { ...LEAD, Name: 'Jane Smith' })

  expect(half).toBe(NUMBER)
  // Once it was 24 searches, each for the number too. A slow machine may pause in the middle of typing.
  expect(searchRequests(stage)).toBeGreaterThan(NUMBER)
  expect(searchRequests(stage)).toBeLessThanOrEqual(NUMBER + 6)
  expect(match.text).toContain('(•) Jane Smith')
})
