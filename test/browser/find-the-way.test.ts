import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from './scene.ts'

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
