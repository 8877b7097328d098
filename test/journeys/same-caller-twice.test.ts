import { expect, it } from 'vitest'
import type { Store } from '../../src/store/open-store.ts'
import { cards, create, findClient, openForm, sees } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const CALLER = {
  Phone: '404-555-0120',
  Name: 'Nadia Okafor',
  'Address of the work': '12 Elm St, Marietta, GA 30060',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Oak down',
}

const HOUR_MS = 3_600_000

/** A stage on which a lead that waits goes on waiting until it is `later`. */
async function startPatiently() {
  let ahead = 0
  let store: Store | undefined
  const stage = await startStage({
    delivery: { backoffMs: [HOUR_MS], breaker: { failures: 3, holdMs: [HOUR_MS] } },
    overrides: {
      now: () => Date.now() + ahead,
      store: (opened) => {
        store = opened
        return opened
      },
    },
  })
  const later = () => {
    ahead += 2 * HOUR_MS
    store?.queue.poke()
  }
  return { stage, later }
}

/** Ana's lead, kept back by a SingleOps that is down. */
async function anaTakes(stage: Stage) {
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, CALLER)
  await stage.singleops.goDown()
  await create(stage, ana, "SingleOps can't take leads right now")
}

it('shows who took the same caller, when and with which job, and lets another lead be made knowingly', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana)
  await findClient(stage, ana, CALLER)
  await create(stage, ana)

  await openForm(stage, sam)
  const match = await findClient(stage, sam, { ...CALLER, Name: 'N. Okafor' })
  await sam.fill({ 'Is it one of these?': 'New client (none of these)' })
  await create(stage, sam)

  expect(match.text).toMatch(/took this (?:just now|\d+ minutes? ago)/u)
  expect(match.text).toContain('Nadia Okafor, same number, same address')
  expect(match.text).toContain('In SingleOps')
  expect(match.text).toContain('it becomes a lead of its own')
  expect(match.text).not.toContain('Add my notes to it')
  expect(stage.singleops.jobs()).toHaveLength(2)
})

it('finds the client whom a colleague’s lead made while the form was open', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana)
  await openForm(stage, sam, 'Nadia Okafor 404-555-0120')
  await expect.poll(() => stage.logged.filter(({ msg }) => msg === 'clients searched').length).toBe(1)
  await findClient(stage, ana, CALLER)
  await create(stage, ana)

  const match = await findClient(stage, sam, { Operation: 'Tree Care' })
  await sam.fill({ 'Is it one of these?': 'Nadia Okafor · 12 Elm St, Marietta' })
  const created = await create(stage, sam)

  expect(match.text).toContain('Is it one of these?')
  expect(match.text).toContain('not confirmed by the office yet')
  expect(stage.singleops.jobs().map(({ stage: shown }) => shown)).toEqual([
    'Unconfirmed Client',
    'Unconfirmed Client',
  ])
  expect(created.text).toContain('Unconfirmed Client')
})

it('adds the notes of a second call to the lead that still waits, instead of a second lead', async () => {
  const { stage, later } = await startPatiently()
  const sam = stage.ws.as('sam')
  await anaTakes(stage)
  await openForm(stage, sam)
  const match = await findClient(stage, sam, {
    ...CALLER,
    Email: 'nadia@mail.example',
    'What do they need?': 'Also the maple',
  })

  await sam.click('Add my notes to it')
  const added = await sees(stage, sam, 'Your notes were added')
  await stage.singleops.comeUp()
  later()
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0)
  const told = await stage.ws.waitFor(() =>
    stage.ws.dm('ana').find((message) => JSON.stringify(message).includes('added notes to')),
  )
  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('In SingleOps')))

  expect(match.text).toContain('same number, same address')
  expect(added.title).toBe('Kept')
  expect(JSON.stringify(told)).not.toContain('404')
  expect(stage.singleops.jobs()).toHaveLength(1)
  expect(stage.singleops.jobs()[0]?.notes).toMatch(
    /Oak down\s+Also the maple\nNew email: nadia@mail\.example/u,
  )
  expect(cards(stage)).toHaveLength(1)
})

it.each([
  { first: 'None', says: /and your follow-up \(Sam: /u, sent: /^Sam: / },
  { first: 'Call back', says: /yours \(Sam: .*was NOT added/u, sent: /^Ana: / },
])('adds the follow-up of a second call where the first one has $first', async ({ first, says, sent }) => {
  const { stage, later } = await startPatiently()
  const [ana, sam] = [stage.ws.as('ana'), stage.ws.as('sam')]
  await openForm(stage, ana)
  await ana.fill({ 'Follow-up': first })
  await findClient(stage, ana, CALLER)
  await stage.singleops.goDown()
  await create(stage, ana, "SingleOps can't take leads right now")
  await openForm(stage, sam)
  await sam.fill({ 'Follow-up': 'Estimate visit' })
  await sees(stage, sam, 'When')
  await findClient(stage, sam, { ...CALLER, 'What do they need?': 'Also the maple' })

  await sam.click('Add my notes to it')
  const added = await sees(stage, sam, 'Your notes were added')
  await stage.singleops.comeUp()
  later()
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0)

  expect(added.text).toMatch(says)
  expect(stage.singleops.tasks()[0]?.name).toMatch(sent)
})

it('makes no second lead of the form whose notes were added', async () => {
  const { stage } = await startPatiently()
  const sam = stage.ws.as('sam')
  await anaTakes(stage)
  await openForm(stage, sam)
  await findClient(stage, sam, CALLER)
  await sam.click('Add my notes to it')
  await sees(stage, sam, 'Your notes were added')

  await sam.closeAll()
  await sam.openHome()
  await stage.ws.waitFor(() => sam.home() !== undefined)

  expect(sam.home()?.text).not.toContain('Begun and not sent')
})

it('adds nothing to a lead that went to SingleOps in the meantime, and says so', async () => {
  const { stage, later } = await startPatiently()
  const sam = stage.ws.as('sam')
  await anaTakes(stage)
  await openForm(stage, sam)
  await findClient(stage, sam, { ...CALLER, 'What do they need?': 'Also the maple' })
  await stage.singleops.comeUp()
  later()
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0)
  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('In SingleOps')))

  await sam.click('Add my notes to it')
  const refused = await sees(stage, sam, 'NOT added')

  expect(refused.title).toBe('Which client?')
  expect(stage.singleops.jobs()[0]?.notes).not.toContain('maple')
})

it('sees a spouse who calls about the same house from another number', async () => {
  const { stage } = await startPatiently()
  const sam = stage.ws.as('sam')
  await anaTakes(stage)
  await stage.singleops.comeUp()

  await openForm(stage, sam)
  const match = await findClient(stage, sam, {
    ...CALLER,
    Phone: '404-555-0199',
    Name: 'Chidi Okafor',
    'Address of the work': '12 Elm Street Unit B, Marietta, Georgia 30060',
  })

  expect(match.text).toContain('Nadia Okafor, same house, other unit')
})

it('says that a colleague has the same number on the line', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana, 'Nadia Okafor 404-555-0120')

  await openForm(stage, sam)
  const match = await findClient(stage, sam, CALLER)

  expect(match.text).toContain('opened this number just now')
})

it('says so in the form already, as soon as the number is there, and eats nothing that is typed', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana, 'Nadia Okafor 404-555-0120')

  await openForm(stage, sam)
  await sam.fill({ 'What do they need?': 'Oak down', Phone: '404.555.0120' })
  const form = await sees(stage, sam, 'opened this number just now')

  expect(form.title).toBe('New lead')
  expect(form.text).toContain('Ana Ruiz opened this number')
  expect(form.text).toContain('What do they need? (optional): Oak down')
  expect(form.text).toContain('Phone (optional): 404.555.0120')
})

it('says in a form that opens with the number who took the caller, and is silent about another number', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana)
  await findClient(stage, ana, CALLER)
  await create(stage, ana)

  await openForm(stage, sam, 'Nadia 404 555 0120')
  const form = await sees(stage, sam, 'took this')
  await sam.fill({ Phone: '404-555-0188' })
  const other = await stage.ws.waitFor(() => {
    const view = sam.modal()
    return view && !view.text.includes('took this') ? view : undefined
  })

  expect(form.title).toBe('New lead')
  expect(form.text).toContain('same number')
  expect(other.text).toContain('Phone (optional): 404-555-0188')
})

it('shows a lead that somebody took while the choice was on the screen, before it takes another', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana)
  await openForm(stage, sam)
  await findClient(stage, ana, CALLER)
  await findClient(stage, sam, CALLER)
  await create(stage, ana)

  await sam.submit()
  const asked = await sees(stage, sam, 'was taken in the meantime')
  await create(stage, sam)

  expect(asked.text).toContain('Nadia Okafor, same number, same address')
  expect(stage.singleops.jobs()).toHaveLength(2)
})

it('says after days only that there was a lead, when and by whom', async () => {
  let now = Date.UTC(2026, 2, 10, 15)
  const stage = await startStage({ overrides: { now: () => now } })
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  await openForm(stage, ana)
  await findClient(stage, ana, CALLER)
  await create(stage, ana)

  now = Date.UTC(2026, 3, 20, 15)
  await openForm(stage, sam)
  const match = await findClient(stage, sam, CALLER)

  expect(match.text).toMatch(/A lead from March, by .*: same number, same address/u)
  expect(match.text).not.toContain('took this')
})

it.each(['12 Elm St, Marietta', '12 Elm Street, Marietta, GA', '12 Elm, Marietta, GA 30060'])(
  'says after days that there was a lead at a house that is now given as %s',
  async (address) => {
    let now = Date.UTC(2026, 2, 10, 15)
    const stage = await startStage({ overrides: { now: () => now } })
    const ana = stage.ws.as('ana')
    await openForm(stage, ana)
    await findClient(stage, ana, CALLER)
    await create(stage, ana)
    await ana.closeAll()

    now = Date.UTC(2026, 3, 20, 15)
    await openForm(stage, ana)
    const match = await findClient(stage, ana, {
      ...CALLER,
      Phone: '678-555-0121',
      Name: 'Ben Okafor',
      'Address of the work': address,
    })

    expect(match.text).toMatch(/A lead from March, by .*: same address/u)
  },
)

it('shows what the ticked client’s record lacks, and puts it into the notes', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, {
    ...CALLER,
    Name: 'Lopez',
    Phone: '4045550142',
    Email: 'casa@lopez.example',
  })

  await ana.fill({ 'Is it one of these?': 'Luis Lopez · 18 Dogwood Lane, Marietta' })
  const match = await sees(stage, ana, "Luis Lopez's record lacks this")
  await ana.click('Show all that is sent')
  const all = await sees(stage, ana, 'Show less')
  await create(stage, ana)

  expect(match.text).toContain('New email: casa@lopez.example')
  expect(match.text).toContain('New address: 12 Elm St, Marietta, GA 30060')
  expect(all.text).toContain("Luis Lopez's record lacks this")
  expect(all.text).toMatch(/\(•\) Luis Lopez/u)
  const [job] = stage.singleops.jobs()
  expect(job?.clientName).toBe('Luis Lopez')
  expect(job?.notes).toContain('New email: casa@lopez.example')
})

it('tells taker and office with a button when SingleOps answers again about a lead saved undecided', async () => {
  const stage = await startStage({ intake: { matchAgainMs: [50] } })
  const ana = stage.ws.as('ana')
  const olivia = stage.ws.as('olivia')
  await openForm(stage, ana)
  await stage.singleops.goDown()
  await findClient(stage, ana, { ...CALLER, Name: 'Jane Smith', Phone: '770-555-0123' })
  await ana.click('Save: decide later')
  await sees(stage, ana, 'nobody has said yet whose it is')
  const answered = (messages: readonly unknown[]) =>
    messages.find((message) => JSON.stringify(message).includes('answers again'))
  const before = answered(stage.ws.dm('ana'))

  await stage.singleops.comeUp()
  const toAna = await stage.ws.waitFor(() => answered(stage.ws.dm('ana')))
  await stage.ws.waitFor(() => answered(stage.ws.messages('office')))
  const request = stage.ws
    .messages('office')
    .find((message) => JSON.stringify(message).includes('answers again'))
  await olivia.click('Choose the client', { message: { channel: 'office', ts: request?.ts ?? '' } })
  const match = await sees(stage, olivia, '(•) Jane Smith')
  await olivia.submit()
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0)
  await stage.ws.drain()

  expect(before).toBeUndefined()
  expect(JSON.stringify(toAna)).toContain('One client may be the one')
  expect(JSON.stringify(toAna)).not.toContain('Jane')
  expect(match.text).toContain('200 Main St')
  expect(stage.singleops.jobs()).toMatchObject([{ clientName: 'Jane Smith' }])
  expect(stage.ws.dm('ana').filter((message) => answered([message]))).toHaveLength(1)
})

it('logs what a choice was made of, without the customer', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, { ...CALLER, Name: 'Jane Smith', Phone: '770-555-0123' })
  await create(stage, ana)

  const line = stage.logged.find(({ msg }) => msg === 'client chosen')

  expect(line).toMatchObject({
    chosen: expect.stringMatching(/^\d+$/u),
    shown: {
      clients: [{ strength: 'strong', reasons: expect.arrayContaining(['same name']) }],
      complete: true,
    },
  })
  expect(JSON.stringify(line)).not.toMatch(/Jane|555/u)
})
