import { expect, it } from 'vitest'
import { KNOWN_CLIENTS } from '../../src/sandbox/seed.ts'
import { cards, create, findClient, openForm, sees } from './people.ts'
import { type Stage, startStage } from './stage.ts'

const LEAD = {
  Name: 'Jane Smith',
  'What do they need?': 'Stump by the mailbox',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
}

it('finds a known client by a number that SingleOps spells differently', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  const match = await findClient(stage, ana, { ...LEAD, Phone: '770.555.0123' })
  await create(stage, ana)

  expect(match.text).toMatch(/\(•\) Jane Smith · 200 Main St, Marietta/u)
  expect(stage.singleops.jobs()).toMatchObject([{ clientName: 'Jane Smith', stage: 'Estimate Unscheduled' }])
  expect(stage.singleops.portalClients()).toEqual([])
})

it('shows whom the search finds at the very moment in which the form is saved', async () => {
  let whenSaved: (() => Promise<unknown>) | undefined
  const stage: Stage = await startStage({
    overrides: {
      store: (store) => ({
        ...store,
        drafts: {
          ...store.drafts,
          async transaction(work, lasts) {
            const done = await store.drafts.transaction(work, lasts)
            // What is typed meanwhile is kept `soon`.
            if (lasts === undefined) await whenSaved?.()
            return done
          },
        },
      }),
    },
  })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  const searching = stage.singleops.hold('clients/search_by_field')
  const isEnded = () => stage.logged.some(({ msg }) => msg === 'clients searched')
  whenSaved = async () => {
    whenSaved = undefined
    searching.release()
    await stage.ws.waitFor(() => {
      setTimeout(() => stage.ws.touch(), 10).unref()
      return isEnded()
    })
  }

  const match = await findClient(stage, ana, { ...LEAD, Phone: '770.555.0123' })
  await create(stage, ana)

  expect(match.text).toMatch(/\(•\) Jane Smith · 200 Main St, Marietta/u)
  expect(stage.singleops.portalClients()).toEqual([])
})

it('finds a known client by an email in other letters', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  const match = await findClient(stage, ana, { ...LEAD, Email: 'jane.smith@MAIL.example' })
  await create(stage, ana)

  expect(match.text).toContain('same email')
  expect(stage.singleops.jobs()).toMatchObject([{ clientName: KNOWN_CLIENTS.jane.name }])
})

it('preselects nobody when two clients share the number, and takes the one that is chosen', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  const match = await findClient(stage, ana, { ...LEAD, Name: 'Lopez', Phone: '4045550142' })
  const refused = await ana.submit()
  await ana.fill({ 'Is it one of these?': 'Luis Lopez · 18 Dogwood Lane, Marietta' })
  await create(stage, ana)

  expect(match.text).not.toContain('(•)')
  expect(refused.kind).toBe('invalid')
  expect(stage.singleops.jobs()).toMatchObject([{ clientName: 'Luis Lopez' }])
})

it('offers the one strong client in the form and needs no name then', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await ana.fill({ Phone: '770-555-0123' })
  await sees(stage, ana, 'This is Jane Smith')
  await ana.click('Use this client')
  await sees(stage, ana, 'Not this client')
  const { Name: _, ...rest } = LEAD
  await ana.fill(rest)
  await ana.submit()
  await sees(stage, ana, '(•) Jane Smith')
  await create(stage, ana)

  expect(stage.singleops.jobs()).toMatchObject([{ clientName: 'Jane Smith' }])
})

it('tells the office when somebody chose a new client against a strong candidate', async () => {
  const stage = await startStage()
  const sam = stage.ws.as('sam')

  await openForm(stage, sam)
  await findClient(stage, sam, { ...LEAD, Name: 'Janet Smythe', Phone: '(770) 555-0123' })
  await sam.fill({ 'Is it one of these?': 'New client (none of these)' })
  await create(stage, sam)

  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('Possible duplicate')))
  expect(stage.singleops.portalClients()).toMatchObject([{ first_name: 'Janet' }])
})

it('searches by another number without changing what was entered', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Phone: '404-555-0120' })
  await ana.click('Try another number or email')
  await sees(stage, ana, 'Another number')
  await ana.fill({ 'Another number': '770 555 0123' })
  const outcome = await ana.submit()
  await sees(stage, ana, /Is it one of these[\s\S]*Jane Smith · 200 Main St/u)
  await ana.fill({ 'Is it one of these?': 'Jane Smith · 200 Main St, Marietta' })
  await create(stage, ana)

  expect(outcome.kind).toBe('closed')
  const [job] = stage.singleops.jobs()
  expect(job).toMatchObject({ clientName: 'Jane Smith' })
  expect(job?.notes).toContain('404')
})

it('keeps whom the first number found when another one is searched', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  await findClient(stage, ana, { ...LEAD, Phone: '770-555-0123' })
  await ana.click('Try another number or email')
  await sees(stage, ana, 'Another number')
  await ana.fill({ 'Another number': '770.555.0124' })
  await ana.submit()
  const both = await sees(stage, ana, /Is it one of these[\s\S]*Harold Smith/u)

  expect(both.text).toContain('Jane Smith · 200 Main St')
  expect(both.text).not.toContain('(•)')
})

it('puts a company that the record lacks into the notes', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  const { Name: _, ...rest } = LEAD
  await openForm(stage, ana)
  await ana.fill({ Phone: '770-555-0123' })
  await ana.click('More fields')
  await sees(stage, ana, 'Company')

  const match = await findClient(stage, ana, {
    ...rest,
    'First name': 'Jane',
    'Last name': 'Smith',
    Company: 'Oakwood HOA',
  })
  await create(stage, ana)

  expect(match.text).toContain("Jane Smith's record lacks this")
  expect(stage.singleops.jobs()[0]?.notes).toContain('New company: Oakwood HOA')
})

it('says why somebody is the one before what to know of them, and the whole of that below', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')

  await openForm(stage, ana)
  const match = await findClient(stage, ana, {
    ...LEAD,
    Name: 'Dale Pruitt',
    Phone: '678-555-0132',
    'Address of the work': '9 Powder Springs Rd, Marietta',
  })

  expect(match.text).toContain('same phone, same name, same address · ⚠ on hold\n')
  expect(match.text).toContain('⚠ on hold: Past due more than 90 days')
})

it('shows all that is sent for whichever client is ticked, and nothing else', async () => {
  const stage = await startStage()
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, {
    ...LEAD,
    Phone: '770-555-0123',
    Email: 'jane.new@mail.example',
    'Address of the work': '12 Elm St, Marietta, GA 30060',
  })

  await ana.click('Show all that is sent')
  const known = await sees(stage, ana, 'Notes:')
  await ana.fill({ 'Is it one of these?': 'New client (none of these)' })
  const fresh = await sees(stage, ana, 'First name: Jane')
  await ana.fill({ 'Is it one of these?': 'Jane Smith · 200 Main St, Marietta' })
  await sees(stage, ana, 'Client: Jane Smith')
  await create(stage, ana)

  const notes = stage.singleops.jobs()[0]?.notes ?? ''
  const [sent = ''] = notes.split(/\nLH-/u)
  expect(sent).toMatch(/^SITE: 12 Elm St, Marietta, GA 30060\nStump by the mailbox\nNew email: jane\.new/u)
  expect(known.text.replaceAll(/\n\s+/gu, '\n')).toContain(`Notes:\n${sent}\nLH-…`)
  expect(known.text).not.toContain('First name')
  expect(known.text).not.toContain('Mobile:')
  expect(fresh.text).toContain('Address: 12 Elm St, Marietta, GA 30060')
  expect(fresh.text).not.toContain('SITE:')
})
