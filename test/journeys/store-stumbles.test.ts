import { expect, it } from 'vitest'
import type { Store } from '../../src/store/open-store.ts'
import { create, findClient, openForm } from './people.ts'
import { startStage } from './stage.ts'

/** A store of which one deed with forms fails while `isDown`. */
async function startUnsteady(deed: 'insertDraft' | 'lastOperation') {
  const state = { isDown: false }
  const unsteady = (store: Store): Store => {
    const carryOut = store.drafts[deed] as (...args: unknown[]) => Promise<unknown>
    const failing = (...args: unknown[]) =>
      state.isDown ? Promise.reject(new Error('disk full')) : carryOut(...args)
    return { ...store, drafts: { ...store.drafts, [deed]: failing } }
  }
  const stage = await startStage({ overrides: { store: unsteady } })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await ana.closeAll()
  return { stage, ana, state }
}

const LEAD = { Operation: 'Tree Care', 'Lead Source': 'Phone' }

it('opens the form though the last operation can’t be read', async () => {
  const { stage, ana, state } = await startUnsteady('lastOperation')
  state.isDown = true

  const form = await openForm(stage, ana, 'nadia okafor 404 555 0120 oak')

  expect(form.text).toContain('Nadia Okafor')
  expect(ana.ephemerals()).toEqual([])
})

it('keeps a form that opened while the store was down as soon as the store is back, with what it came from', async () => {
  const { stage, ana, state } = await startUnsteady('insertDraft')
  const ts = await ana.post('leads', 'Nadia Okafor 404-555-0120, 12 Elm St Marietta GA, prune 2 oaks')
  state.isDown = true

  await ana.messageShortcut('create_lead', { channel: 'leads', ts })
  const form = await stage.ws.waitFor(() => ana.modal()?.text.includes('Operation') && ana.modal())
  state.isDown = false
  await findClient(stage, ana, LEAD)
  await create(stage, ana)

  expect(form.text).toContain('Nadia Okafor')
  expect(JSON.stringify([ana.ephemerals(), stage.ws.dm('ana')])).not.toContain('could not be opened')
  const thread = () => JSON.stringify(stage.ws.messages('leads', { thread_ts: ts }))
  await stage.ws.waitFor(() => thread().includes('LH-'))
})

it('says that nothing was saved while the store stays down, and takes the form once it is back', async () => {
  const { stage, ana, state } = await startUnsteady('insertDraft')
  state.isDown = true
  await openForm(stage, ana, 'nadia okafor 404 555 0120 oak')

  await ana.fill(LEAD)
  const refused = await ana.submit()
  state.isDown = false
  await findClient(stage, ana, {})
  await create(stage, ana)

  expect(JSON.stringify(refused.errors)).toContain('Not saved')
  expect(stage.singleops.jobs()).toHaveLength(1)
})
