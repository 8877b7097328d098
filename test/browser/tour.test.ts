import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SETTING } from '../../src/sandbox/demo/setting.ts'
import { openScene, type Scene } from './scene.ts'
import { asVisitor } from './visitor.ts'

const SIZES = [
  { size: 'desktop', options: { viewport: { width: 1280, height: 800 } } },
  {
    size: 'phone',
    options: { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, colorScheme: 'dark' },
  },
] as const

describe.each(SIZES)('on a $size, the tour', ({ options }) => {
  let scene: Scene
  let page: Page
  let problems: string[]

  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene[Symbol.asyncDispose]())
  afterEach(async () => {
    await page.context().close()
    // A modal that a failed test left open would stand before the next one.
    for (const person of [scene.ws.as('ana'), scene.ws.as('sam')]) if (person.modal()) await person.closeAll()
    scene.singleops.clearFaults()
    expect(problems).toEqual([])
  })

  async function begin(step: string) {
    const at = SETTING.tour.findIndex(({ id }) => id === step)
    const start = SETTING.tour[at]
    const place = new URLSearchParams({ person: start?.person ?? '', place: start?.place ?? '' })
    const visit = await scene.visit(options, `?tour=${at + 1}#${place}`)
    page = visit.page
    problems = visit.problems
    return asVisitor(page)
  }
  const jobs = (client: string) => scene.singleops.jobs().filter(({ clientName }) => clientName === client)

  it('takes a call of somebody new', async () => {
    const visitor = await begin('call')

    await visitor.sendCommand()
    await visitor.findClient()
    await visitor.create()
    await visitor.sees('is in SingleOps')
    await visitor.closeAll()
    await visitor.isDone()

    expect(jobs('Priya Raman')).toMatchObject([{ stage: 'Unconfirmed Client' }])
  })

  it('makes a lead of a shared email', async () => {
    const visitor = await begin('email')

    await page.getByRole('button', { name: 'Send the email' }).click()
    await page.getByRole('button', { name: 'More actions for the message from Email' }).click()
    await page.getByRole('menuitem', { name: 'Create lead' }).click()
    await visitor.dialog.getByRole('button', { name: 'Find client' }).waitFor()
    await visitor.dialog.getByLabel('Operation').selectOption({ label: 'Tree Care' })
    await visitor.press('Find client')
    await visitor.create()
    await visitor.sees('is in SingleOps')
    await visitor.closeAll()
    await visitor.isDone()

    expect(jobs('Tom Whitaker')).toHaveLength(1)
  })

  it('finds a client who is spelled differently', async () => {
    const visitor = await begin('known')
    const known = scene.singleops.clients().filter(({ name }) => name.startsWith('Jane Sm')).length

    await visitor.sendCommand()
    await visitor.press('Use this client')
    await visitor.press('Continue')
    await visitor.dialog.getByRole('heading', { name: 'Which client?' }).waitFor()
    await visitor.create()
    await visitor.sees('is in SingleOps')
    await visitor.closeAll()
    await visitor.isDone()

    expect(jobs('Jane Smith')).toHaveLength(1)
    expect(scene.singleops.clients().filter(({ name }) => name.startsWith('Jane Sm'))).toHaveLength(known)
  })

  it('plans a follow-up', async () => {
    const visitor = await begin('task')

    await visitor.sendCommand()
    await visitor.dialog.getByLabel('Follow-up').selectOption({ label: 'Call back' })
    await visitor.dialog.getByLabel('When').selectOption({ label: 'next working day 8:00' })
    await visitor.findClient()
    await visitor.create()
    await visitor.sees('is in SingleOps')
    await visitor.closeAll()
    await visitor.isDone()

    expect(scene.singleops.tasks()).toMatchObject([{ name: expect.stringContaining('Harold Smith') }])
  })

  it('keeps a lead while SingleOps takes none', async () => {
    const visitor = await begin('down')

    await page.getByRole('button', { name: 'Start the trouble' }).click()
    await page.getByRole('button', { name: 'End the trouble' }).waitFor()
    await visitor.sendCommand()
    await visitor.findClient()
    await visitor.create()
    await visitor.dialog.getByRole('heading', { name: 'Kept' }).waitFor()
    const before = jobs('Nora Bell').length
    await visitor.closeAll()
    const unfold = page.getByRole('button', { name: 'Show the step' })
    if (await unfold.isVisible()) await unfold.click()
    await page.getByRole('button', { name: 'End the trouble' }).click()
    await visitor.isDone()

    expect(before).toBe(0)
    expect(jobs('Nora Bell')).toHaveLength(1)
  })

  it('makes one lead when the answer gets lost', async () => {
    const visitor = await begin('lost')

    await page.getByRole('button', { name: 'Start the trouble' }).click()
    await page.getByRole('button', { name: 'End the trouble' }).waitFor()
    await visitor.sendCommand()
    await visitor.findClient()
    // From when the lead is in, what Leadhand asks SingleOps is not answered yet.
    const entering = scene.singleops.waitFor(
      () => jobs('Owen Marsh').length > 0 && scene.singleops.hold('clients/search_by_field'),
      { timeoutMs: 20_000 },
    )
    await visitor.create()
    const held = await entering
    await visitor.dialog.getByRole('heading', { name: 'Not sure yet' }).waitFor()
    const [entered, saidDone] = [jobs('Owen Marsh').length, await page.getByText('✓ Done').count()]
    held.release()
    await visitor.sees('is in SingleOps')
    await visitor.closeAll()
    await visitor.isDone()

    expect([entered, saidDone]).toEqual([1, 0])
    expect(jobs('Owen Marsh')).toHaveLength(1)
  })
})
