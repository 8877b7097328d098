import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { openScene } from './scene.ts'
import { asVisitor } from './visitor.ts'

// Draws the README's pictures anew: node test/browser/screenshots.ts
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))
mkdirSync(folder, { recursive: true })

await using scene = await openScene()

const DESKTOP = { viewport: { width: 1280, height: 760 }, colorScheme: 'light' } as const
const PHONE = { viewport: { width: 390, height: 700 }, colorScheme: 'dark' } as const

const { page } = await scene.visit(DESKTOP, '?tour=1#person=ana&place=leads')
const visitor = asVisitor(page)
await visitor.sendCommand()
await page.screenshot({ path: `${folder}form.png` })
await visitor.findClient()
await visitor.dialog.getByRole('button', { name: /^Create/u }).waitFor()
await page.screenshot({ path: `${folder}match.png` })
await visitor.create()
await visitor.sees('is in SingleOps')
await visitor.closeAll()
await page.goto(`${scene.url}?tour=off&again#person=ana&place=leads&panel=singleops&part=panel`)
await page.getByText('Priya Raman').nth(1).waitFor()
await page.screenshot({ path: `${folder}workspace.png` })

const small = await scene.visit(PHONE, '?tour=3#person=ana&place=leads')
const caller = asVisitor(small.page)
await caller.sendCommand()
await caller.dialog.getByRole('button', { name: 'Use this client' }).waitFor()
await small.page.screenshot({ path: `${folder}phone.png` })
