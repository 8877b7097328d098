import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NewLead } from '../../src/intake/ports.ts'
import { accountKey, clientId, jobId, operationId, userId } from '../../src/lead/ids.ts'
import type { Lead } from '../../src/lead/lead.ts'
import {
  DraftAlreadyConfirmedError,
  IllegalTransitionError,
  OutsideTransactionError,
  StoreBusyError,
  TransactionOverError,
} from '../../src/store/errors.ts'
import { openStore, type Store } from '../../src/store/open-store.ts'
import { aDraft, aNewLead, anAttempt, NOON, someContent } from '../store/a-lead.ts'
import { createMemoryLog } from '../store/memory-log.ts'
import { ENGINES, type Place, type TestEngine } from './engines.ts'

describe.each(ENGINES)('the store on $name', ({ start }) => {
  let engine: TestEngine
  let place: Place
  let store: Store
  let accounts = 0

  const open = (parts: object = {}) =>
    openStore({ ...place, now: () => NOON, log: createMemoryLog(), ...parts })
  const insert = async (parts: Partial<NewLead> = {}): Promise<Lead> => {
    const lead = await store.drafts.transaction((tx) => tx.insertLead(aNewLead(parts)))
    if (!lead) throw new Error('the reference was taken')
    return lead
  }
  /** Lists are about an account or taker of the test's own. */
  const ownAccount = () => accountKey(`account-${++accounts}`)
  const ownTaker = () => userId(`U-${++accounts}`)

  beforeAll(async () => {
    engine = await start()
    place = await engine.newPlace()
    store = await open()
  })

  afterAll(async () => {
    await store[Symbol.asyncDispose]()
    await engine[Symbol.asyncDispose]()
  })

  describe('transactions', () => {
    it('leaves nothing behind when the callback throws', async () => {
      const draft = aDraft()
      const lead = aNewLead({ draftId: draft.id })
      await store.drafts.insertDraft(draft)

      const confirm = store.drafts.transaction(async (tx) => {
        await tx.insertLead(lead)
        await tx.changeDraft(draft.id, { state: 'confirmed', leadId: lead.id }, NOON)
        await tx.wake({ key: `deliver:${lead.id}:1`, topic: 'deliver', subject: lead.id, runAt: NOON })
        throw new RangeError('no luck')
      })

      await expect(confirm).rejects.toThrow(RangeError)
      expect(await store.drafts.findLead(lead.id)).toBeUndefined()
      expect(await store.drafts.findDraft(draft.id)).toEqual(draft)
      expect(await store.queue.depth(NOON)).toEqual({})
    })

    it('refuses the store itself inside a transaction instead of waiting for ever', async () => {
      const draft = aDraft()

      const misuse = store.drafts.transaction(async (tx) => {
        await tx.findDraft(draft.id)
        await store.drafts.insertDraft(draft)
      })

      await expect(misuse).rejects.toThrow(OutsideTransactionError)
      expect(await store.drafts.findDraft(draft.id)).toBeUndefined()
    })

    it('refuses a second transaction inside the first', async () => {
      const misuse = store.drafts.transaction(() => store.leads.transaction(async () => 'inner'))

      await expect(misuse).rejects.toThrow(OutsideTransactionError)
    })

    it('refuses a tx whose transaction is over', async () => {
      const tx = await store.drafts.transaction(async (open) => open)

      await expect(tx.findDraft(aDraft().id)).rejects.toThrow(TransactionOverError)
    })

    it('takes back a transaction that outlasts its time', async () => {
      const draft = aDraft()
      const other = await engine.newPlace()
      await using impatient = await open({ ...other, confirmWithinMs: 150 })

      const confirm = impatient.drafts.transaction(async (tx) => {
        await tx.rememberOperation(draft.taker, draft.account, operationId('7'))
        await new Promise(() => undefined)
      })

      await expect(confirm).rejects.toThrow(StoreBusyError)
      expect(await impatient.drafts.lastOperation(draft.taker, draft.account)).toBeUndefined()
    })

    it('runs transactions that come at once one by one or side by side, without loss', async () => {
      const leads = Array.from({ length: 30 }, () => aNewLead())

      await Promise.all(leads.map((lead) => store.drafts.transaction((tx) => tx.insertLead(lead))))

      const found = await Promise.all(leads.map((lead) => store.drafts.findLead(lead.id)))
      expect(found.map((lead) => lead?.reference)).toEqual(leads.map((lead) => lead.reference))
    })
  })

  describe('drafts', () => {
    it('gives a draft back as it was', async () => {
      const draft = aDraft({
        source: { channel: 'C1', ts: '1.2' },
        hints: { phone: 'please check' },
        fixes: (await insert()).id,
      })

      await store.drafts.insertDraft(draft)

      expect(await store.drafts.findDraft(draft.id)).toEqual(draft)
    })

    it('changes a draft only for the revision that was meant', async () => {
      const draft = aDraft({ revision: 3 })
      await store.drafts.insertDraft(draft)

      const late = await store.drafts.transaction((tx) =>
        tx.changeDraft(draft.id, { revision: 4 }, NOON + 1, 2),
      )
      const inTime = await store.drafts.transaction((tx) =>
        tx.changeDraft(draft.id, { revision: 4 }, NOON + 1, 3),
      )

      expect(late).toBeUndefined()
      expect(inTime).toEqual({ ...draft, revision: 4, updatedAt: NOON + 1 })
      expect(await store.drafts.findDraft(draft.id)).toEqual(inTime)
    })

    it('takes away what is changed to undefined', async () => {
      const draft = aDraft({ hints: { phone: 'please check' }, channel: 'C1' })
      await store.drafts.insertDraft(draft)

      const changed = await store.drafts.transaction((tx) =>
        tx.changeDraft(draft.id, { hints: undefined }, NOON),
      )

      const { hints: _, ...rest } = draft
      expect(changed).toStrictEqual(rest)
      expect(await store.drafts.findDraft(draft.id)).toStrictEqual(rest)
    })

    it('keeps what a submit has rebuilt when the first insert comes late', async () => {
      const late = aDraft({ state: 'open' })
      const rebuilt = { ...late, state: 'submitted' as const, revision: 2 }
      await store.drafts.insertDraft(rebuilt)

      await store.drafts.insertDraft(late)

      expect(await store.drafts.findDraft(late.id)).toEqual(rebuilt)
    })

    it('lists the submitted drafts of a taker, newest first', async () => {
      const taker = ownTaker()
      const old = aDraft({ taker, updatedAt: NOON - 10 })
      const newer = aDraft({ taker, updatedAt: NOON })
      const drafts = [
        old,
        newer,
        aDraft({ taker, updatedAt: NOON - 100 }),
        aDraft({ taker, state: 'confirmed' }),
        aDraft({ taker, state: 'open' }),
        aDraft({ taker: ownTaker() }),
      ]
      for (const draft of drafts) await store.drafts.insertDraft(draft)

      expect(await store.drafts.findUnfinished(taker, NOON - 10)).toEqual([newer, old])
    })

    it('remembers the last operation per taker and account', async () => {
      const taker = ownTaker()
      const account = accountKey('main')
      const remember = (operation: string) =>
        store.drafts.transaction((tx) => tx.rememberOperation(taker, account, operationId(operation)))

      await remember('1')
      await remember('2')

      expect(await store.drafts.lastOperation(taker, account)).toBe('2')
      expect(await store.drafts.lastOperation(taker, accountKey('other'))).toBeUndefined()
    })
  })

  describe('leads', () => {
    it('gives a lead back as it was', async () => {
      const fresh = aNewLead({ source: { channel: 'C1', ts: '1.2', threadTs: '1.1' } })

      const lead = await store.drafts.transaction((tx) => tx.insertLead(fresh))

      expect(lead).toEqual({ ...fresh, version: 1, stateSince: NOON, attempts: 0, looks: 0 })
      expect(await store.leads.findLead(fresh.id)).toEqual(lead)
      expect(await store.drafts.findLeadByReference(fresh.reference)).toEqual(lead)
    })

    it.each([
      ['emoji and letters from right to left', '🌳 שלום \u202e'],
      ['what no text column can hold', 'nul \u0000, half a pair \ud83c'],
      ['quotes and line ends', `'; drop table leads; -- "\r\n`],
    ])('keeps %s in what a customer said', async (_, need) => {
      const lead = await insert({ content: someContent({ need }) })

      expect((await store.leads.findLead(lead.id))?.content.need).toBe(need)
    })

    it('asks for another reference when the one drawn is taken, and goes on in the same transaction', async () => {
      const taken = await insert()
      const fresh = aNewLead()

      const [first, second] = await store.drafts.transaction(async (tx) => [
        await tx.insertLead({ ...fresh, reference: taken.reference }),
        await tx.insertLead(fresh),
      ])

      expect(first).toBeUndefined()
      expect(second?.id).toBe(fresh.id)
    })

    it('makes one lead of a draft, however often it is confirmed at once', async () => {
      const draft = aDraft()
      await store.drafts.insertDraft(draft)
      const confirm = () => store.drafts.transaction((tx) => tx.insertLead(aNewLead({ draftId: draft.id })))

      const results = await Promise.allSettled([confirm(), confirm(), confirm()])

      const made = results.filter((result) => result.status === 'fulfilled')
      const refused = results.filter((result) => result.status === 'rejected')
      expect(made).toHaveLength(1)
      expect(refused.map((result) => result.reason)).toEqual([
        expect.any(DraftAlreadyConfirmedError),
        expect.any(DraftAlreadyConfirmedError),
      ])
    })

    it('lets a confirm that waited see what the first one wrote', async () => {
      const draft = aDraft()
      await store.drafts.insertDraft(draft)
      const confirm = () =>
        store.drafts.transaction(async (tx) => {
          const kept = await tx.findDraft(draft.id)
          if (kept?.leadId) return 'already'
          const lead = await tx.insertLead(aNewLead({ draftId: draft.id }))
          if (lead) await tx.changeDraft(draft.id, { state: 'confirmed', leadId: lead.id }, NOON)
          return 'confirmed'
        })

      const results = await Promise.all([confirm(), confirm()])

      expect(results.toSorted()).toEqual(['already', 'confirmed'])
    })

    it('finds the newest lead that was made from a message', async () => {
      const source = { channel: 'C-newest', ts: '5.5' }
      await insert({ source, confirmedAt: NOON })
      const newest = await insert({ source, confirmedAt: NOON + 1 })
      await insert({ source: { channel: 'C-newest', ts: '5.6' }, confirmedAt: NOON + 2 })

      expect(await store.drafts.findLeadFrom(source)).toEqual(newest)
    })

    it('lists leads by state, taker and time, oldest first', async () => {
      const taker = ownTaker()
      const second = await insert({ taker, confirmedAt: NOON + 2 })
      const first = await insert({ taker, confirmedAt: NOON + 1, state: 'unmatched' })
      await insert({ taker, confirmedAt: NOON + 3 })
      await insert({ taker, confirmedAt: NOON })
      await insert({ confirmedAt: NOON + 1 })

      const listed = await store.drafts.listLeads({
        states: ['queued', 'unmatched'],
        taker,
        since: NOON + 1,
        limit: 2,
      })

      expect(listed).toEqual([first, second])
    })

    it('names the open leads of each account', async () => {
      const account = ownAccount()
      const open = await insert({ account })
      const done = await insert({ account, state: 'unmatched' })
      await store.leads.transaction((tx) => tx.changeLead(done, { state: 'discarded' }, NOON))

      const byAccount = await store.openLeadsByAccount()

      expect(byAccount.find((one) => one.account === account)).toEqual({
        account,
        references: [open.reference],
        oldestConfirmedAt: open.confirmedAt,
      })
    })
  })

  describe('changes of a lead', () => {
    const send = (lead: Lead, now = NOON) =>
      store.leads.transaction((tx) =>
        tx.changeLead(lead, { state: 'sending', owner: 'me', leaseUntil: now + 60_000, attempts: 1 }, now),
      )

    it('writes what is changed and takes away what is null', async () => {
      const lead = await insert()

      const sending = await send(lead, NOON + 1)
      const waiting =
        sending &&
        (await store.leads.transaction((tx) =>
          tx.changeLead(
            sending,
            { state: 'waiting', because: 'retry', retryAt: NOON + 9, owner: null, leaseUntil: null },
            NOON + 2,
          ),
        ))

      expect(waiting).toEqual({
        ...lead,
        state: 'waiting',
        because: 'retry',
        retryAt: NOON + 9,
        attempts: 1,
        version: 3,
        stateSince: NOON + 2,
      })
      expect(await store.leads.findLead(lead.id)).toEqual(waiting)
    })

    it('lets the faster of two win', async () => {
      const lead = await insert()

      const results = await Promise.all([send(lead), send(lead)])

      expect(results.filter((result) => result !== undefined)).toHaveLength(1)
      expect((await store.leads.findLead(lead.id))?.version).toBe(2)
    })

    it('keeps the time of the state when only something else changes', async () => {
      const lead = await insert({ state: 'unsure' })

      const looked = await store.leads.transaction((tx) =>
        tx.changeLead(lead, { state: 'unsure', looks: 1 }, NOON + 5),
      )

      expect(looked).toMatchObject({ looks: 1, version: 2, stateSince: NOON })
    })

    it('refuses a transition that there is not', async () => {
      const lead = await insert()

      const jump = store.leads.transaction((tx) => tx.changeLead(lead, { state: 'delivered' }, NOON))

      await expect(jump).rejects.toThrow(IllegalTransitionError)
    })

    it('settles an attempt once', async () => {
      const lead = await insert()
      const attempt = anAttempt({ leadId: lead.id })
      const settle = (outcome: 'delivered' | 'unsure') =>
        store.leads.transaction((tx) =>
          tx.settleAttempt(attempt.id, { outcome, endedAt: NOON + 1, jobId: jobId(148830) }),
        )
      await store.leads.transaction(async (tx) => {
        await tx.insertAttempt(attempt)
        await tx.noteKnownClients(attempt.id, [clientId(1), clientId(2)])
      })

      const results = [await settle('delivered'), await settle('unsure')]

      expect(results).toEqual([true, false])
      expect(await store.leads.attemptsOf(lead.id)).toEqual([
        { ...attempt, outcome: 'delivered', endedAt: NOON + 1, jobId: '148830', knownClients: ['1', '2'] },
      ])
    })

    it('says once that an account is blocked, and once that it is free', async () => {
      const account = ownAccount()
      const set = (blocked: boolean) =>
        store.leads.transaction((tx) => tx.setAccountBlocked(account, blocked, NOON))

      const changes = [await set(false), await set(true), await set(true), await set(false), await set(false)]

      expect(changes).toEqual([false, true, false, true, false])
    })
  })

  describe('leads that nobody comes for', () => {
    const wake = (lead: Lead, topic: 'deliver' | 'look-up' | 'notify', runAt = NOON + 60_000) =>
      store.leads.transaction((tx) => tx.wake({ key: `${topic}:${lead.id}`, topic, subject: lead.id, runAt }))

    it('finds those that are due and have no wake-up soon', async () => {
      const account = ownAccount()
      const parts = { account, confirmedAt: NOON - 1_000_000 }
      const forgotten = await insert(parts)
      const due = await insert({ ...parts, state: 'waiting', because: 'retry', retryAt: NOON })
      const lost = await insert({ ...parts, state: 'sending', owner: 'gone', leaseUntil: NOON })
      const unsure = await insert({ ...parts, state: 'unsure', retryAt: NOON })
      const noticed = await insert(parts)
      await wake(noticed, 'notify')
      const heldUp = await insert({ ...parts, state: 'sending', owner: 'hangs', leaseUntil: NOON })
      await wake(heldUp, 'deliver', NOON - 120_000)
      const tooLate = await insert(parts)
      await wake(tooLate, 'deliver', NOON + 60_001)
      await wake(await insert(parts), 'deliver')
      await wake(await insert({ ...parts, state: 'unsure', retryAt: NOON }), 'look-up')
      await insert({ ...parts, state: 'waiting', because: 'account_blocked' })
      await insert({ ...parts, state: 'waiting', because: 'retry', retryAt: NOON + 1 })
      await insert({ ...parts, state: 'sending', owner: 'alive', leaseUntil: NOON + 1 })
      await insert({ ...parts, state: 'unsure' })
      await insert({ ...parts, state: 'refused' })

      const stranded = await store.leads.findStranded(NOON, 1_000)

      const found = stranded.filter((lead) => lead.account === account).map((lead) => lead.id)
      expect(found).toEqual([forgotten.id, due.id, lost.id, unsure.id, noticed.id, heldUp.id, tooLate.id])
    })

    it('counts those that should have gone for long, and since when', async () => {
      const before = NOON - 50_000_000
      const since = (ago: number) => ({ confirmedAt: before - ago })
      const none = await store.posts.findStuck(before)
      await insert(since(-1))
      await insert(since(3))
      await insert({ ...since(2), state: 'sending', owner: 'hangs', leaseUntil: NOON })
      await insert({ ...since(9), state: 'waiting', because: 'retry', retryAt: before - 7 })
      await insert({ ...since(9), state: 'unsure', retryAt: before })
      await insert({ ...since(9), state: 'waiting', because: 'retry', retryAt: before + 1 })
      await insert({ ...since(9), state: 'waiting', because: 'account_blocked' })
      await insert({ ...since(9), state: 'unsure' })
      await insert({ ...since(9), state: 'refused' })

      expect(none).toBeUndefined()
      expect(await store.posts.findStuck(before)).toEqual({ leads: 4, since: before - 7 })
    })

    it('finds what waits for a blocked account, and what is held back', async () => {
      const account = ownAccount()
      const blocked = await insert({ account, state: 'waiting', because: 'account_blocked' })
      const retried = await insert({ account, state: 'waiting', because: 'retry', retryAt: NOON + 5 })
      const queued = await insert({ account, confirmedAt: NOON + 1 })
      await insert({ account, state: 'unsure' })

      expect(await store.leads.findBlocked(account)).toEqual([blocked])
      expect(await store.leads.findHeld(account, 5)).toEqual([retried, queued])
      expect(await store.leads.findHeld(account, 1)).toEqual([retried])
      expect(await store.posts.countWaiting(account, userId('U1'))).toBe(3)
    })
  })

  describe('rivals', () => {
    const contact = { firstName: 'Jane', phone: '+17705550123 ext 4', email: 'Jane@Example.com' }
    const sent = async (parts: Partial<NewLead>, outcome?: 'delivered' | 'retry' | 'refused') => {
      const lead = await insert(parts)
      const attempt = anAttempt({ leadId: lead.id })
      await store.leads.transaction(async (tx) => {
        await tx.insertAttempt(attempt)
        if (outcome) await tx.settleAttempt(attempt.id, { outcome, endedAt: NOON })
      })
      return lead
    }

    it.each([
      ['the same number with another extension', { phone: '+17705550123 ext 9' }],
      ['the number as a mobile', { mobile: '+17705550123' }],
      ['the email in other letters', { email: 'jane@example.COM' }],
    ])('are found by %s', async (_, theirs) => {
      const account = ownAccount()
      const lead = await sent({ account, content: someContent({ contact }) })
      const rival = await sent({ account, content: someContent({ contact: theirs }) }, 'delivered')

      expect(await store.leads.findRivals(lead)).toEqual([rival])
    })

    it('are only those that may have made a client of the same account', async () => {
      const account = ownAccount()
      const content = someContent({ contact })
      const lead = await sent({ account, content })
      const refused = await sent({ account, content }, 'refused')
      await sent({ account, content }, 'retry')
      await insert({ account, content })
      await sent({ account: ownAccount(), content })
      await sent({ account, content: someContent({ contact: { phone: '+17705559999' } }) })
      const client = { kind: 'existing', id: clientId(5), name: 'Jane', newFacts: [] } as const
      await sent({ account, content: someContent({ contact, client }) })

      expect(await store.leads.findRivals(lead)).toEqual([refused])
    })

    it('are none for a lead without number and email', async () => {
      const lead = await sent({ content: someContent({ contact: { lastName: 'Smith' } }) })

      expect(await store.leads.findRivals(lead)).toEqual([])
    })
  })

  describe('posts', () => {
    const card = { kind: 'card', channel: 'C1' } as const
    const want = (lead: Lead, version: number) =>
      store.posts.transaction((tx) => tx.want(lead.id, card, version))

    it('makes one row per lead and place, and raises what is wanted', async () => {
      const lead = await insert()

      const first = await want(lead, 1)
      const again = await want(lead, 1)
      const raised = await want(lead, 2)

      expect(first).toMatchObject({ place: card, wanted: 1, shown: 0, tries: 0, unknown: false })
      expect(again).toBeUndefined()
      expect(raised).toEqual({ ...first, wanted: 2, version: 2 })
      expect(await store.posts.postsOf(lead.id)).toEqual([raised])
    })

    it('keeps what is wanted when something else changes', async () => {
      const lead = await insert()
      await want(lead, 1)
      const post = await want(lead, 2)

      const shown =
        post &&
        (await store.posts.transaction((tx) =>
          tx.changePost(post, { shown: 1, channel: 'C1', ts: '9.9', unknown: true }),
        ))

      expect(shown).toMatchObject({ shown: 1, wanted: 2, ts: '9.9', unknown: true, version: 3 })
    })

    it('lets the faster of two win and takes away what is null', async () => {
      const post = await want(await insert(), 1)
      if (!post) throw new Error('nothing to do')
      const lease = { owner: 'me', leaseUntil: NOON + 1 }

      const leased = await store.posts.transaction((tx) => tx.changePost(post, lease))
      const tooLate = await store.posts.transaction((tx) => tx.changePost(post, { owner: 'you' }))
      const free =
        leased &&
        (await store.posts.transaction((tx) => tx.changePost(leased, { owner: null, leaseUntil: null })))

      expect(tooLate).toBeUndefined()
      expect(free).toEqual({ ...post, version: 3 })
      expect(await store.posts.findPost(post.id)).toEqual(free)
    })
  })

  describe('outages', () => {
    it('are told once each at their begin and end, to those who were told', async () => {
      const key = `singleops:${ownAccount()}`
      const inTx = store.posts.transaction
      const begin = () => inTx((tx) => tx.beginOutage({ key, since: NOON }))
      const tell = (user: string) => inTx((tx) => tx.noteTold(key, user))
      const end = () => inTx((tx) => tx.endOutage(key))

      const begun = [await begin(), await begin()]
      const told = [await tell('U1'), await tell('U1'), await tell('U2')]
      const ended = [await end(), await end()]
      const afterwards = await inTx((tx) => tx.toldOf(key))
      await begin()

      expect(begun).toEqual([true, false])
      expect(told).toEqual([true, false, true])
      expect(ended).toEqual([true, false])
      expect(afterwards).toEqual(['U1', 'U2'])
      expect(await inTx((tx) => tx.toldOf(key))).toEqual([])
    })
  })

  describe('catalogs', () => {
    it('keeps the last one of each account', async () => {
      const account = ownAccount()
      const catalog = { operations: [], customInputs: [], fetchedAt: NOON }

      await store.snapshots.write(account, catalog)
      await store.snapshots.write(account, { ...catalog, fetchedAt: NOON + 1 })

      expect(await store.snapshots.read(account)).toEqual({ ...catalog, fetchedAt: NOON + 1 })
      expect(await store.snapshots.read(ownAccount())).toBeUndefined()
    })
  })

  describe('opening', () => {
    it('answers its checks, and is not ready any more once it is closed', async () => {
      const other = await open(await engine.newPlace())

      const results = await Promise.all(other.checks.map((check) => check.run(new AbortController().signal)))
      const before = await other.ready()
      await other[Symbol.asyncDispose]()

      expect(results).toEqual([expect.objectContaining({ ok: true })])
      expect(before).toBe(true)
      expect(await other.ready()).toBe(false)
    })

    it('finds everything again', async () => {
      const own = await engine.newPlace()
      const fresh = aNewLead()
      {
        await using first = await open(own)
        await first.drafts.transaction((tx) => tx.insertLead(fresh))
      }

      await using second = await open(own)

      expect((await second.drafts.findLead(fresh.id))?.reference).toBe(fresh.reference)
    })
  })
})
