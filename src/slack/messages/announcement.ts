import type { KnownBlock } from '@slack/types'
import type { AccountKey } from '../../lead/ids.ts'
import type { Announcement } from '../../notifications/ports.ts'
import { button } from '../blocks/button.ts'
import { actions, section } from '../blocks/layout.ts'
import { escapeLine } from '../escape.ts'
import { ACTIONS } from '../ids.ts'
import type { SlackSettings } from '../settings.ts'
import { accountLabel } from './account-name.ts'
import type { Message } from './message.ts'

/**
 * A message that is not about a single lead. Wording: what is the matter, that the leads are kept, what to do. Never a name or number
 * of a customer.
 */
export function announcementMessage(
  announcement: Announcement,
  settings: Pick<SlackSettings, 'accountNames'>,
): Message {
  const text = announcementText(announcement, settings)
  return { text, blocks: [section({ blockId: 'announcement', text }), ...whatToPress(announcement)] }
}

function announcementText(announcement: Announcement, settings: Pick<SlackSettings, 'accountNames'>): string {
  switch (announcement.kind) {
    case 'singleops-down':
      return `${singleOps(announcement.account, settings)} is down. ${keptLeads(announcement.leads)}`
    case 'singleops-back':
      return `${singleOps(announcement.account, settings)} is back. ${allIn(announcement.leads)}`
    case 'account-blocked':
      return `${singleOps(announcement.account, settings)} doesn't let Leadhand in (${escapeLine(announcement.code, 100)}). All leads are kept and go by themselves once that is mended. What to do: check the API user's email and token in Leadhand's settings, and that this user is active in SingleOps. \`/lead doctor\` says what is wrong.`
    case 'account-free':
      return `${singleOps(announcement.account, settings)} lets Leadhand in again. The leads that were kept go now.`
    case 'search-answered':
      return `${singleOps(announcement.account, settings)} answers again. ${announcement.reference} waits for its client: ${escapeLine(announcement.found, 200)}. Choose, and it goes.`
    case 'channel-refused':
      return `Leadhand can't post in <#${announcement.channel}>: ${refusal(announcement.code)} Leads are taken and sent as before, only their messages are missing there.`
    case 'channel-taken':
      return `Leadhand can post in <#${announcement.channel}> again. The messages about new leads stand there as before.`
    case 'leads-stuck':
      return `${someLeads(announcement.leads)} should have gone to SingleOps ${minutes(announcement.waitingMs)} ago and didn't. Nothing is lost. What to do: look at Leadhand's log and start Leadhand again. \`/lead doctor\` says what is wrong. You hear here when they go.`
    case 'leads-go':
      return 'The leads that were stuck go to SingleOps again.'
    case 'memory-gone':
      return "Leadhand's database doesn't answer. Leads can't be taken or sent until it does; what was taken is kept. What to do: check that the database runs and that its disk isn't full. You hear here when it answers."
    case 'memory-back':
      return "Leadhand's database answers again. Leads are taken and sent as before."
  }
}

function whatToPress(announcement: Announcement): KnownBlock[] {
  if (announcement.kind !== 'search-answered') return []
  const choose = button({
    text: 'Choose the client',
    actionId: ACTIONS.match,
    value: announcement.leadId,
    style: 'primary',
  })
  return [actions([choose], 'buttons')]
}

function singleOps(account: AccountKey, settings: Pick<SlackSettings, 'accountNames'>): string {
  const label = accountLabel(account, settings)
  return label ? `SingleOps (${label})` : 'SingleOps'
}

function keptLeads(leads: number): string {
  if (leads <= 0) return 'Leads that you take now are kept and go by themselves.'
  return leads === 1
    ? 'Your lead is kept and goes by itself.'
    : `Your ${leads} leads are kept and go by themselves.`
}

const someLeads = (leads: number): string => (leads === 1 ? 'One lead' : `${leads} leads`)

function minutes(ms: number): string {
  const count = Math.max(1, Math.round(ms / 60_000))
  return count === 1 ? 'a minute' : `${count} minutes`
}

function allIn(leads: number): string {
  if (leads <= 0) return 'Leads go at once again.'
  return leads === 1 ? 'Your lead is in.' : `All ${leads} are in.`
}

function refusal(code: string): string {
  return REFUSALS[code] ?? `Slack says “${escapeLine(code, 100)}”. Whoever looks after Leadhand should know.`
}

const ARCHIVED = 'the channel is archived. Unarchive it, or name another one in the settings.'

const REFUSALS: Readonly<Record<string, string>> = {
  is_archived: ARCHIVED,
  is_inactive: ARCHIVED,
  channel_not_found:
    'there is no such channel, or it is private and Leadhand is not in it. Invite Leadhand with `/invite`, or correct the settings.',
  not_in_channel: 'Leadhand is not in it. Invite Leadhand with `/invite`.',
  restricted_action: "the workspace's rules don't let apps post there. Ask a workspace admin to allow it.",
  restricted_action_read_only_channel:
    'only some people may post there. Let Leadhand post, or name another channel in the settings.',
  restricted_action_thread_only_channel:
    'only replies in threads are allowed there. Change that, or name another channel in the settings.',
  missing_scope:
    'Leadhand lacks a permission. Install it again with the manifest that came with this version.',
}
