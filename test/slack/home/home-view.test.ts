import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HomeLists } from '../../../src/intake/home.ts'
import type { InboxMessage } from '../../../src/intake/ports.ts'
import { inboxId, leadId } from '../../../src/lead/ids.ts'
import { HOME_SHOWN, type HomeContext, homeView } from '../../../src/slack/home/home-view.ts'
import { ACTIONS } from '../../../src/slack/ids.ts'
import { viewFaults } from '../blocks/block-faults.ts'
import { buttonLabels, buttonsOf, shownText } from '../blocks/shown-text.ts'
import { aContext, aDraft, aLead, NOW } from '../messages/a-lead.ts'
import { wildContext, wildLead, wildText } from '../messages/wild-lead.ts'

const lists = (over: Partial<HomeLists> = {}): HomeLists => ({
  unfinished: [],
  needsSomeone: [],
  mine: [],
  today: [],
  ...over,
})

const ctx: HomeContext = { ...aContext(), unfinishedForMs: 24 * 3_600_000, mayDecide: () => true }

const anEmail = (said: { subject?: string; name?: string; link?: string } = {}): InboxMessage => ({
  id: inboxId({ channel: 'C0INBOX', ts: '1795495640.727000' }),
  channel: 'C0INBOX',
  ts: '1795495640.727000',
  state: 'no-lead',
  version: 2,
  said: {
    input: {
      kind: 'email',
      subject: said.subject ?? 'Spring sale',
      from: [{ name: said.name ?? 'Saw World' }],
      to: [],
      cc: [],
      attachments: [],
    },
    link: said.link ?? 'https://team.slack.example/files/F1',
  },
  receivedAt: NOW,
  stateSince: NOW,
  purgeAt: NOW,
})

const named = (firstName: string) => ({ content: { contact: { firstName } } })

describe('homeView', () => {
  it('has New lead first, and says how to begin when nothing waits', () => {
    const view = homeView(lists(), ctx)

    expect(buttonsOf(view.blocks)[0]?.action_id).toBe(ACTIONS.newLead)
    expect(shownText(view.blocks)).toContain('Nothing waits. Type `/lead`')
  })

  it('lists what was begun and not sent, to continue or to discard', () => {
    const draft = aDraft()

    const { blocks } = homeView(lists({ unfinished: [draft] }), ctx)

    expect(shownText(blocks)).toContain('*Jane Smith* · Oak fell on the fence\nSince 2:14 pm, not sent')
    expect(shownText(blocks)).toContain('Kept for 24 hours.')
    expect(buttonLabels(blocks)).toEqual(['New lead', 'Continue', 'Discard'])
    expect(buttonsOf(blocks).at(1)?.value).toBe(draft.id)
  })

  it('gives a lead its buttons only for somebody who may decide about it', () => {
    const needsSomeone = [aLead({ ...named('Jane'), state: 'refused' })]

    const { blocks } = homeView(lists({ needsSomeone }), { ...ctx, mayDecide: () => false })

    expect(shownText(blocks)).toContain('Jane')
    expect(buttonLabels(blocks)).toEqual(['New lead'])
  })

  it('says why somebody may not enter leads, and offers nothing that would be refused', () => {
    const refusal = 'You are not among the people who may enter leads.'

    const { blocks } = homeView(lists({ unfinished: [aDraft()] }), { ...ctx, refusal })

    expect(shownText(blocks)).toContain(refusal)
    expect(shownText(blocks)).toContain('Jane Smith')
    expect(buttonLabels(blocks)).toEqual([])
  })

  it('lists what needs someone, the oldest first, with the buttons of its state', () => {
    const needsSomeone = [
      aLead({ ...named('Newer'), state: 'refused', stateSince: NOW }),
      aLead({ ...named('Older'), state: 'unmatched', stateSince: NOW - 60_000, id: leadId('older') }),
    ]

    const { blocks } = homeView(lists({ needsSomeone }), ctx)

    expect(shownText(blocks)).toMatch(/Older[\s\S]*Newer/u)
    expect(buttonLabels(blocks)).toEqual([
      'New lead',
      'Choose the client',
      'Discard',
      'Fix and send',
      'Discard',
    ])
    expect(buttonsOf(blocks).at(1)?.value).toBe('older')
  })

  it("lists the person's open leads and those of today, with their state and reference", () => {
    const shown = shownText(
      homeView(lists({ mine: [aLead({ state: 'queued' })], today: [aLead()] }), ctx).blocks,
    )

    expect(shown).toContain('Your open leads')
    expect(shown).toContain('⏳ *On its way to SingleOps*')
    expect(shown).toContain('Today')
    expect(shown).toContain('✅ *In SingleOps* · job #148830\n<@U0SAM> · 2:13 pm · LH-7K2M9Q')
  })

  it('lists emails without a lead for the office: to look at, to open and to take off', () => {
    const { blocks } = homeView(lists({ withoutLead: [anEmail(), anEmail({ subject: 'Invoice' })] }), ctx)

    expect(shownText(blocks)).toContain('Emails without a lead (2)')
    expect(shownText(blocks)).toContain('<https://team.slack.example/files/F1|Spring sale>* · from Saw World')
    expect(buttonLabels(blocks)).toEqual([
      'New lead',
      'Create lead',
      'Create lead',
      'None of these is a lead',
    ])
  })

  it('says what it left out', () => {
    const today = Array.from({ length: HOME_SHOWN.today + 1 }, () => aLead())

    expect(shownText(homeView(lists({ today }), ctx).blocks)).toContain(
      `There are more: only ${HOME_SHOWN.today} are shown here.`,
    )
  })

  it('keeps within a hundred blocks when every list is full', () => {
    const many = <T>(one: T): T[] => Array.from({ length: 60 }, () => one)

    const view = homeView(
      {
        unfinished: many(aDraft()),
        needsSomeone: many(aLead({ state: 'unsure' })),
        mine: many(aLead({ state: 'waiting' })),
        today: many(aLead()),
        withoutLead: many(anEmail()),
      },
      ctx,
    )

    expect(viewFaults(view)).toEqual([])
    expect(view.blocks.length).toBeGreaterThan(90)
  })

  it('keeps every limit and lets no customer text become markup', () => {
    const wildLists = fc.record({
      unfinished: fc.array(
        fc.record({ name: wildText, need: wildText }).map((entry) => aDraft({ entry })),
        { maxLength: 8 },
      ),
      needsSomeone: fc.array(wildLead, { maxLength: 22 }),
      mine: fc.array(wildLead, { maxLength: 22 }),
      today: fc.array(wildLead, { maxLength: 22 }),
      withoutLead: fc.array(fc.record({ subject: wildText, name: wildText, link: wildText }).map(anEmail), {
        maxLength: 22,
      }),
    })
    fc.assert(
      fc.property(wildLists, wildContext, wildText, (all, message, userName) => {
        expect(
          viewFaults(homeView(all, { ...message, userName, mayDecide: () => true, unfinishedForMs: 60_000 })),
        ).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})
