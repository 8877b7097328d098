import { expect, it, onTestFinished } from 'vitest'
import type { UserActions } from '../../src/sandbox/workspace/api.ts'
import type { Store } from '../../src/store/open-store.ts'
import { type Counter, type Work, watchStatements, workOf } from './count-work.ts'
import { create, sees } from './people.ts'
import { withSearch } from './searches.ts'
import { type Stage, startStage } from './stage.ts'

// A change that makes one of these figures larger has to say what for. How long it all takes is measured by `npm run bench`.

type Counting = {
  readonly stage: Stage
  readonly ana: UserActions
  readonly counter: Counter
  work(act: () => Promise<unknown>): Promise<Work>
}

/** A stage where the taker has entered a lead before: people, channels and choices are known, as on any day but the first. */
async function startCounting(): Promise<Counting> {
  const counter = watchStatements()
  onTestFinished(() => counter[Symbol.dispose]())
  const opened = Promise.withResolvers<Store>()
  const keep = (store: Store): Store => {
    opened.resolve(store)
    return store
  }
  const stage = await startStage({ overrides: { store: keep } })
  const store = await opened.promise
  const ana = stage.ws.as('ana')
  await ana.command('/lead', 'bob miller 404 555 0101 hedge to trim')
  await sees(stage, ana, 'Operation')
  await ana.fill({ Operation: 'Tree Care' })
  await ana.submit()
  await sees(stage, ana, 'No client has')
  await create(stage, ana)
  await ana.closeAll()
  return { stage, ana, counter, work: (act) => workOf(stage, store, counter, act) }
}

const SEARCH = 'GET clients/search_by_field'
/** The person's view. */
const SHOWN = { 'views.update': 1 }

/** Confirms, with SingleOps' answer held back until the clients that were there before are noted. */
async function confirm({ stage, ana, counter }: Counting, { isNew }: { isNew: boolean }): Promise<void> {
  const posting = stage.singleops.hold('jobs', { afterProcessing: true })
  const noted = isNew ? counter.more('update "attempts" set "known_clients"', 1) : undefined
  await ana.submit()
  await noted
  posting.release()
  await sees(stage, ana, 'is in SingleOps')
}

it('makes a new client of a call with this much work, and no more', async () => {
  const counting = await startCounting()
  const { stage, ana, work } = counting

  const opened = await work(() =>
    withSearch(stage, () => ana.command('/lead', 'mary carter 404 555 0120 two dead pines')),
  )
  const submitted = await work(() => ana.submit())
  const confirmed = await work(() => confirm(counting, { isNew: true }))

  expect({ opened, submitted, confirmed }).toEqual({
    opened: { slack: { 'views.open': 1 }, singleops: { [SEARCH]: 11 }, statements: 6, writes: 1, synced: 0 },
    submitted: { slack: {}, singleops: {}, statements: 8, writes: 1, synced: 1 },
    confirmed: {
      slack: { ...SHOWN, 'chat.postMessage': 1 },
      singleops: { [SEARCH]: 1, 'POST jobs': 1 },
      statements: 34,
      writes: 7,
      synced: 4,
    },
  })
})

it('makes a lead of a known client with this much work, and no more', async () => {
  const counting = await startCounting()
  const { stage, ana, work } = counting

  const opened = await work(async () => {
    await ana.command('/lead', 'jane smith 770 555 0123 stump by the mailbox')
    await sees(stage, ana, 'This is Jane Smith')
  })
  const submitted = await work(() => ana.submit())
  const confirmed = await work(() => confirm(counting, { isNew: false }))

  expect({ opened, submitted, confirmed }).toEqual({
    opened: {
      slack: { 'views.open': 1, 'views.update': 1 },
      singleops: { [SEARCH]: 11 },
      statements: 9,
      writes: 2,
      synced: 0,
    },
    submitted: { slack: {}, singleops: {}, statements: 8, writes: 1, synced: 1 },
    confirmed: {
      slack: { ...SHOWN, 'chat.postMessage': 1 },
      singleops: { 'POST jobs': 1 },
      statements: 33,
      writes: 6,
      synced: 4,
    },
  })
})

it('makes a lead of a shared email with this much work, and no more', async () => {
  const counting = await startCounting()
  const { stage, ana, work } = counting
  const email = await stage.ws.shareEmail('leads-inbox', {
    subject: 'Tree removal quote',
    from: { name: 'Nadia Okafor', address: 'nadia.okafor@mail.example' },
    plain_text: 'We need two dead pines taken down.\nMy cell is (404) 555-0120.\n\nNadia Okafor',
  })

  const opened = await work(() => withSearch(stage, () => ana.messageShortcut('create_lead', email)))
  const submitted = await work(() => ana.submit())
  const confirmed = await work(() => confirm(counting, { isNew: true }))

  expect({ opened, submitted, confirmed }).toEqual({
    opened: { slack: { 'views.open': 1 }, singleops: { [SEARCH]: 12 }, statements: 8, writes: 1, synced: 0 },
    submitted: { slack: {}, singleops: {}, statements: 8, writes: 1, synced: 1 },
    confirmed: {
      slack: { ...SHOWN, 'chat.postMessage': 2 },
      singleops: { [SEARCH]: 2, 'POST jobs': 1 },
      statements: 42,
      writes: 9,
      synced: 5,
    },
  })
})
