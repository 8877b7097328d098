import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { lendEmojiFont } from './emoji-font.ts'
import { openScene } from './scene.ts'
import { asVisitor } from './visitor.ts'

// Draws the README's pictures anew: node test/browser/screenshots.ts
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))
mkdirSync(folder, { recursive: true })

await using scene = await openScene()

const DESKTOP = { viewport: { width: 1280, height: 760 }, colorScheme: 'light' } as const
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
await family.page.getByLabel('Message #leads').fill('/lead 404 555 0142 limb over the roof')
await family.page.getByRole('button', { name: 'Send', exact: true }).click()
await taker.dialog.getByLabel('Name').fill('Lopez')
await taker.findClient()
await taker.dialog.getByRole('radio').first().waitFor()
await draw(family.page, 'match')

await page.goto(`${scene.url}?tour=off&again#person=ana&place=leads&panel=singleops&part=panel`)
await page.getByText('Priya Raman').nth(1).waitFor()
await draw(page, 'workspace')

const small = await scene.visit(PHONE, '?tour=3#person=ana&place=leads')
const caller = asVisitor(small.page)
await caller.sendCommand()
await caller.dialog.getByRole('button', { name: 'Use this client' }).waitFor()
await draw(small.page, 'phone')
