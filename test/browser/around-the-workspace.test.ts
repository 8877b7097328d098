import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE_EMAILS } from '../../src/sandbox/demo/sample-emails.ts'
import { openScene, type Scene } from './scene.ts'
import { asVisitor } from './visitor.ts'

const DESKTOP = { viewport: { width: 1280, height: 800 } } as const
const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true } as const

let scene: Scene
let page: Page
let problems: string[]

beforeAll(async () => {
  scene = await openScene()
})
afterAll(() => scene[Symbol.asyncDispose]())
afterEach(async () => {
  await page.context().close()
  expect(problems).toEqual([])
})

async function enter(options: Parameters<Scene['visit']>[0], path: string) {
  ;({ page, problems } = await scene.visit(options, path))
}
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const conversation = () => page.locator('main.conversation')
const widthOf = async (of: ReturnType<Page['locator']>) => (await of.boundingBox())?.width ?? 0

describe('on a phone, who looked behind the scenes', () => {
  it('has the whole width for the channel that they open next', async () => {
    await enter(PHONE, '?tour=off#person=ana&place=leads')

    await press('More')
    await page.getByRole('tab', { name: 'Traffic' }).click()
    await press('Channels')
    await page.getByRole('button', { name: '# leads-inbox' }).click()

    await page.getByRole('heading', { name: '# leads-inbox' }).waitFor()
    expect(await widthOf(conversation())).toBeGreaterThan(300)
    expect(await widthOf(page.getByLabel('Message #leads-inbox'))).toBeGreaterThan(200)
    expect(await page.locator('.panels').isVisible()).toBe(false)

    await press('More')

    await page.getByRole('tab', { name: 'Traffic' }).waitFor()
    expect(await widthOf(page.locator('.panels'))).toBeGreaterThan(300)
  })

  it('has it for the next step of the tour, too', async () => {
    await enter(PHONE, '?tour=1#person=ana&place=leads')

    await press('More')
    await press('Skip')

    await page.getByRole('heading', { name: '# leads-inbox' }).waitFor()
    expect(await widthOf(conversation())).toBeGreaterThan(300)
  })
})

describe('in the intake channel', () => {
  const arrive = async (name: string) => {
    const sample = SAMPLE_EMAILS.find((one) => one.name === name)
    if (!sample) throw new Error(`There is no sample "${name}".`)
    await scene.ws.shareEmail('leads-inbox', sample.email)
    return page.getByRole('article').filter({ hasText: sample.email.subject })
  }
  const thread = () => page.getByRole('complementary', { name: 'Thread' })

  it('a phone makes a lead by the button under an email', async () => {
    await enter(PHONE, '?tour=off#person=sam&place=leads-inbox')
    const visitor = asVisitor(page)

    const email = await arrive('Web form')
    await email.getByRole('button', { name: '1 reply' }).click()
    await thread().getByText('Renee Castillo', { exact: true }).waitFor()
    await thread().getByRole('button', { name: 'Create lead' }).click()
    await visitor.dialog.getByLabel('Operation').selectOption({ label: 'Tree Care' })
    await visitor.press('Find client')
    await visitor.create()
    await visitor.sees('is in SingleOps')
    await visitor.closeAll()
    await thread().getByText('Entered by').waitFor()

    expect(scene.singleops.jobs().map(({ clientName }) => clientName)).toContain('Renee Castillo')
  })

  it('somebody says that an email is no lead, and the office finds the emails under which nothing stands', async () => {
    await enter(DESKTOP, '?tour=off#person=ana&place=leads-inbox')

    const email = await arrive('Marketplace lead')
    await email.getByRole('button', { name: '1 reply' }).click()
    await thread().getByRole('button', { name: 'Not a lead' }).click()
    await thread().getByText('Not a lead, says').waitFor()
    await arrive('No lead: a supplier’s offer')
    await page.getByLabel('You are').selectOption('olivia')
    await page.getByRole('button', { name: 'Home' }).click()
    const home = page.getByLabel('Home of the app')
    await home.getByText('Emails without a lead').waitFor()

    expect(await home.getByText('chipper blades').count()).toBe(1)
  })
})

describe('what somebody has begun to write', () => {
  it('stays with them and where they wrote it', async () => {
    await enter(DESKTOP, '?tour=off#person=sam&place=dm')
    const writing = async (label: string) => {
      const box = page.getByLabel(label, { exact: true })
      await box.waitFor()
      return box.inputValue()
    }
    const become = (name: string) => page.getByLabel('You are').selectOption(name)

    await page.getByLabel('Message Leadhand').fill('Lindsey Moss, 404-555-0131')
    await page.getByRole('button', { name: '# general' }).click()
    const elsewhere = await writing('Message #general')
    await page.getByLabel('Message #general').fill('Who is on call?')
    await become('gus')
    const somebodyElse = await writing('Message #general')
    await become('sam')
    const again = await writing('Message #general')
    await page.getByRole('button', { name: 'Messages', exact: true }).click()
    const back = await writing('Message Leadhand')

    expect([elsewhere, somebodyElse]).toEqual(['', ''])
    expect([again, back]).toEqual(['Who is on call?', 'Lindsey Moss, 404-555-0131'])
  })
})

it('the traffic shows what SingleOps answered, without the secrets in it', async () => {
  await enter(DESKTOP, '?tour=off#person=ana&place=leads&panel=traffic&part=panel')
  const secrets = scene.singleops.clients().map(({ token }) => token)

  await page.getByLabel('Message #leads').fill('/lead find 770-555-0123')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('New lead for this client').first().waitFor()
  await page.getByLabel('Filter requests').fill('search_by_field')
  const answer = page.locator('.traffic-part').filter({ hasText: 'Answer' })
  // Only some ways to write her number are the one that SingleOps has.
  for (const row of await page.getByRole('button', { name: 'search_by_field' }).all()) {
    await row.click()
    await answer.waitFor()
    if ((await answer.innerText()).includes('Jane.Smith@mail.example')) break
    await row.click()
  }
  const text = await answer.innerText()

  expect(text).toContain('Jane.Smith@mail.example')
  expect(text).toContain('[hidden]')
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})

describe('a person of another company', () => {
  it('reads the card of the lead that they work on without contact details, and is refused with a sentence', async () => {
    const visitor = await enter(DESKTOP, '?tour=off#person=ana&place=leads').then(() => asVisitor(page))
    const write = async (place: string, text: string) => {
      await page.getByLabel(`Message #${place}`).fill(text)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
    }

    await write(
      'leads',
      '/lead Ray Whitfield 678 555 0121 borers in the ash trees, 310 Church St, Marietta, GA',
    )
    await visitor.dialog.getByLabel('Operation').selectOption({ label: 'Plant Health Care (PHC)' })
    await visitor.dialog.getByLabel('Lead Source').selectOption({ label: 'Referral' })
    await visitor.press('Find client')
    await visitor.create()
    await visitor.sees('is in SingleOps')
    await visitor.closeAll()
    await page.getByRole('button', { name: '# shared-with-lund' }).click()
    await write('shared-with-lund', 'Lindsey Moss, 404-555-0131, needs her boxwoods sprayed')
    await page.getByRole('button', { name: '1 reply' }).waitFor()
    await page.getByLabel('You are').selectOption('xavier')
    await page.getByText('left out: people of other workspaces').first().waitFor()
    const read = await page.getByLabel('Messages in #shared-with-lund').innerText()
    await page.getByRole('button', { name: '1 reply' }).click()
    await page
      .getByRole('complementary', { name: 'Thread' })
      .getByRole('button', { name: 'Create lead' })
      .click()
    await page.getByText('only for people of its own workspace').waitFor()

    expect(read).toContain('Ray Whitfield')
    expect(read).not.toMatch(/555-0121|Church St/u)
  })
})
