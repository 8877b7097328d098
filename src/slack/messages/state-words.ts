import type { Lead } from '../../lead/lead.ts'
import type { SlackSettings } from '../settings.ts'
import { jobLink } from './links.ts'

/** What the words about a state depend on; a whole lead or a line of a list. */
export type StateFacts = Pick<Lead, 'state' | 'taker'> &
  Partial<Pick<Lead, 'because' | 'jobId' | 'decidedBy'>>

/**
 * A lead's state in a few words: for lists, cards and notifications. No customer data, no numbers.
 * Wording: what is true now, in present tense; never a word of ours (queue, attempt, lease).
 */
export function stateWords(lead: StateFacts): string {
  switch (lead.state) {
    case 'unmatched':
      return 'Not sent yet: which client is it?'
    case 'queued':
      return 'On its way to SingleOps'
    case 'sending':
      return 'Being sent to SingleOps'
    case 'waiting':
      return lead.because === 'account_blocked'
        ? "Kept: SingleOps doesn't let Leadhand in"
        : 'Kept: goes by itself as soon as SingleOps takes it'
    case 'unsure':
      return 'May or may not be in SingleOps'
    case 'refused':
      return 'SingleOps refused it'
    case 'delivered':
      return 'In SingleOps'
    case 'discarded':
      return 'Discarded'
  }
}

/** The same with its sign, the job's number and who decided, as mrkdwn. */
export function stateLine(lead: StateFacts, settings: Pick<SlackSettings, 'jobUrl'>): string {
  const parts = [`${STATE_SIGNS[lead.state]} *${stateWords(lead)}*`]
  if (lead.state === 'delivered')
    parts.push(lead.jobId ? jobLink(lead.jobId, settings) : 'no job number given')
  const decision = decisionWords(lead)
  if (decision) parts.push(decision)
  return parts.join(' · ')
}

const STATE_SIGNS: Readonly<Record<Lead['state'], string>> = {
  unmatched: '❓',
  queued: '⏳',
  sending: '⏳',
  waiting: '⏳',
  unsure: '❓',
  refused: '⚠️',
  delivered: '✅',
  discarded: '🗑️',
}

function decisionWords({ state, taker, decidedBy }: StateFacts): string | undefined {
  if (!decidedBy || state === 'unsure' || state === 'refused' || state === 'unmatched') return undefined
  const who = `<@${decidedBy.user}>`
  switch (decidedBy.how) {
    case 'found':
      return `found there by ${who}`
    case 'send-again':
      return `sent again by ${who}`
    case 'discard':
      return `by ${who}`
    case 'fix':
      return decidedBy.user === taker ? undefined : `fixed by ${who}`
    case 'match':
      return decidedBy.user === taker ? undefined : `client chosen by ${who}`
    case 'look-again':
      return undefined
  }
}
