import { describe, expect, it } from 'vitest'
import { accountKey, leadId, reference } from '../../../src/lead/ids.ts'
import type { Announcement } from '../../../src/notifications/ports.ts'
import { announcementMessage } from '../../../src/slack/messages/announcement.ts'
import { messageFaults } from '../blocks/block-faults.ts'

const account = accountKey('main')
const oneAccount = { accountNames: new Map([[account, 'Main']]) }
const twoAccounts = {
  accountNames: new Map([
    [account, 'A & B'],
    [accountKey('north'), 'North'],
  ]),
}

describe('announcementMessage', () => {
  it.each<[Announcement, string]>([
    [
      { kind: 'singleops-down', account, leads: 6 },
      'SingleOps is down. Your 6 leads are kept and go by themselves.',
    ],
    [
      { kind: 'singleops-down', account, leads: 1 },
      'SingleOps is down. Your lead is kept and goes by itself.',
    ],
    [
      { kind: 'singleops-down', account, leads: 0 },
      'SingleOps is down. Leads that you take now are kept and go by themselves.',
    ],
    [{ kind: 'singleops-back', account, leads: 6 }, 'SingleOps is back. All 6 are in.'],
    [{ kind: 'singleops-back', account, leads: 1 }, 'SingleOps is back. Your lead is in.'],
    [{ kind: 'account-free', account }, 'SingleOps lets Leadhand in again. The leads that were kept go now.'],
    [{ kind: 'leads-go' }, 'The leads that were stuck go to SingleOps again.'],
    [{ kind: 'memory-back' }, "Leadhand's database answers again. Leads are taken and sent as before."],
  ])('tells %j in one sentence or two', (announcement, text) => {
    expect(announcementMessage(announcement, oneAccount).text).toBe(text)
  })

  it.each<[Announcement, RegExp]>([
    [{ kind: 'leads-stuck', leads: 3, waitingMs: 420_000 }, /^3 leads .* 7 minutes ago .* What to do: /u],
    [{ kind: 'leads-stuck', leads: 1, waitingMs: 61_000 }, /^One lead .* a minute ago .* What to do: /u],
    [{ kind: 'memory-gone' }, /^Leadhand's database doesn't answer\. .* What to do: /u],
  ])('says of %j what is the matter and what to do', (announcement, text) => {
    expect(announcementMessage(announcement, oneAccount).text).toMatch(text)
  })

  it('brings the button with the news that a lead can be matched now', () => {
    const message = announcementMessage(
      {
        kind: 'search-answered',
        account,
        leadId: leadId('lead-1'),
        reference: reference('LH-7K2M9Q'),
        found: '2 clients may be the one',
      },
      oneAccount,
    )

    expect(message.text).toBe(
      'SingleOps answers again. LH-7K2M9Q waits for its client: 2 clients may be the one. Choose, and it goes.',
    )
    expect(JSON.stringify(message.blocks)).toContain('"value":"lead-1"')
    expect(messageFaults(message)).toEqual([])
  })

  it('names the account where there are several', () => {
    expect(announcementMessage({ kind: 'singleops-down', account, leads: 2 }, twoAccounts).text).toMatch(
      /^SingleOps \(A &amp; B\) is down/u,
    )
  })

  it('says what to do when SingleOps refuses the API user', () => {
    const { text } = announcementMessage({ kind: 'account-blocked', account, code: 'http_401' }, oneAccount)

    expect(text).toContain('http_401')
    expect(text).toContain("check the API user's email and token")
    expect(text).toContain('/lead doctor')
  })

  it.each([
    ['is_archived', 'Unarchive it'],
    ['not_in_channel', '/invite'],
    ['channel_not_found', '/invite'],
    ['restricted_action', 'Ask a workspace admin'],
    ['a_code_of_next_year', 'Slack says “a_code_of_next_year”'],
  ])('names the remedy for a channel that refuses with %s', (code, remedy) => {
    const { text } = announcementMessage({ kind: 'channel-refused', channel: 'C0LEADS', code }, oneAccount)

    expect(text).toContain("can't post in <#C0LEADS>")
    expect(text).toContain(remedy)
  })

  it('keeps every limit', () => {
    const kinds: Announcement[] = [
      { kind: 'account-blocked', account, code: '<!channel>'.repeat(500) },
      { kind: 'channel-refused', channel: 'C0LEADS', code: '&'.repeat(4000) },
    ]

    expect(kinds.flatMap((kind) => messageFaults(announcementMessage(kind, twoAccounts)))).toEqual([])
  })
})
