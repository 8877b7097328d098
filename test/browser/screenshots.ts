import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { SAMPLE_EMAILS } from '../../src/sandbox/demo/sample-emails.ts'
import { lendEmojiFont } from './emoji-font.ts'
import { openScene } from './scene.ts'
import { asVisitor } from './visitor.ts'

// Draws the README's pictures anew: node test/browser/screenshots.ts
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))
mkdirSync(folder, { recursive: true })

await using scene = await openScene()

const DESKTOP = { viewport: { width: 1280, height: 720 }, colorScheme: 'light' } as const
// Smaller, for what stands in two columns.
const BESIDE = { ...DESKTOP, viewport: { width: 1000, height: 580 } } as const
const PHONE = { viewport: { width: 390, height: 700 }, colorScheme: 'dark' } as const

async function draw(page: Page, name: string): Promise<void> {
  await lendEmojiFont(page)
  await page.screenshot({ path: `${folder}${name}.png` })
}

const { page } = await scene.visit(DESKTOP, '?tour=1#person=ana&place=leads')
const visitor = asVisitor(page)
await visitor.sendCommand()
await draw(page, 'form')
await visitor.findClient()
await visitor.dialog.getByRole('button', { name: /^Create/u }).waitFor()
await visitor.create()
await visitor.sees('is in SingleOps')
await visitor.closeAll()

// A family with one number: the choice is theirs who has them on the line.
const family = await scene.visit(DESKTOP, '?tour=off#person=sam&place=leads')
const taker = asVisitor(family.page)
await writeTo(family.page, '/lead 404 555 0142 limb over the roof')
await taker.dialog.getByLabel('Name').fill('Lopez')
await taker.findClient()
await taker.dialog.getByRole('radio').first().waitFor()
await draw(family.page, 'match')
await taker.closeAll()

await page.goto(`${scene.url}?tour=off&again#person=ana&place=leads&panel=singleops&part=panel`)
await page.getByText('Priya Raman').nth(1).waitFor()
await draw(page, 'workspace')

const small = await scene.visit(PHONE, '?tour=off#person=ana&place=leads')
const caller = asVisitor(small.page)
await writeTo(small.page, '/lead jane smyth +1 770.555.0123 limb over the roof')
await caller.dialog.getByRole('button', { name: 'Use this client' }).waitFor()
await draw(small.page, 'phone')
await scene.ws.as('ana').closeAll()

// Emails arrive, and what stands under them; one is of somebody with a long name.
await arrive('With photos')
await arrive('A very long name')
await arrive('No lead: a supplier’s offer')
const inbox = await scene.visit(BESIDE, '?tour=off#person=sam&place=leads-inbox')
await inbox.page.getByRole('button', { name: '1 reply' }).nth(1).click()
await inbox.page.getByRole('button', { name: 'Not a lead' }).waitFor()
await draw(inbox.page, 'email')

// A lead that SingleOps refuses, and one that it does not take: what the office finds, and what is kept.
const dark = { ...BESIDE, colorScheme: 'dark' } as const
const trouble = await scene.visit(dark, '?tour=off#person=sam&place=leads&panel=faults&part=panel')
const keeper = asVisitor(trouble.page)
await trouble.page.getByLabel('A lead is refused, once').click()
await takeLead('Maximiliana Wolfeschlegelsteinhausenbergerdorff 678 555 0146 magnolia to remove')
await keeper.sees('Fix and send')
await keeper.closeAll()
await trouble.page.getByLabel('SingleOps takes no leads').click()
await takeLead('Owen Marsh 404-555-0127, 61 Frey St, Marietta, GA, hedge trimming')
await keeper.dialog.getByRole('heading', { name: 'Kept' }).waitFor()
await keeper.closeAll()
await draw(trouble.page, 'faults')
await trouble.page.goto(`${scene.url}?tour=off&home#person=olivia&place=home`)
await trouble.page.getByText('Emails without a lead').waitFor()
await draw(trouble.page, 'home')

const wire = await scene.visit(BESIDE, '?tour=off#person=ana&place=leads&panel=traffic&part=panel')
await wire.page.getByLabel('Filter requests').fill('post jobs 200')
await wire.page.getByRole('button', { name: 'POST jobs' }).last().click()
await wire.page.getByText('Answer').waitFor()
await wire.page.locator('.traffic-part pre').last().scrollIntoViewIfNeeded()
await draw(wire.page, 'traffic')

async function writeTo(where: Page, text: string): Promise<void> {
  await where.getByLabel('Message #leads').fill(text)
  await where.getByRole('button', { name: 'Send', exact: true }).click()
}

async function arrive(name: string): Promise<void> {
  const sample = SAMPLE_EMAILS.find((one) => one.name === name)
  if (sample) await scene.ws.shareEmail('leads-inbox', sample.email)
}

async function takeLead(text: string): Promise<void> {
  await writeTo(trouble.page, `/lead ${text}`)
  await keeper.findClient()
  await keeper.create()
}
