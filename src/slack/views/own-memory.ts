import type { KnownBlock } from '@slack/types'
import type { AccountKey } from '../../lead/ids.ts'
import {
  type AlikeForm,
  type AlikeLead,
  canTakeNotes,
  type Likeness,
  type OldLead,
  type OwnMemory,
} from '../../lead/own-memory.ts'
import { button } from '../blocks/button.ts'
import { context, section } from '../blocks/layout.ts'
import { escapeLine } from '../escape.ts'
import { ACTIONS } from '../ids.ts'
import { accountLabel } from '../messages/account-name.ts'
import { toShownName } from '../messages/customer-name.ts'
import type { MessageContext } from '../messages/message.ts'
import { stateLine } from '../messages/state-words.ts'
import { monthOf, timeAgo } from '../messages/time-ago.ts'

/** How many of each are shown; more would push the choice off a phone's screen. */
const MOST_SHOWN = 3

/** What Leadhand itself remembers, above the search's finds: open forms, leads of the last days, months of older ones. */
export function ownMemory(
  memory: OwnMemory | undefined,
  account: AccountKey,
  ctx: MessageContext,
): KnownBlock[] {
  if (!memory) return []
  const { leads, forms, older, elsewhere = [] } = memory
  return [
    ...forms.slice(0, MOST_SHOWN).map((form) => context([formLine(form, ctx)])),
    ...leads.slice(0, MOST_SHOWN).map((lead, index) => alikeLead(lead, index, ctx)),
    ...moreLeads(leads),
    ...leadsElsewhere(elsewhere, ctx),
    ...olderLeads(older, account, ctx),
  ]
}

/** The same in an open form, in one block: what was begun a moment ago and what was taken in the last days. */
export function rememberedInForm(memory: OwnMemory | undefined, ctx: MessageContext): KnownBlock[] {
  const { forms = [], leads = [], elsewhere = [] } = memory ?? {}
  const lines = [
    ...forms.slice(0, MOST_SHOWN).map((form) => formLine(form, ctx)),
    ...leads.slice(0, MOST_SHOWN).map((lead) => `⚠️ ${alikeLine(lead, ctx)}`),
    ...elsewhere.slice(0, MOST_SHOWN).map((lead) => elsewhereLine(lead, ctx)),
  ]
  return lines.length > 0 ? [section({ blockId: 'remembered', text: lines.join('\n') })] : []
}

const formLine = ({ taker, touchedAt }: AlikeForm, ctx: MessageContext): string =>
  `👀 <@${taker}> opened this number ${timeAgo(touchedAt, ctx.now)}`

/** "⚠️ *<@ana> took this 10 minutes ago*: Jane Smith, same number · On its way · LH-7K2M9Q". */
export function alikeLine(lead: AlikeLead, ctx: MessageContext): string {
  const who = [toShownName(lead.name), likeness(lead.same)].filter(Boolean).join(', ')
  return `*<@${lead.taker}> took this ${timeAgo(lead.confirmedAt, ctx.now)}*: ${who}\n${stateLine(lead, ctx.settings)} · ${lead.reference}`
}

/** "A lead from March, by <@ana>: same number". */
export function olderLine(
  { taker, confirmedAt, same }: OldLead,
  account: AccountKey,
  ctx: MessageContext,
): string {
  const timeZone = ctx.settings.accountTimeZones.get(account) ?? 'UTC'
  return `A lead from ${monthOf(confirmedAt, timeZone, ctx.now)}, by <@${taker}>: ${likeness(same)}`
}

function alikeLead(lead: AlikeLead, index: number, ctx: MessageContext): KnownBlock {
  const addNotes = button({
    text: 'Add my notes to it',
    actionId: ACTIONS.addNotes,
    value: lead.id,
    about: lead.reference,
  })
  return section({
    blockId: `alike-${index}`,
    text: `⚠️ ${alikeLine(lead, ctx)}`,
    ...(canTakeNotes(lead.state) && { accessory: addNotes }),
  })
}

/** Nothing of another account can be used here, neither its client nor its lead: it is only said. */
function leadsElsewhere(leads: NonNullable<OwnMemory['elsewhere']>, ctx: MessageContext): KnownBlock[] {
  if (leads.length === 0) return []
  const lines = leads.slice(0, MOST_SHOWN).map((lead) => elsewhereLine(lead, ctx))
  return [context([lines.join('\n')], 'elsewhere')]
}

/** "<@ana> took this 26 hours ago in Tree Care South: same number · LH-7K2M9Q". */
function elsewhereLine(lead: AlikeLead & { readonly account: AccountKey }, ctx: MessageContext): string {
  const where = accountLabel(lead.account, ctx.settings) ?? escapeLine(lead.account)
  return `<@${lead.taker}> took this ${timeAgo(lead.confirmedAt, ctx.now)} in ${where}: ${likeness(lead.same)} · ${lead.reference}`
}

function moreLeads(leads: OwnMemory['leads']): KnownBlock[] {
  if (leads.length === 0) return []
  const more = leads.length - MOST_SHOWN
  const lines = [
    ...(more > 0 ? [`${more} more of the last days.`] : []),
    'If this is about something else, go on: it becomes a lead of its own.',
  ]
  return [context([lines.join(' ')], 'alike-note')]
}

function olderLeads(older: OwnMemory['older'], account: AccountKey, ctx: MessageContext): KnownBlock[] {
  if (older.length === 0) return []
  const lines = older.slice(0, MOST_SHOWN).map((one) => olderLine(one, account, ctx))
  const more = older.length - MOST_SHOWN
  return [
    context([[...lines, ...(more > 0 ? [`and ${more} more in the last year`] : [])].join('\n')], 'older'),
  ]
}

const WORDS: Readonly<Record<Likeness, string>> = {
  phone: 'same number',
  email: 'same email',
  address: 'same address',
  house: 'same house, other unit',
}

const likeness = (same: readonly Likeness[]): string => same.map((one) => WORDS[one]).join(', ')
