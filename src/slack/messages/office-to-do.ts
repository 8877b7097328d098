import { formatAddress } from '../../lead/address.ts'
import { type Lead, needsPerson } from '../../lead/lead.ts'
import { escapeLine } from '../escape.ts'
import { clientLink } from './links.ts'
import type { MessageContext } from './message.ts'

const ADDRESS_CAP = 300
const REASON_CAP = 100

/** What the office has to do about a lead, one mrkdwn line each, in the order of urgency. */
export function officeToDo(lead: Lead, { settings }: Pick<MessageContext, 'settings'>): string[] {
  if (lead.state === 'discarded') return []
  const { client } = lead.content
  const lines: string[] = []
  if (needsPerson(lead.state) && !isLookedUp(lead))
    lines.push(`Decide what happens: ${whereToDecide(settings.officeChannel)}`)
  if (client.kind === 'new' && client.despite) {
    lines.push(
      `⚠️ Possible duplicate of ${clientLink(client.despite.id, settings)}: ${escapeLine(client.despite.reason, REASON_CAP)}, <@${lead.taker}> chose *new client*`,
    )
  }
  // Before SingleOps has it there is nothing to confirm or to set.
  return lead.state === 'delivered' ? [...lines, ...inSingleOps(lead)] : lines
}

function inSingleOps({ content }: Lead): string[] {
  const address = formatAddress(content.address)
  const lines: string[] = []
  if (content.client.kind === 'new') lines.push('Confirm the new client and its location')
  // The documented API can't set the location of an existing client's lead.
  if (content.client.kind === 'existing' && address) {
    lines.push(`Set the visit location: ${escapeLine(address, ADDRESS_CAP)}`)
  }
  if (content.task) lines.push('Assign the follow-up: SingleOps gets it without an assignee')
  return lines
}

/** While Leadhand looks by itself, nobody has to. */
const isLookedUp = ({ state, retryAt }: Lead): boolean => state === 'unsure' && retryAt !== undefined

const whereToDecide = (officeChannel: string | undefined): string =>
  officeChannel ? `<#${officeChannel}>, or Home → *Needs someone*` : 'Home → *Needs someone*'
