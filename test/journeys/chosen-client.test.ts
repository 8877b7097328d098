import { expect, it } from 'vitest'
import type { UserActions } from '../../src/sandbox/workspace/api.ts'
import { create, findClient, openForm, sees } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const WORK = { 'What do they need?': 'Hedge', Operation: 'Tree Care', 'Lead Source': 'Phone' }
const HAS_ALL = 'SingleOps has all of this'

async function isGone(stage: Stage, person: UserActions, words: string) {
  return stage.ws.waitFor(
    () => {
      const view = person.modal()
      return view && !view.text.includes(words) ? view : undefined
    },
    { what: `${words} to be gone` },
  )
}

/** The end of the search, after a submit. */
const theMatch = (stage: Stage, person: UserActions) =>
  stage.ws.waitFor(
    () => {
      const view = person.modal()
      return view?.title === 'Which client?' && !view.text.includes('Looking for') ? view : undefined
    },
    { what: 'the end of the search' },
  )

const notesIn = (stage: Stage) => stage.singleops.jobs()[0]?.notes ?? ''

/** A form in which Jane was found by her number and taken. */
async function withJane(stage: Stage, person: UserActions): Promise<void> {
  await openForm(stage, person)
  await person.fill({ Phone: '770-555-0123' })
  await sees(stage, person, 'This is Jane Smith')
  await person.click('Use this client')
  await sees(stage, person, 'Not this client')
}

it.each([
  ['corrected', '404-555-0120'],
  ['emptied', ''],
])('takes the offered client back when the number is %s', async (_, number) => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.fill({ Phone: '770-555-0123' })
  await sees(stage, ana, 'This is Jane Smith')

  await ana.fill({ Phone: number })
  await isGone(stage, ana, 'This is Jane Smith')
  const match = await findClient(stage, ana, { ...WORK, Name: 'Nadia Okafor', Email: 'nadia@mail.example' })
  await create(stage, ana)

  expect(match.text).not.toContain('Jane Smith')
  expect(stage.singleops.portalClients()).toMatchObject([{ first_name: 'Nadia' }])
})

it('offers the client of the corrected number in the place of the first one', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.fill({ Phone: '770-555-0123' })
  await sees(stage, ana, 'This is Jane Smith')

  await ana.fill({ Phone: '770-555-0124' })
  const form = await sees(stage, ana, 'This is Harold Smith')

  expect(form.text).not.toContain('This is Jane Smith')
})

it('keeps the offered client while an email is typed behind the number', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.fill({ Phone: '770-555-0123' })
  await sees(stage, ana, 'This is Jane Smith')

  await ana.fill({ Email: 'jane.smith@mail.example' })
  await ana.click('Use this client')
  const form = await sees(stage, ana, 'Not this client')

  expect(form.text).toContain('For Jane Smith')
})

it('ticks nobody when the number typed after a client was taken is somebody else’s', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await withJane(stage, ana)

  await ana.fill({ ...WORK, Phone: '770-555-0124', Name: 'Harold Smith' })
  await ana.submit()
  const match = await theMatch(stage, ana)
  await ana.fill({ 'Is it one of these?': 'Jane Smith · 200 Main St, Marietta' })
  await sees(stage, ana, 'New mobile: 770-555-0124')
  await create(stage, ana)

  expect(match.text).not.toContain('(•)')
  expect(match.text).toMatch(/Jane Smith · 200 Main St, Marietta[^\n]*\n[^\n]*chosen before/u)
  expect(notesIn(stage)).toContain('New contact: Harold Smith\nNew mobile: 770-555-0124')
})

it('puts what was typed after a client was taken into the notes, though the search fails', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await withJane(stage, ana)
  stage.singleops.setFault({ kind: 'status', status: 500, path: 'clients/search_by_field' })

  await ana.fill({ ...WORK, Email: 'jane.new@mail.example' })
  await ana.submit()
  const match = await theMatch(stage, ana)
  stage.singleops.clearFaults()
  await create(stage, ana)

  expect(match.text).toContain('New email: jane.new@mail.example')
  expect(match.text).not.toContain(HAS_ALL)
  expect(notesIn(stage)).toContain('New email: jane.new@mail.example')
})

it('sends another number than the one a client was found by, and says that it was not compared', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.closeAll()
  await ana.command('/lead', 'find 770-555-0123')
  const answer = await stage.ws.waitFor(() =>
    ana.ephemerals().find((message) => JSON.stringify(message).includes('Jane')),
  )
  await ana.click('New lead for this client', { message: { channel: answer.channel, ts: answer.ts } })
  await sees(stage, ana, 'For Jane Smith')

  await ana.fill({ ...WORK, Phone: '404-555-0129' })
  await ana.submit()
  const match = await theMatch(stage, ana)
  await create(stage, ana)

  expect(match.text).not.toContain(HAS_ALL)
  expect(match.text).toContain('not compared')
  expect(stage.singleops.jobs()).toMatchObject([{ clientName: 'Jane Smith' }])
  expect(notesIn(stage)).toContain('Mobile: 404-555-0129')
})

it('sends what was changed with "Fix and send" for a known client', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  stage.singleops.setFault({ kind: 'refuse', text: 'Name is too odd', path: 'jobs', times: 1 })
  await findClient(stage, ana, { ...WORK, Phone: '770-555-0123', Name: 'Jane Smith' })
  await ana.submit()
  await sees(stage, ana, 'Fix and send')
  await ana.click('Fix and send')
  await sees(stage, ana, 'Continue')

  await ana.fill({ Phone: '404-555-0129', Email: 'new@mail.example' })
  await ana.submit()
  const match = await theMatch(stage, ana)
  await create(stage, ana)

  expect(match.text).not.toContain(HAS_ALL)
  expect(notesIn(stage)).toContain('Mobile: 404-555-0129\nEmail: new@mail.example')
})

it('shows of a known client what is sent and nothing else', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, {
    ...WORK,
    Phone: '770-555-0123',
    Name: 'Jane Smith',
    Email: 'jane.new@mail.example',
    'Address of the work': '9 Lake Dr, Marietta, GA 30060',
  })

  await ana.click('Show all that is sent')
  const known = await sees(stage, ana, 'Show less')
  await ana.fill({ 'Is it one of these?': 'New client (none of these)' })
  const fresh = await sees(stage, ana, 'Client: a new one')
  await ana.fill({ 'Is it one of these?': 'Jane Smith · 200 Main St, Marietta' })
  await sees(stage, ana, 'Client: Jane Smith')
  await create(stage, ana)

  expect(known.text).toMatch(/Client: Jane Smith \(\d+\)/u)
  expect(known.text).not.toContain('First name:')
  expect(known.text).not.toContain('Email: jane.new@mail.example\nAddress:')
  const [job] = stage.singleops.jobs()
  expect(known.text).toContain(job?.notes.replace(/LH-\w+$/u, 'LH-…'))
  expect(fresh.text).toContain('Email: jane.new@mail.example\nAddress: 9 Lake Dr, Marietta, GA 30060')
  expect(fresh.text).toContain('Notes:\nHedge\nLH-…')
})
