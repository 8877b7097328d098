import { expect, it, onTestFinished } from 'vitest'
import { createClientSearches } from '../../src/intake/search-clients.ts'
import type { AccountIntake } from '../../src/intake/settings.ts'
import type { Draft, Entry } from '../../src/lead/draft.ts'
import { accountKey } from '../../src/lead/ids.ts'
import { DirectoryError } from '../../src/matching/errors.ts'
import type { DirectoryClient } from '../../src/matching/ports.ts'
import { aClient, type BookOptions, createBook } from '../matching/a-client.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { aDraft } from './a-draft.ts'
import { anAccount, someSettings } from './an-account.ts'

const JANE = { phone: '770-555-0123' }
const OTHER = { phone: '404-555-0120' }

function start(
  clients: readonly DirectoryClient[] = [],
  { accounts, ...options }: BookOptions & { readonly accounts?: readonly AccountIntake[] } = {},
) {
  const clock = { ms: 0 }
  const directory = createBook(clients, options)
  const searches = createClientSearches({
    directory,
    settings: someSettings(accounts),
    now: () => clock.ms,
    log: createMemoryLog(),
  })
  onTestFinished(() => searches.stop())
  return { searches, directory, clock }
}

const saying = (entry: Entry): Draft => aDraft({ entry })
const names = ({ shown }: { shown: readonly { name: string }[] }) => shown.map(({ name }) => name)

it('asks nothing anew for another name, address or extension, and judges by them', async () => {
  const { searches, directory } = start([
    aClient({ firstName: 'Tom', lastName: 'Smith', phone: '770-555-0123' }),
    aClient({ firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123 x4' }),
  ])
  const alone = await searches.find(saying(JANE)).ended
  const asked = directory.asked.length

  const named = searches.find(saying({ ...JANE, name: 'Tom Smith', address: '200 Main St, Marietta' }))
  const extended = searches.find(saying({ phone: '770-555-0123 x4', name: 'Jane Smith' }))

  expect(alone.preselected).toBeUndefined()
  expect(named.soFar()).toMatchObject({ complete: true, preselected: alone.shown[0]?.id })
  expect(named.soFar().shown[0]?.reasons).toEqual(['same phone', 'same name'])
  expect(names(extended.soFar())[0]).toBe('Jane Smith')
  expect(directory.asked).toHaveLength(asked)
})

it('knows again whoever has a number beside it, when the name is said after the search', async () => {
  const { searches } = start([
    aClient({ firstName: 'Jane', lastName: 'Smith', phone: '770-555-0199', street: '200 Main St' }),
  ])

  const alone = await searches.find(saying(JANE)).ended
  const named = searches.find(saying({ ...JANE, name: 'Jane Smith', address: '200 Main St' })).soFar()

  expect(names(alone)).toEqual([])
  expect(named.shown).toMatchObject([{ name: 'Jane Smith', strength: 'likely' }])
})

it('gives up a search that another number takes the place of', async () => {
  const { searches } = start([], { before: (_term, _page, signal) => untilAborted(signal) })

  const first = searches.follow(saying(JANE))
  searches.follow(saying(OTHER))

  expect(await first.ended).toMatchObject({ complete: false, failed: true, shown: [] })
})

it('waits for a pause in typing with all but the first search, and not at the submit', async () => {
  const { searches, directory } = start()
  await searches.follow(saying(JANE)).ended
  const asked = directory.asked.length

  searches.follow(saying({ ...JANE, email: 'ann@mail.ex' }))
  const typed = searches.follow(saying({ ...JANE, email: 'ann@mail.example' }))
  const before = directory.asked.length
  const submitted = searches.find(saying({ ...JANE, email: 'ann@mail.example' }))
  await submitted.ended

  expect(before).toBe(asked)
  expect(submitted).toBe(typed)
  expect(directory.asked.map(({ term }) => term)).toContain('ann@mail.example')
  expect(directory.asked.map(({ term }) => term)).not.toContain('ann@mail.ex')
})

it('asks only for what is new when a number or an email comes to what was answered', async () => {
  const her = aClient({ firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' })
  const ann = aClient({ firstName: 'Ann', lastName: 'Otis', email: 'ann@mail.example' })
  const { searches, directory } = start([her, ann])
  const EMAIL = 'ann@mail.example'
  await searches.follow(saying(JANE)).ended
  const asked = directory.asked.length

  searches.follow(saying({ ...JANE, email: 'ann@mail.ex' }))
  const both = await searches.find(saying({ ...JANE, email: EMAIL })).ended
  const corrected = await searches.find(saying({ ...OTHER, email: EMAIL })).ended

  expect(names(both).toSorted()).toEqual(['Ann Otis', 'Jane Smith'])
  expect(names(corrected)).toEqual(['Ann Otis'])
  expect(directory.asked.slice(asked, asked + 2).map(({ term }) => term)).toEqual([EMAIL, '404-555'])
  expect(directory.asked.filter(({ field }) => field === 'email')).toHaveLength(1)
})

it('asks everything of another account', async () => {
  const branch = anAccount({ key: accountKey('branch'), name: 'Branch' })
  const her = aClient({ firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' })
  const { searches, directory } = start([her], { accounts: [anAccount(), branch] })
  await searches.find(saying(JANE)).ended
  const asked = directory.asked.length

  await searches.find({ ...saying({ ...JANE, email: 'ann@mail.example' }), account: branch.key }).ended

  expect(directory.asked.length).toBe(2 * asked + 1)
})

it('leaves out an email that is not a whole one', async () => {
  const { searches, directory } = start()

  expect(searches.canSearch(saying({ email: 'ann@mail' }))).toBe(false)
  await searches.find(saying({ ...JANE, email: 'ann@mail' })).ended
  expect(directory.asked.filter(({ field }) => field === 'email')).toEqual([])
})

it('does not give the same answers after five minutes', async () => {
  const { searches, directory, clock } = start()
  await searches.find(saying(JANE)).ended
  const asked = directory.asked.length

  clock.ms = 5 * 60_000
  await searches.find(saying(JANE)).ended

  expect(directory.asked.length).toBe(2 * asked)
})

it('does not give out again what was not answered in full', async () => {
  let isDown = true
  const { searches } = start([aClient({ firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' })], {
    before: async () => {
      if (isDown) throw new DirectoryError('unreachable', 'down')
    },
  })

  const failed = await searches.find(saying(JANE)).ended
  isDown = false
  const again = await searches.find(saying(JANE)).ended

  expect(failed.failed).toBe(true)
  expect(again).toMatchObject({ complete: true, failed: false, shown: [{ name: 'Jane Smith' }] })
})

it('asks again with another contact what went unanswered before, and with the own one what went unanswered of the other', async () => {
  const her = aClient({ firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' })
  const harold = aClient({ firstName: 'Harold', lastName: 'Smith', email: 'harold@inbox.example' })
  let fails = 'phone'
  const { searches } = start([her, harold], {
    before: async ({ field }) => {
      if (field === fails) throw new DirectoryError('unreachable', 'down')
    },
  })
  const draft = saying(JANE)
  const first = await searches.find(draft).ended

  fails = 'email'
  const other = await searches.findAgain(draft, { email: 'harold@inbox.example' }).ended
  fails = ''
  const both = await searches.findAgain(draft).ended

  expect(first).toMatchObject({ failed: true, shown: [] })
  expect(other).toMatchObject({ failed: true, complete: false, shown: [{ name: 'Jane Smith' }] })
  expect(both).toMatchObject({ failed: false, complete: true })
  expect(names(both).toSorted()).toEqual(['Harold Smith', 'Jane Smith'])
})

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
