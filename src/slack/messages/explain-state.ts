import type { Lead } from '../../lead/lead.ts'
import { escapeLine } from '../escape.ts'
import { customersLead, shownName } from './customer-name.ts'
import { jobLink } from './links.ts'
import { formatAccountMoment } from './local-time.ts'
import type { MessageContext } from './message.ts'
import { singleOpsEffect } from './singleops-effect.ts'

const REASON_CAP = 500

/**
 * What happened to a lead and what to do, in sentences (mrkdwn) for the taker and the office.
 * Wording: first what happened, then that nothing is lost, then what to do. No numbers to call: buttons and cards have them.
 */
export function explainState(lead: Lead, ctx: MessageContext): string {
  switch (lead.state) {
    case 'unmatched':
      return `${customersLead(lead)} is saved, but not sent: nobody has said yet whose it is. Choose the client, and it goes.`
    case 'queued':
    case 'sending':
      return `${customersLead(lead)} is kept and on its way to SingleOps.`
    case 'waiting':
      return explainWaiting(lead, ctx)
    case 'unsure':
      return explainUnsure(lead, ctx)
    case 'refused':
      return `SingleOps refused ${customersLead(lead, 'inside')}${reasonOf(lead)} Nothing is lost. Fix it and send it again.`
    case 'delivered':
      return explainDelivered(lead, ctx)
    case 'discarded':
      return `${customersLead(lead)} was discarded${lead.decidedBy ? ` by <@${lead.decidedBy.user}>` : ''}. Leadhand won't send it.`
  }
}

function explainUnsure(lead: Lead, ctx: MessageContext): string {
  const name = shownName(lead)
  // A look that was uncertain comes later than the attempt that it looked for.
  const sentAt = Math.min(lead.problem?.at ?? lead.stateSince, lead.stateSince)
  return [
    "SingleOps didn't answer.",
    `${customersLead(lead)} may or may not be there.`,
    'Nothing is lost.',
    `Open Jobs → Leads, look for ${name ?? 'it'} around ${formatAccountMoment(sentAt, lead.account, ctx)}.`,
    ...(lead.problem?.code === 'may_be_there' ? [`${escapeLine(lead.problem.text, REASON_CAP)}.`] : []),
    ...(lead.retryAt === undefined ? [] : ['Leadhand keeps looking too, and says what it finds.']),
  ].join(' ')
}

function explainWaiting(lead: Lead, ctx: MessageContext): string {
  if (lead.because === 'account_blocked') {
    return `SingleOps doesn't let Leadhand in. ${customersLead(lead)} is kept and goes by itself once that is mended. Whoever looks after Leadhand finds the cause with \`/lead doctor\`.`
  }
  return [
    "SingleOps can't take leads right now.",
    `${customersLead(lead)} is kept and goes by itself: there is nothing to do.`,
    ...(lead.retryAt !== undefined && lead.retryAt > ctx.now
      ? [`Next try around ${formatAccountMoment(lead.retryAt, lead.account, ctx)}.`]
      : []),
  ].join(' ')
}

function explainDelivered(lead: Lead, { settings }: MessageContext): string {
  const effect = singleOpsEffect(lead.content)
  return [
    lead.jobId
      ? `${customersLead(lead)} is in SingleOps: ${jobLink(lead.jobId, settings)}.`
      : `${customersLead(lead)} is in SingleOps, which gave no number: it stands under Jobs → Leads.`,
    ...(effect ? [effect] : []),
  ].join(' ')
}

function reasonOf({ problem }: Lead): string {
  const reason = problem && escapeLine(problem.text, REASON_CAP)
  return reason ? `: “${reason}”.` : ' and gave no reason.'
}
