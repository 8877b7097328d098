import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { lookOver } from './look-over.ts'
import { openScene, type Scene } from './scene.ts'
import { asVisitor } from './visitor.ts'

/** Each is looked at in light and dark. */
const SIZES = [
  { size: 'desktop', options: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } },
  { size: 'phone', options: { viewport: { width: 390, height: 780 }, colorScheme: 'dark', hasTouch: true } },
] as const

const LONG_NAME = 'Maximiliana Wolfeschlegelsteinhausenbergerdorff'

let scene: Scene
let page: Page
let problems: string[]
let found: Record<string, string[]>
/** The long-named email's `ts`. */
let thread: string

beforeAll(async () => {
  scene = await openScene()
  const email = await scene.ws.shareEmail('leads-inbox', {
    subject: 'A quote for one with a very long name',
    from: { name: LONG_NAME, address: 'maximiliana.wolfeschlegelsteinhausenbergerdorff@mail.example' },
    plain_text: `Please call me for a quote, the oak leans on the fence.\n\n${LONG_NAME}\n404-555-0126`,
  })
  thread = email.ts
  await leaveLeadForSomeone()
})
afterAll(() => scene[Symbol.asyncDispose]())
afterEach(async () => {
  await page.context().close()
  for (const person of ['ana', 'sam'].map(scene.ws.as)) if (person.modal()) await person.closeAll()
  expect(problems).toEqual([])
})

/** SingleOps refuses Sam's lead: he hears of it in a message, the office is asked, and both have it on Home. */
async function leaveLeadForSomeone(): Promise<void> {
  const { ws, singleops } = scene
  const sam = ws.as('sam')
  const sees = (words: string) =>
    ws.waitFor(() => sam.modal()?.text.includes(words), { what: `Sam to see ${words}` })
  singleops.setFault({ kind: 'refuse', text: 'Phone is invalid', times: 1 })
  await sam.command('/lead', `${LONG_NAME}, 404 555 0129, hedge`, { channel: 'leads' })
  await sees('Operation')
  await sam.fill({ Operation: 'Tree Care', 'Lead Source': 'Phone' })
  await sam.submit()
  await sees('No client has')
  await sam.submit()
  await ws.waitFor(() => ws.messages('office').length > 0, { what: 'the office to be asked' })
  await sam.closeAll()
}

async function enter(options: (typeof SIZES)[number]['options'], address: string, tour = 'off') {
  ;({ page, problems } = await scene.visit(options, `?tour=${tour}#${address}`))
  found = {}
  return asVisitor(page)
}
async function look(at: string) {
  found[at] = await lookOver(page)
}
async function goTo(address: string, label: string) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, address)
  await page.getByLabel(label).first().waitFor()
}
const nothing = () => Object.fromEntries(Object.keys(found).map((at) => [at, []]))

async function write(place: string, text: string) {
  await page.getByLabel(`Message ${place}`).fill(text)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}

describe.each(SIZES)('axe finds nothing serious on a $size, and everything fits', ({ options }) => {
  it('in channels, a thread, the app’s messages and Home', async () => {
    await enter(options, 'person=ana&place=leads-inbox&panel=&thread=&part=chat')
    await page.getByRole('button', { name: '1 reply' }).first().waitFor()
    await look('the intake channel')
    await goTo(`thread=${thread}`, 'Thread')
    await page.getByRole('button', { name: 'Not a lead' }).waitFor()
    await look('a thread')
    await goTo('person=olivia&place=office&thread=', 'Messages in #office')
    await page.getByRole('button', { name: 'Fix and send' }).waitFor()
    await look('what the office is asked')
    await goTo('place=home', 'Home of the app')
    await page.getByText('Needs someone').first().waitFor()
    await look('the office’s Home')
    await goTo('person=ana&place=home', 'Home of the app')
    await look('a taker’s Home')
    await goTo('person=sam&place=dm', 'Messages in Leadhand')
    await page.getByRole('button', { name: 'Fix and send' }).waitFor()
    await look('a direct message')
    await page.getByRole('button', { name: 'Discard' }).first().click()
    await page.getByRole('alertdialog').waitFor()
    await look('the question before it is discarded')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await goTo('person=xavier&place=shared-with-lund', 'Messages in #shared-with-lund')
    await look('what a person of another company sees')

    expect(found).toEqual(nothing())
  })

  it('behind the scenes', async () => {
    await enter(options, 'person=ana&place=leads&panel=singleops&part=panel')
    await page.getByRole('button', { name: 'Clients' }).click()
    await page.getByLabel('Search clients').waitFor()
    await look('the clients')
    await goTo('panel=traffic', 'Filter requests')
    await page.locator('.traffic-row button').first().click()
    await page.locator('.traffic-part').first().waitFor()
    await look('the traffic')
    await goTo('panel=faults', 'SingleOps is down')
    await look('the faults')
    await goTo('panel=email', 'Subject')
    await look('the emails')

    expect(found).toEqual(nothing())
  })

  it('in menus, the list of commands and an answer to one person', async () => {
    await enter(options, 'person=ana&place=leads')
    await page.getByRole('button', { name: 'Shortcuts' }).click()
    await page.getByRole('menuitem').first().waitFor()
    await look('the shortcuts')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More actions' }).first().click()
    await page.getByRole('menuitem').first().waitFor()
    await look('a message’s menu')
    await page.keyboard.press('Escape')
    await page.getByLabel('Message #leads').fill('/')
    await page.getByRole('listbox').waitFor()
    await look('the commands')
    await write('#leads', '/lead find 770-555-0123')
    await page.getByText('New lead for this client').first().waitFor()
    await look('what find answers')

    expect(found).toEqual(nothing())
  })

  it('from the tour through the form, its errors and the choice to the result', async () => {
    const visitor = await enter(options, 'person=ana&place=leads', '1')
    await page.getByRole('button', { name: 'Type it for me' }).waitFor()
    await look('the tour')
    await page.getByRole('button', { name: 'End the tour' }).click()
    await write('#leads', '/lead 404 555 0142 limb over the roof')
    await visitor.dialog.getByLabel('What do they need?').fill('Limb over the roof, this week')
    await visitor.press('Find client')
    await page.locator('[aria-invalid=true]').first().waitFor()
    await look('the form and its errors')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))
    await page.keyboard.press('Escape')
    await page.getByRole('alertdialog').waitFor()
    await look('the question before leaving')
    await page.getByRole('button', { name: 'Stay' }).click()
    await visitor.dialog.getByLabel('Name').fill('Lopez')
    await visitor.findClient()
    await visitor.dialog.getByRole('radio').first().waitFor()
    await visitor.press('Show all that is sent')
    await look('the choice of the client')
    await visitor.dialog.getByRole('radio').last().check()
    await visitor.create()
    await visitor.sees('is in SingleOps')
    await look('the result')

    expect(focused).toBe('true')
    expect(found).toEqual(nothing())
  })
})
