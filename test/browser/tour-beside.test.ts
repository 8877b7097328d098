import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, type Scene } from './scene.ts'
import { asVisitor } from './visitor.ts'

const SIZES = [
  [320, 568],
  [390, 780],
  [780, 700],
  [1024, 768],
  [1110, 800],
  [1280, 800],
] as const

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
  await scene.ws.shareEmail('leads-inbox', {
    subject: 'Quote',
    from: { name: 'Renee Castillo', address: 'renee@mail.example' },
    plain_text: 'Please call 404-555-0126, the oak leans.',
  })
})
afterAll(() => scene[Symbol.asyncDispose]())

async function boxOf(part: Locator) {
  const box = await part.boundingBox()
  return box ?? { x: 0, y: 0, width: 0, height: 0 }
}

/** How many pixels the two have in common. */
async function overlap(one: Locator, other: Locator): Promise<number> {
  const [a, b] = [await boxOf(one), await boxOf(other)]
  const wide = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const high = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return wide > 1 && high > 1 ? wide * high : 0
}

async function isOnScreen(page: Page, part: Locator): Promise<boolean> {
  const { x, y, width, height } = await boxOf(part)
  const size = page.viewportSize() ?? { width: 0, height: 0 }
  return width > 0 && x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height
}

it('stands beside what one is to press, whatever the size of the window', async () => {
  const { page, problems } = await scene.visit({}, '?tour=2#person=sam&place=leads-inbox')
  const visitor = asVisitor(page)
  const tour = page.getByLabel('Guided tour')
  const seen: unknown[] = []
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    const buttons = await tour.getByRole('button').all()
    const shown = await Promise.all(buttons.map((one) => isOnScreen(page, one)))
    const size = `${width} × ${height}`
    // A trial click fails where something lies over it.
    await page.getByRole('button', { name: 'More actions' }).first().click({ trial: true })
    await page.getByLabel('Message #leads-inbox').click({ trial: true })
    seen.push([size, shown.every(Boolean), await overlap(tour, page.locator('.columns > main'))])
  }

  await page.getByRole('button', { name: 'More actions' }).first().click()
  await page.getByRole('menuitem', { name: 'Create lead' }).click()
  await visitor.dialog.getByLabel('Operation').waitFor()
  const steps = page.locator('.tour li')
  const besideForm: unknown[] = []
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height })
    await visitor.dialog.getByRole('button', { name: 'Find client' }).click({ trial: true })
    const size = `${width} × ${height}`
    besideForm.push([size, await isOnScreen(page, steps.last()), await overlap(tour, visitor.dialog)])
  }
  await page.context().close()
  await scene.ws.as('sam').closeAll()

  const sizes = SIZES.map(([width, height]) => [`${width} × ${height}`, true, 0])
  expect(seen).toEqual(sizes)
  expect(besideForm).toEqual(sizes)
  expect(problems).toEqual([])
})
