import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jobId } from '../../../src/lead/ids.ts'
import type { Lead } from '../../../src/lead/lead.ts'
import { ACTIONS } from '../../../src/slack/ids.ts'
import { readPressValue } from '../../../src/slack/messages/lead-buttons.ts'
import { takerDm } from '../../../src/slack/messages/taker-dm.ts'
import { messageFaults } from '../blocks/block-faults.ts'
import { buttonLabels, buttonsOf, shownText } from '../blocks/shown-text.ts'
import { aContext, aLead, existingClient, NOW, OLIVIA } from './a-lead.ts'
import { wildContext, wildLead } from './wild-lead.ts'

const problem = (text: string): NonNullable<Lead['problem']> => ({ code: 'refused', text, at: NOW - 60_000 })

describe('takerDm', () => {
  it('says where to look when SingleOps did not answer', () => {
    const message = takerDm(aLead({ state: 'unsure' }), aContext())

    expect(shownText(message.blocks)).toContain(
      "SingleOps didn't answer. Jane Smith's lead may or may not be there. Nothing is lost. Open Jobs → Leads, look for Jane Smith around 2:14 pm.",
    )
  })

  it('says that it goes on looking as long as it does', () => {
    const looking = takerDm(aLead({ state: 'unsure', retryAt: NOW + 40_000 }), aContext())
    const given = takerDm(aLead({ state: 'unsure' }), aContext())

    expect(shownText(looking.blocks)).toContain('Leadhand keeps looking too')
    expect(shownText(given.blocks)).not.toContain('Leadhand keeps looking')
  })

  it('keeps to the time of sending when a later look was uncertain', () => {
    const text = 'SingleOps has a client with this phone or email'
    const found = { code: 'may_be_there', text, at: NOW + 3_600_000 }

    const shown = shownText(takerDm(aLead({ state: 'unsure', problem: found }), aContext()).blocks)

    expect(shown).toContain(`around 2:14 pm. ${text}.`)
  })

  it.each<[string, Partial<Lead>, string]>([
    ['unmatched', { state: 'unmatched' }, "Jane Smith's lead is saved, but not sent"],
    ['queued', { state: 'queued' }, "Jane Smith's lead is kept and on its way"],
    ['sending', { state: 'sending' }, "Jane Smith's lead is kept and on its way"],
    [
      'waiting for SingleOps',
      { state: 'waiting', because: 'retry', retryAt: NOW + 360_000 },
      'goes by itself: there is nothing to do. Next try around 2:20 pm.',
    ],
    [
      'waiting for its account',
      { state: 'waiting', because: 'account_blocked' },
      "SingleOps doesn't let Leadhand in.",
    ],
    [
      'refused',
      { state: 'refused', problem: problem('Phone is <too> long') },
      "SingleOps refused Jane Smith's lead: “Phone is &lt;too&gt; long”. Nothing is lost.",
    ],
    [
      'refused without a reason',
      { state: 'refused', problem: problem('') },
      "SingleOps refused Jane Smith's lead and gave no reason. Nothing is lost.",
    ],
    [
      'delivered',
      { state: 'delivered', jobId: jobId(148830) },
      "Jane Smith's lead is in SingleOps: job #148830.",
    ],
    ['delivered without a number', { state: 'delivered' }, 'gave no number: it stands under Jobs → Leads'],
    [
      'discarded',
      { state: 'discarded', decidedBy: { user: OLIVIA, how: 'discard' } },
      'was discarded by <@U0OLIVIA>',
    ],
  ])('says what happened to a lead that is %s, and its reference', (_what, over, words) => {
    const shown = shownText(takerDm(aLead(over), aContext()).blocks)

    expect(shown).toContain(words)
    expect(shown).toMatch(/LH-7K2M9Q$/u)
  })

  it.each<[string, Partial<Lead>, string[]]>([
    ['unmatched', { state: 'unmatched' }, ['Choose the client', 'Discard']],
    ['refused', { state: 'refused' }, ['Fix and send', 'Discard']],
    [
      'unsure',
      { state: 'unsure' },
      ['Look again', 'I found it in SingleOps', "It's not there: send again", 'Discard'],
    ],
    ['waiting', { state: 'waiting' }, ['Discard']],
    ['queued', { state: 'queued' }, []],
    ['sending', { state: 'sending' }, []],
    ['discarded', { state: 'discarded' }, []],
    ['delivered', { state: 'delivered', jobId: jobId(1) }, ['Open in SingleOps']],
  ])('offers what can be done about a lead that is %s', (_what, over, labels) => {
    const { blocks } = takerDm(aLead(over), aContext({ jobUrl: 'https://app.example/jobs/{id}' }))

    expect(buttonLabels(blocks)).toEqual(labels)
  })

  it('offers no look for an existing client, whose jobs can not be listed', () => {
    const lead = aLead({ state: 'unsure', content: { client: existingClient() } })

    expect(buttonLabels(takerDm(lead, aContext()).blocks)).not.toContain('Look again')
  })

  it('lets Slack ask before a lead is sent a second time', () => {
    const { blocks } = takerDm(aLead({ state: 'unsure' }), aContext())

    const again = buttonsOf(blocks).find((one) => one.action_id === ACTIONS.sendAgain)

    expect(again?.confirm?.text.text).toBe('If it is there, this makes a second lead.')
  })

  it('leads to the job where the address of SingleOps is known', () => {
    const { blocks } = takerDm(aLead(), aContext({ jobUrl: 'https://app.example/jobs/{id}?a=1&b=2' }))

    expect(buttonsOf(blocks)[0]?.url).toBe('https://app.example/jobs/148830?a=1&b=2')
  })

  it('gives every button its lead; the resend how often it had been sent, the discard its state', () => {
    const lead = aLead({ state: 'unsure', attempts: 2 })

    const values = buttonsOf(takerDm(lead, aContext()).blocks).map(({ value }) => String(value))

    expect(new Set(values.map((value) => readPressValue(value).id))).toEqual(new Set([lead.id]))
    expect(values.map(readPressValue)).toContainEqual({ id: lead.id, attempts: 2 })
    expect(values.map(readPressValue)).toContainEqual({ id: lead.id, state: 'unsure' })
  })

  it('keeps every limit and lets no customer text become markup', () => {
    fc.assert(
      fc.property(wildLead, wildContext, (lead, ctx) => {
        expect(messageFaults(takerDm(lead, ctx))).toEqual([])
      }),
    )
  })
})
