import type { Lead, LeadContent } from '../../lead/lead.ts'
import { context, section } from '../blocks/layout.ts'
import { escapeLine } from '../escape.ts'
import { accountLabel } from './account-name.ts'
import { shownName, speakableName } from './customer-name.ts'
import { clientLink, mapLink, reachLinks } from './links.ts'
import { formatLocalStart } from './local-time.ts'
import type { Message, MessageContext } from './message.ts'
import { shownNeed } from './need.ts'
import { officeToDo } from './office-to-do.ts'
import { singleOpsEffect } from './singleops-effect.ts'
import { stateLine, stateWords } from './state-words.ts'

const NEED_CAP = 200
const FACT_CAP = 150

/**
 * The message about a lead in its channel. Wording: who and how to reach them first, the reference last. Never notice or hold texts,
 * match reasons, whole emails. `text` stands on lock screens: it holds no number.
 */
export function card(lead: Lead, ctx: MessageContext): Message {
  return {
    text: `${speakableName(lead)} · ${escapeLine(lead.content.operation.name, FACT_CAP)} · ${stateWords(lead)}`,
    blocks: [
      section({ blockId: 'lead', text: customerLines(lead.content).join('\n') }),
      context([facts(lead, ctx).join(' · ')], 'facts'),
      section({ blockId: 'state', text: stateLines(lead, ctx).join('\n') }),
      context([`Taken by <@${lead.taker}> · ${lead.reference}`], 'reference'),
    ],
  }
}

/** Name and number, address, need; also what the office reads when it has to decide. */
export function customerLines(content: LeadContent): string[] {
  return [
    [`*${shownName({ content }) ?? 'No name'}*`, reachLinks(content.contact)].filter(Boolean).join(' · '),
    mapLink(content.address),
    shownNeed(content.need, NEED_CAP),
  ].filter((line) => line !== '')
}

function facts({ content, account }: Lead, { settings }: MessageContext): string[] {
  return [
    clientFact(content, settings),
    accountLabel(account, settings),
    escapeLine(content.operation.name, FACT_CAP),
    content.source && escapeLine(content.source, FACT_CAP),
    followUpFact(content),
  ].filter((fact): fact is string => Boolean(fact))
}

function clientFact({ client }: LeadContent, settings: MessageContext['settings']): string | undefined {
  switch (client.kind) {
    case 'new':
      return 'New client'
    case 'existing':
      return `Client ${clientLink(client.id, settings)} ${escapeLine(client.name, FACT_CAP)}`
    case 'undecided':
      return undefined
  }
}

function followUpFact({ task }: LeadContent): string | undefined {
  return (
    task && `${task.onSite ? 'Estimate visit' : 'Call back'} ${formatLocalStart(task.start, task.allDay)}`
  )
}

function stateLines(lead: Lead, ctx: MessageContext): string[] {
  const effect = lead.state === 'delivered' ? singleOpsEffect(lead.content) : undefined
  return [
    stateLine(lead, ctx.settings),
    ...(effect ? [effect] : []),
    ...officeToDo(lead, ctx).map((line) => `• ${line}`),
  ]
}
