import type { Button } from '@slack/types'
import { LEAD_STATES, type Lead, type LeadState } from '../../lead/lead.ts'
import { button, confirmation } from '../blocks/button.ts'
import { ACTIONS } from '../ids.ts'
import type { SlackSettings } from '../settings.ts'
import { jobUrl } from './links.ts'

type ButtonFacts = Pick<Lead, 'id' | 'state' | 'content' | 'attempts'> & Partial<Pick<Lead, 'jobId'>>

/**
 * What a person may do about a lead in its state, the likeliest first; empty where nothing applies. The value names the lead.
 * Where a press can't be taken back, Slack asks before it sends the action: the listener need not ask again.
 */
export function leadButtons(lead: ButtonFacts, settings: Pick<SlackSettings, 'jobUrl'>): Button[] {
  const value = lead.id
  switch (lead.state) {
    case 'unmatched':
      return [
        button({ text: 'Choose the client', actionId: ACTIONS.match, value, style: 'primary' }),
        discard(lead),
      ]
    case 'refused':
      return [button({ text: 'Fix and send', actionId: ACTIONS.fix, value, style: 'primary' }), discard(lead)]
    case 'unsure':
      return [
        ...(canLookAgain(lead) ? [button({ text: 'Look again', actionId: ACTIONS.lookAgain, value })] : []),
        button({ text: 'I found it in SingleOps', actionId: ACTIONS.found, value, style: 'primary' }),
        sendAgain(lead),
        discard(lead),
      ]
    case 'waiting':
      return [discard(lead)]
    case 'delivered':
      return openInSingleOps(lead, settings)
    case 'queued':
    case 'sending':
    case 'discarded':
      return []
  }
}

// Only a new client can be looked up, by what was sent of it: jobs can't be listed.
function canLookAgain({ content }: ButtonFacts): boolean {
  const { phone, mobile, email } = content.contact
  return content.client.kind === 'new' && [phone, mobile, email].some(Boolean)
}

function sendAgain(lead: ButtonFacts): Button {
  return button({
    text: "It's not there: send again",
    actionId: ACTIONS.sendAgain,
    // A press answers to what was sent so far: one that comes late, or twice, must not send what somebody has sent again meanwhile.
    value: pressValue(lead),
    style: 'danger',
    confirm: confirmation({
      title: 'Send it again?',
      text: 'If it is there, this makes a second lead.',
      confirm: 'Send again',
      deny: 'Not now',
      style: 'danger',
    }),
  })
}

const pressValue = ({ id, attempts }: ButtonFacts): string => `${id}:${attempts}`

/** The lead that a button's value names; where that counts, how often it had been sent and in which state it was when the button was shown. */
export function readPressValue(value: string): {
  readonly id: string
  readonly attempts?: number
  readonly state?: LeadState
} {
  const [id = '', attempts, shown] = value.split(':')
  const state = LEAD_STATES.find((one) => one === shown)
  return { id, ...(attempts && { attempts: Number(attempts) }), ...(state && { state }) }
}

function discard({ id, state }: ButtonFacts): Button {
  return button({
    text: 'Discard',
    actionId: ACTIONS.discard,
    // What somebody has decided otherwise in the meantime is not thrown away.
    value: `${id}::${state}`,
    confirm: confirmation({
      title: 'Discard this lead?',
      text:
        state === 'unsure'
          ? "Leadhand won't send it again. If it is in SingleOps, it stays there."
          : "Leadhand won't send it to SingleOps. This can't be undone.",
      confirm: 'Discard',
      deny: 'Keep it',
      style: 'danger',
    }),
  })
}

function openInSingleOps({ jobId }: ButtonFacts, settings: Pick<SlackSettings, 'jobUrl'>): Button[] {
  const url = jobId && jobUrl(jobId, settings)
  return url ? [button({ text: 'Open in SingleOps', actionId: ACTIONS.openLink, url })] : []
}
