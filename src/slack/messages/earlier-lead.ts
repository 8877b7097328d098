import type { InboxMessage } from '../../intake/inbox/ports.ts'
import type { Lead } from '../../lead/lead.ts'
import type { SlackSettings } from '../settings.ts'
import { clockTime } from './intake-reply.ts'
import { stateLine } from './state-words.ts'

/** Stands above the form where a lead was made from the same message; leads to the job where its address is known. mrkdwn. */
export function earlierLead(lead: Lead, settings: Pick<SlackSettings, 'jobUrl'>): string {
  return `A lead was made from this message before: ${lead.reference} by <@${lead.taker}> (${stateLine(lead, settings)}). Sending this form makes another one.`
}

/** Stands above the form where somebody else has it open too. mrkdwn. */
export function alsoEntering(message: InboxMessage, user: string): string | undefined {
  if (message.state !== 'entering' || !message.by || message.by === user) return undefined
  return `<@${message.by}> opened the form for this message, too, at ${clockTime(message.stateSince)}. Please make sure that it is entered once.`
}
