import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findViolations } from './find-violations.ts'
import { openScene, type Scene } from './scene.ts'
import { asVisitor } from './visitor.ts'

const LOOKS = [
  { look: 'light desktop', options: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } },
  { look: 'dark phone', options: { viewport: { width: 390, height: 780 }, colorScheme: 'dark' } },
] as const

const PLACES = [
  ['a channel with a thread', 'person=ana&place=leads-inbox', 'Messages in #leads-inbox'],
  ['the App Home', 'person=ana&place=home', 'Home of the app'],
  ['SingleOps', 'person=ana&place=leads&panel=singleops&part=panel', 'Behind the scenes'],
  ['the traffic', 'person=ana&place=leads&panel=traffic&part=panel', 'Behind the scenes'],
  ['the faults', 'person=ana&place=leads&panel=faults&part=panel', 'Behind the scenes'],
  ['the emails', 'person=ana&place=leads&panel=email&part=panel', 'Behind the scenes'],
  ['what a stranger sees', 'person=xavier&place=shared-with-lund', 'Messages in #shared-with-lund'],
] as const

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
  await scene.ws.shareEmail('leads-inbox', {
    subject: 'A quote for one with a very long name',
    from: { name: 'Maximiliana Wolfeschlegelsteinhausenbergerdorff', address: 'max@mail.example' },
    plain_text: 'Please call 404-555-0126.',
  })
})
afterAll(() => scene[Symbol.asyncDispose]())

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

describe.each(LOOKS)('axe finds nothing serious on a $look', ({ options }) => {
  it.each(PLACES)('in %s', async (_name, address, label) => {
    const { page, problems } = await scene.visit(options, `?tour=off#${address}`)
    await page.getByLabel(label).first().waitFor()

    const violations = await findViolations(page)
    const overflow = await widthOf(page)

    await page.context().close()
    expect(violations).toEqual([])
    expect(overflow).toBeLessThanOrEqual(0)
    expect(problems).toEqual([])
  })

  it('in the tour, the form, its errors and the question before leaving', async () => {
    const { page } = await scene.visit(options, '?tour=1#person=ana&place=leads')
    const visitor = asVisitor(page)
    await page.getByRole('button', { name: 'Type it for me' }).waitFor()
    const tour = await findViolations(page)

    await visitor.sendCommand()
    await visitor.dialog.getByLabel('Name').fill('')
    await visitor.press('Find client')
    await page.locator('[aria-invalid=true]').first().waitFor()
    const form = await findViolations(page)
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))
    await page.keyboard.press('Escape')
    const question = page.getByRole('alertdialog')
    await question.waitFor()
    const asked = await findViolations(page)
    await question.getByRole('button', { name: 'Leave' }).click()
    await visitor.dialog.waitFor({ state: 'hidden' })

    await page.context().close()
    expect([tour, form, asked]).toEqual([[], [], []])
    expect(focused).toBe('true')
  })
})
