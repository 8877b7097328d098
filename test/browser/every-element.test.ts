import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPageServer } from '../../src/sandbox/page-server.ts'
import { startSingleOpsServer } from '../../src/sandbox/singleops-server.ts'
import { type Running, startBolt } from '../sandbox/workspace/bolt-app.ts'
import { type Browser, launchBrowser } from './browser.ts'
import { type Collected, registerEveryElement } from './every-element.ts'
import { findViolations } from './look-over.ts'

const DESKTOP = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } as const
const PHONE = { viewport: { width: 390, height: 780 }, colorScheme: 'dark', hasTouch: true } as const
const PNG = Buffer.from('89504e470d0a1a0a00ff', 'hex')

const stack = new AsyncDisposableStack()
const heard: Collected = { actions: [], submitted: [] }
let running: Running
let browser: Browser
let url: string
let page: Page
let problems: string[]

beforeAll(async () => {
  running = stack.use(await startBolt((app) => registerEveryElement(app, heard)))
  const singleops = stack.use(await startSingleOpsServer({ accounts: [] }))
  const server = stack.use(
    await startPageServer({
      port: 0,
      workspaceUrl: `http://127.0.0.1:${running.workspace.port}`,
      singleopsUrl: singleops.url,
      setting: { title: 'Probe', inbox: 'leads', emails: [], tour: [] },
    }),
  )
  url = server.url
  browser = stack.use(await launchBrowser())
})
afterAll(() => stack.disposeAsync())
beforeEach(() => {
  heard.actions.length = 0
  heard.submitted.length = 0
})
afterEach(async () => {
  await page.context().close()
  const ana = running.workspace.as('ana')
  if (ana.modal()) await ana.closeAll()
  expect(problems).toEqual([])
})

async function enter(options: typeof DESKTOP | typeof PHONE, command: string) {
  ;({ page, problems } = await browser.visit(`${url}?tour=off#person=ana&place=general`, options))
  await page.getByLabel('Message #general').fill(command)
  await page.getByRole('button', { name: 'Send', exact: true }).click()
}

const field = (name: string) => page.getByRole('dialog').getByLabel(`The ${name}`, { exact: true })
/** In a list that a search opened; a select's own options are the browser's. */
const pick = (name: string) => page.locator('[role=option]').filter({ hasText: name }).click()

/** Everything by pointer, in the order of the form. */
async function fillEverything() {
  await field('line').fill('Oak on fence')
  await field('lines').fill('one\ntwo')
  await field('email').fill('jane@mail.example')
  await field('url').fill('https://mail.example/a')
  await field('number').fill('12.5')
  await field('rich').fill('rich words')
  await field('one').selectOption({ label: 'Option b' })
  await field('grouped').selectOption({ label: 'Option c' })
  await field('crew').click()
  await field('crew').fill('so')
  await pick('South crew')
  await field('crews').click()
  await pick('North crew')
  await pick('Stump grinding')
  await page.keyboard.press('Tab')
  await field('several').click()
  await pick('Option a')
  await pick('Option c')
  await page.keyboard.press('Tab')
  await field('user').selectOption({ label: 'Sam Cole' })
  await field('users').fill('sam')
  await pick('Sam')
  await page.keyboard.press('Tab')
  await field('conversation').selectOption({ label: '# leads' })
  await field('conversations').click()
  await pick('# general')
  await page.keyboard.press('Tab')
  await field('channel').selectOption({ label: '# leads' })
  await field('channels').click()
  await pick('# general')
  await page.keyboard.press('Tab')
  const ticks = page.getByRole('group', { name: 'The ticks' })
  // Two at once: the second must not undo the first.
  await ticks.getByLabel('Option a').check()
  await ticks.getByLabel('Option c').check()
  await page.getByRole('radiogroup', { name: 'The radio' }).getByLabel('Option b').check()
  await field('date').fill('2027-01-02')
  await field('time').fill('16:05')
  await field('moment').fill('2027-07-01T08:00')
  await field('files').setInputFiles([{ name: 'tree.png', mimeType: 'image/png', buffer: PNG }])
  await page.getByText('tree.png').waitFor()
}

const at = (id: string, entry: object) => ({ [id]: { [`${id}_input`]: expect.objectContaining(entry) } })
const chosen = (value: string) => expect.objectContaining({ value })

function everythingEntered() {
  const { users, channels } = running.workspace
  return {
    ...at('line', { value: 'Oak on fence' }),
    ...at('lines', { value: 'one\ntwo' }),
    ...at('email', { value: 'jane@mail.example' }),
    ...at('url', { value: 'https://mail.example/a' }),
    ...at('number', { value: '12.5' }),
    ...at('rich', { rich_text_value: expect.objectContaining({ type: 'rich_text' }) }),
    ...at('one', { selected_option: chosen('b') }),
    ...at('grouped', { selected_option: chosen('c') }),
    ...at('crew', { selected_option: chosen('crew-1') }),
    ...at('crews', { selected_options: [chosen('crew-0'), chosen('crew-2')] }),
    ...at('several', { selected_options: [chosen('a'), chosen('c')] }),
    ...at('user', { selected_user: users.sam.id }),
    ...at('users', { selected_users: [users.sam.id] }),
    ...at('conversation', { selected_conversation: channels.leads.id }),
    ...at('conversations', { selected_conversations: [channels.general.id] }),
    ...at('channel', { selected_channel: channels.leads.id }),
    ...at('channels', { selected_channels: [channels.general.id] }),
    ...at('ticks', { selected_options: [chosen('a'), chosen('c')] }),
    ...at('radio', { selected_option: chosen('b') }),
    ...at('date', { selected_date: '2027-01-02' }),
    ...at('time', { selected_time: '16:05' }),
    ...at('moment', { selected_date_time: Date.UTC(2027, 6, 1, 12) / 1000 }),
    ...at('files', { files: [expect.objectContaining({ name: 'tree.png', mimetype: 'image/png' })] }),
  }
}

describe.each([
  { look: 'desktop', options: DESKTOP },
  { look: 'phone', options: PHONE },
])('on a $look, any app', ({ options }) => {
  it('gets what was entered into every kind of field', async () => {
    await enter(options, '/probe')

    await fillEverything()
    const violations = await findViolations(page)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    expect(heard.submitted).toEqual([everythingEntered()])
    expect(heard.actions).toEqual([])
    expect(violations).toEqual([])
  })

  it('shows options that a keyboard can search, choose and take back', async () => {
    await enter(options, '/probe')
    await field('crew').focus()
    await page.keyboard.type('crew')
    await page.getByRole('option', { name: 'North crew' }).waitFor()
    const violations = await findViolations(page)

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: 'Plant health care' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('plant')
    await page.getByRole('option', { name: 'North crew' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    expect(heard.submitted).toEqual([
      expect.objectContaining({
        ...at('crew', { selected_option: chosen('crew-1') }),
        ...at('crews', { selected_options: [chosen('crew-0')] }),
      }),
    ])
    expect(violations).toEqual([])
  })
})

it('tells the app of each change in every kind of field that dispatches', async () => {
  await enter(DESKTOP, '/probe says')

  await fillEverything()
  for (const name of ['line', 'email', 'url', 'number']) await field(name).press('Enter')
  const kinds = () => new Set(heard.actions.map(({ block_id }) => block_id))
  const silent = ['files', 'lines', 'rich']
  await running.workspace.waitFor(
    () => kinds().size === Object.keys(everythingEntered()).length - silent.length,
  )

  const last = (id: string) => heard.actions.findLast(({ block_id }) => block_id === id)
  for (const name of kinds()) {
    const [entry] = Object.values(everythingEntered()[String(name)] ?? {})
    expect(last(String(name))).toEqual(entry)
  }
  expect(silent.flatMap((id) => last(id) ?? [])).toEqual([])
  expect(heard.submitted).toEqual([])
})

it('keeps a date and a time that are typed part by part', async () => {
  await enter(DESKTOP, '/probe')

  await field('date').focus()
  await page.keyboard.type('01022027')
  await field('time').focus()
  await page.keyboard.type('0405PM')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  expect(heard.submitted).toEqual([
    expect.objectContaining({
      ...at('date', { selected_date: '2027-01-02' }),
      ...at('time', { selected_time: '16:05' }),
    }),
  ])
})

it('hands over a file byte by byte', async () => {
  await enter(DESKTOP, '/probe')
  await field('files').setInputFiles([{ name: 'tree.png', mimeType: 'image/png', buffer: PNG }])
  await page.getByText('tree.png').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  const [address] = JSON.stringify(heard.submitted).match(/http[^"]+download[^"]+/u) ?? []
  const answer = await fetch(address ?? '', {
    headers: { authorization: `Bearer ${running.workspace.botToken}` },
  })

  expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG)
})

it('says beside the field what Slack would not send', async () => {
  await enter(DESKTOP, '/probe')
  await field('line').fill('x'.repeat(41))
  await field('email').fill('jane')
  await field('url').fill('nowhere')
  await field('number').fill('0.5')
  await page.getByRole('button', { name: 'Save' }).click()

  await page.getByText('4 fields need another look.').waitFor()
  const violations = await findViolations(page)
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

  expect(heard.submitted).toEqual([])
  expect(focused).toBe('The line')
  expect(violations).toEqual([])
})

it('asks before entries are lost, and not when they were sent', async () => {
  await enter(DESKTOP, '/probe')
  await field('line').fill('stay')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('It is kept.').waitFor()

  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  expect(heard.submitted).toHaveLength(1)
})

it('lets nobody choose more than the app takes', async () => {
  await enter(DESKTOP, '/probe')
  await field('several').click()
  await pick('Option a')
  await pick('Option b')

  await page.getByText('No more than 2 can be chosen.').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')

  expect(await page.getByRole('button', { name: /^Remove Option/u }).allInnerTexts()).toHaveLength(2)
})

it('works in messages, too: each element by its block, after a question where it asks one', async () => {
  await enter(PHONE, '/probe message')
  const message = page.getByRole('article').filter({ hasText: 'Which crew?' }).last()

  await message.getByLabel('Which crew?').selectOption({ label: 'Option b' })
  await message.getByLabel('On which day?').fill('2027-03-04')
  await message.getByRole('button', { name: 'More: And then?' }).click()
  await page.getByRole('menuitem', { name: 'Option c' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Yes' }).click()
  await message.getByLabel('Option a').check()
  await page.getByRole('alertdialog').getByRole('button', { name: 'No' }).click()
  await message.getByLabel('Crew', { exact: true }).fill('plant')
  await pick('Plant health care')
  await running.workspace.waitFor(() => heard.actions.length === 4)
  const violations = await findViolations(page)

  expect(heard.actions).toMatchObject([
    { block_id: 'first', selected_option: { value: 'b' } },
    { block_id: 'second', selected_date: '2027-03-04' },
    { block_id: 'third', selected_option: { value: 'c' } },
    { block_id: 'row', action_id: 'crew', selected_option: { value: 'crew-3' } },
  ])
  expect(await message.getByLabel('Which crew?').inputValue()).toBe('b')
  expect(await message.getByLabel('On which day?').inputValue()).toBe('2027-03-04')
  expect(await message.getByLabel('Option a').isChecked()).toBe(false)
  expect(violations).toEqual([])
})
