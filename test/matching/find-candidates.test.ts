import { describe, expect, it } from 'vitest'
import { accountKey, clientId } from '../../src/lead/ids.ts'
import { type CrowdedTerms, createCrowdedTerms } from '../../src/matching/crowded-terms.ts'
import { DirectoryError } from '../../src/matching/errors.ts'
import {
  CEILING,
  findCandidates,
  type MatchOptions,
  type MatchResult,
} from '../../src/matching/find-candidates.ts'
import type { DirectoryClient } from '../../src/matching/ports.ts'
import { preselected } from '../../src/matching/score.ts'
import { aClient, type BookOptions, createBook } from './a-client.ts'
import { inRounds } from './in-rounds.ts'

const jane = { firstName: 'Jane', lastName: 'Smith', mobile: '+17705550123', email: 'jane@mail.example' }
const query = { account: accountKey('main'), contact: jane, address: { street: '200 Main St' } }

function search(
  clients: readonly DirectoryClient[],
  { book = {}, ...options }: Partial<MatchOptions> & { book?: BookOptions } = {},
  contact = query.contact as typeof jane | Partial<typeof jane>,
) {
  const directory = createBook(clients, book)
  const result = findCandidates(
    { ...query, contact },
    { directory, budget: 16, timeBudgetMs: 10_000, country: 'US', now: () => 0, ...options },
  )
  return { directory, result }
}

const names = ({ candidates }: MatchResult) => candidates.map(({ client }) => client.name)

describe('findCandidates', () => {
  it('finds her under another spelling, and says why', async () => {
    const her = aClient({ firstName: 'Jane', lastName: 'Smith', phone: '1 (770) 555-0123 cell' })
    const { result } = search([her, aClient({ firstName: 'Ann', lastName: 'Otis', phone: '770-555-0199' })])

    const found = await result

    expect(found).toMatchObject({ complete: true, failed: false })
    expect(found.candidates).toMatchObject([
      {
        client: { id: her.id },
        strength: 'strong',
        reasons: [{ text: 'same phone' }, { text: 'same name' }],
      },
    ])
    expect(preselected(found)?.client.id).toBe(her.id)
  })

  it.each([true, false])(
    'finds a mobile that stands behind another number (search sees mobile: %s)',
    async (seesMobile) => {
      const her = aClient({
        firstName: 'Jane',
        lastName: 'Smith',
        phone: '770-555-0123',
        mobile: '404-555-0150',
      })
      const { result } = search([her], { book: { seesMobile } })

      expect(names(await result)).toEqual(['Jane Smith'])
    },
  )

  it('merges what several questions find', async () => {
    const her = aClient({
      firstName: 'Jane',
      lastName: 'Smith',
      phone: '770-555-0123',
      mobile: '(770) 555-0123',
      email: jane.email,
    })
    const { result } = search([her], { book: { seesMobile: true } })

    expect((await result).candidates).toHaveLength(1)
  })

  it('reads all pages of a number that many share', async () => {
    const many = Array.from({ length: 170 }, (_, n) =>
      aClient({ name: `Unit ${n}`, companyName: 'Elm Apartments', phone: '770-555-0123' }),
    )
    const { result } = search(many)

    expect((await result).candidates).toHaveLength(170)
  })

  it('narrows a crowded beginning down instead of reading it all', async () => {
    const crowd = Array.from({ length: 900 }, (_, n) =>
      aClient({ name: `Other ${n}`, phone: `770-555-9${String(n).padStart(3, '0')}` }),
    )
    const her = aClient({ firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' })
    const { result, directory } = search([...crowd, her])

    const found = await result

    expect(names(found)).toEqual(['Jane Smith'])
    expect(found.complete).toBe(true)
    expect(directory.asked.filter(({ term }) => term === '770-555').map(({ page }) => page)).toEqual([1])
  })

  it('keeps the budget of requests side by side', async () => {
    const { result, directory } = search([], { budget: 4 })

    const found = await result

    expect(directory.mostSideBySide()).toBe(4)
    expect(found).toMatchObject({ complete: true, asked: directory.asked.length })
  })

  it('says that it failed when one question was not answered, and shows what the others found', async () => {
    const her = aClient({ firstName: 'Jane', lastName: 'Smith', phone: '770-555-0123' })
    const before: BookOptions['before'] = async ({ field }) => {
      if (field === 'email') throw new DirectoryError('unreachable', 'down')
    }

    const found = await search([her], { book: { before } }).result

    expect(found).toMatchObject({ failed: true, complete: false })
    expect(names(found)).toEqual(['Jane Smith'])
    expect(preselected(found)).toBeUndefined()
  })

  it('rejects on a defect', async () => {
    const before = async () => {
      throw new TypeError('a defect')
    }

    await expect(search([], { book: { before } }).result).rejects.toThrow(TypeError)
  })

  it('ends when the time is used up, though nobody answers, and says so', async () => {
    const { result } = search([], { timeBudgetMs: 5, book: { before: () => new Promise(() => undefined) } })

    expect(await result).toMatchObject({
      complete: false,
      // Once it was not, and a person read that no client has this number.
      failed: true,
      cutShort: expect.stringContaining('too long'),
    })
  })

  it('ends early when it is stopped', async () => {
    const stopping = new AbortController()
    const before: BookOptions['before'] = async (_term, _page, signal) => {
      stopping.abort()
      signal.throwIfAborted()
    }

    const found = await search([], { signal: stopping.signal, book: { before } }).result

    // Once it had not failed, and a person read that no client has this number.
    expect(found).toMatchObject({
      complete: false,
      failed: true,
      cutShort: expect.stringContaining('stopped'),
    })
  })

  it('stops asking where a number has no end of clients, and says so', async () => {
    const endless = Array.from({ length: 5 * CEILING }, (_, n) =>
      aClient({ name: `U${n}`, companyName: 'Elm', phone: '770-555-0123' }),
    )

    const found = await search(endless, { budget: 3, book: { pageSize: 5 } }).result

    expect(found).toMatchObject({
      complete: false,
      failed: false,
      cutShort: expect.stringContaining('Too many'),
      asked: CEILING,
    })
  })

  it('has failed where it ended before it found anybody among too many', async () => {
    const others = Array.from({ length: 5 * CEILING }, (_, n) =>
      aClient({ firstName: 'Ann', lastName: `O${n}`, email: `${jane.email}.${n}` }),
    )

    const found = await search(others, { book: { pageSize: 5 } }, { email: jane.email }).result

    expect(found).toMatchObject({ candidates: [], complete: false, failed: true })
  })

  it.each([1, 2, 16])('asks as many questions in all with %i side by side', async (budget) => {
    const crowd = Array.from({ length: 900 }, (_, n) =>
      aClient({ name: `Other ${n}`, phone: `+1 770-555-9${String(n).padStart(3, '0')}` }),
    )
    const her = aClient({ firstName: 'Jane', lastName: 'Smith', phone: '+1 (770) 555-0123' })

    const found = await search([...crowd, her], { budget }, { ...jane, phone: '+14045550123' } as typeof jane)
      .result

    expect(names(found)).toEqual(['Jane Smith'])
    expect(found.complete).toBe(true)
  })

  it('tells what it has as soon as somebody is found, never less than before', async () => {
    const seen: MatchResult[] = []
    const clients = [
      aClient({ firstName: 'Jane', lastName: 'Smith', email: jane.email }),
      aClient({ firstName: 'Tom', lastName: 'Smith', phone: '770.555.0123' }),
    ]

    const found = await search(clients, { onProgress: (soFar) => seen.push(soFar) }).result

    expect(seen.map(({ candidates }) => candidates.length)).toEqual([1, 2])
    expect(seen.every(({ complete }) => !complete)).toBe(true)
    expect(found.candidates).toHaveLength(2)
  })

  it('warns of what the person should know', async () => {
    const her = aClient({
      firstName: 'Jane',
      lastName: 'Smith',
      phone: '770-555-0123',
      archived: true,
      onHold: true,
      holdReason: 'past due',
      notice: 'two dogs',
      unconfirmed: true,
    })

    const [candidate] = (await search([her]).result).candidates

    expect(candidate?.warnings.map(({ text }) => text)).toEqual([
      'archived',
      'on hold: past due',
      'notice: two dogs',
      'not confirmed by the office yet',
    ])
  })

  it('calls neither strong and preselects nobody when everything fits two', async () => {
    const twice = ['770-555-0123', '(770) 555-0123'].map((phone) =>
      aClient({ firstName: 'Jane', lastName: 'Smith', phone }),
    )

    const found = await search(twice).result

    expect(found.candidates.map(({ strength }) => strength)).toEqual(['likely', 'likely'])
    expect(preselected(found)).toBeUndefined()
  })

  it('calls nobody strong for a number alone that a family shares', async () => {
    const family = ['Jane', 'Tom'].map((firstName) =>
      aClient({ firstName, lastName: 'Smith', phone: '770-555-0123' }),
    )

    const found = await search(family, {}, { mobile: jane.mobile }).result

    expect(found.candidates.map(({ strength }) => strength)).toEqual(['likely', 'likely'])
  })

  it('calls nobody strong for a switchboard’s number alone, when one of its clients has an extension', async () => {
    const behindIt = ['404-555-0110', '404-555-0110 ext. 305'].map((phone) =>
      aClient({ firstName: 'Ann', lastName: 'Otis', phone }),
    )

    const alone = await search(behindIt, {}, { mobile: '+14045550110' }).result
    const extended = await search(behindIt, {}, { mobile: '+14045550110 ext 305' }).result

    expect(alone.candidates.map(({ strength }) => strength)).toEqual(['likely', 'likely'])
    expect(extended.candidates.map(({ strength }) => strength)).toEqual(['strong', 'likely'])
  })

  it('prefers the member of the family who calls', async () => {
    const family = ['Tom', 'Jane'].map((firstName) =>
      aClient({ firstName, lastName: 'Smith', phone: '770-555-0123' }),
    )

    const found = await search(family).result

    expect(found.candidates.map(({ client, strength }) => [client.firstName, strength])).toEqual([
      ['Jane', 'strong'],
      ['Tom', 'likely'],
    ])
  })

  describe('merged clients', () => {
    const survivor = aClient({
      name: 'Jane Smith-Hale',
      firstName: 'Jane',
      lastName: 'Smith-Hale',
      phone: '(770) 555-0123',
    })
    const merged = aClient({
      firstName: 'Jane',
      lastName: 'Smith',
      phone: '770-555-0123',
      mergedInto: survivor.id,
    })

    it('shows the survivor instead', async () => {
      const found = await search([merged, survivor]).result

      expect(found.candidates).toMatchObject([
        {
          client: { id: survivor.id },
          strength: 'strong',
          warnings: [{ text: 'Jane Smith was merged into this client' }],
        },
      ])
    })

    it('follows a merge of a merge, and does not turn in circles', async () => {
      const one = aClient({ ...merged, id: clientId(1), mergedInto: clientId(2) })
      const two = aClient({ ...merged, id: clientId(2), mergedInto: survivor.id })
      const circle = aClient({ ...merged, id: clientId(3), mergedInto: clientId(3) })

      expect((await search([one, two, survivor]).result).candidates.map(({ client }) => client.id)).toEqual([
        survivor.id,
      ])
      expect((await search([circle]).result).candidates).toHaveLength(1)
    })

    it('names the survivor that the search did not show, but is not sure of it', async () => {
      const found = await search([merged]).result

      expect(found.candidates).toMatchObject([
        { client: { id: survivor.id, archived: false }, strength: 'likely' },
      ])
      expect(found.candidates[0]?.client).not.toHaveProperty('mergedInto')
    })
  })
})

describe('in an account with many clients', () => {
  const SPELT = ['A-E-N', '(A) E-N', 'A.E.N', 'AEN', '+1AEN', '1-A-E-N', '+1 (A) E-N']
  // So many with the same area code and exchange that every short beginning fills its page.
  const crowd = Array.from({ length: 600 }, (_, index) => {
    const spelling = SPELT[index % SPELT.length] ?? ''
    const line = String(2000 + index)
    return aClient({ phone: spelling.replace('A', '770').replace('E', '555').replace('N', line) })
  })
  const her = aClient({ firstName: 'Jane', lastName: 'Smith', phone: '+1 770-555-0123' })

  async function searchAgain(crowded: CrowdedTerms, budget: number) {
    const asked = { first: 0, extra: 0, rounds: 0 }
    const directory = inRounds(createBook([...crowd, her], {}), asked)
    const { result } = search([], { directory, crowded, budget }, { mobile: '+17705550123' })
    const found = names(await result)
    return { ...asked, found }
  }

  it('narrows a beginning that filled its page before without asking it again', async () => {
    const crowded = createCrowdedTerms()

    const first = await searchAgain(crowded, 16)
    const second = await searchAgain(crowded, 16)

    expect(first.found).toContain('Jane Smith')
    expect(second.found).toEqual(first.found)
    expect(second.first).toBeLessThan(first.first)
  })

  it.each([4, 8, 16])(
    'has everything after its first pages divided by %i request times, and one for each page more',
    async (budget) => {
      const crowded = createCrowdedTerms()

      const cold = await searchAgain(crowded, budget)
      const warm = await searchAgain(crowded, budget)

      const allowed = ({ first, extra }: typeof cold) => Math.ceil(first / budget) + extra
      expect(warm.rounds).toBeLessThanOrEqual(allowed(warm))
      // It learns which beginnings are too short.
      expect(cold.rounds).toBeLessThanOrEqual(allowed(cold) + 1)
    },
  )
})
