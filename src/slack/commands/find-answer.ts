import type { Button, KnownBlock } from '@slack/types'
import { CHOSEN_BEFORE } from '../../intake/compare-again.ts'
import type { ContactFound } from '../../intake/find-contact.ts'
import type { OtherContact } from '../../intake/search-clients.ts'
import type { ShownClient } from '../../lead/draft.ts'
import { type AccountKey, accountKey, clientId, type LeadId, leadId } from '../../lead/ids.ts'
import { cutAtGrapheme } from '../../lead/limits.ts'
import { formatPhone } from '../../lead/phone.ts'
import { button } from '../blocks/button.ts'
import { context, section } from '../blocks/layout.ts'
import { BLOCK_LIMITS } from '../blocks/limits.ts'
import { cleanText, escapeLine } from '../escape.ts'
import { ACTIONS } from '../ids.ts'
import { accountLabel } from '../messages/account-name.ts'
import type { Message, MessageContext } from '../messages/message.ts'
import { alikeLine, olderLine } from '../views/own-memory.ts'
import { whyLine } from '../views/why.ts'

const MOST = { clients: 9, leads: 9, older: 3 } as const
const LINE_CAP = 300
const WHY_CAP = 1000

/** The answer to `/lead find`. A search that failed is never told as "nobody". */
export function findAnswer(
  contact: OtherContact,
  found: readonly ContactFound[],
  ctx: MessageContext,
): Message {
  const asked = contact.email ?? formatPhone(contact.phone ?? '', 'US')
  const blocks = [
    section({ blockId: 'asked', text: `*${escapeLine(asked, LINE_CAP)}*` }),
    ...found.flatMap((one) => ofAccount(one, contact, ctx)),
  ]
  return { text: 'What SingleOps and Leadhand know', blocks: blocks.slice(0, BLOCK_LIMITS.messageBlocks) }
}

function ofAccount(
  { account, match, memory }: ContactFound,
  contact: OtherContact,
  ctx: MessageContext,
): KnownBlock[] {
  const label = accountLabel(account, ctx.settings)
  const clients = match.shown.slice(0, MOST.clients)
  const leads = memory.leads.slice(0, MOST.leads)
  const older = memory.older.slice(0, MOST.older)
  const more = match.shown.length - clients.length + memory.leads.length - leads.length
  return [
    ...(label ? [context([`*${escapeLine(label)}*`])] : []),
    ...clients.map((client) =>
      section({
        text: clientLines(client),
        accessory: newLeadFor(toValue(account, client, contact), client.name),
      }),
    ),
    ...aboutSearch(match),
    ...leads.map((lead) =>
      section({ text: alikeLine(lead, ctx), accessory: newLeadFor({ l: lead.id }, lead.reference) }),
    ),
    ...(more > 0 ? [context([`${more} more are not shown.`])] : []),
    ...(older.length > 0 ? [context([older.map((one) => olderLine(one, account, ctx)).join('\n')])] : []),
  ]
}

function aboutSearch({ failed, cutShort, shown }: ContactFound['match']): KnownBlock[] {
  if (failed || cutShort) {
    const text =
      shown.length > 0
        ? 'There may be more clients than these.'
        : "Whether a client is known there can't be said."
    return [
      context([`:warning: ${escapeLine(cutShort ?? 'SingleOps did not answer every question.')} ${text}`]),
    ]
  }
  return shown.length > 0 ? [] : [context(['No client in SingleOps has it.'])]
}

function clientLines(client: ShownClient): string {
  const who = [client.name, client.line].filter(Boolean).join(' · ')
  return `*${escapeLine(who, LINE_CAP)}*\n${escapeLine(whyLine(client, WHY_CAP))}`
}

function newLeadFor(value: object, about: string): Button {
  return button({
    text: 'New lead for this client',
    actionId: ACTIONS.newLeadFor,
    value: JSON.stringify(value),
    about,
  })
}

/** The form opens out of the press alone: within its three seconds nothing can be searched again. */
function toValue(
  account: AccountKey,
  { id, name, line, strength, warnings }: ShownClient,
  contact: OtherContact,
) {
  // Cut so that all of it fits into a button: half a value would be none.
  const cut = (text: string) => cutAtGrapheme(cleanText(text), 100)
  return {
    a: account,
    c: id,
    n: cut(name),
    s: cut(line),
    k: strength,
    w: warnings.slice(0, 3).map(cut),
    p: contact.phone,
    e: contact.email,
  }
}

export type FoundValue =
  | { readonly kind: 'lead'; readonly id: LeadId }
  | {
      readonly kind: 'client'
      readonly account: AccountKey
      readonly client: ShownClient
      /** As the form takes it. */
      readonly contact: { readonly phone?: string; readonly email?: string }
    }

export function readFoundValue(text: string): FoundValue {
  const value = JSON.parse(text) as ReturnType<typeof toValue> & { l?: string }
  if (value.l) return { kind: 'lead', id: leadId(value.l) }
  const { a, c, n, s, k, w, p, e } = value
  return {
    kind: 'client',
    account: accountKey(a),
    client: {
      id: clientId(c),
      name: n,
      line: s,
      strength: k,
      reasons: [CHOSEN_BEFORE],
      warnings: w,
      newFacts: [],
    },
    contact: { ...(p && { phone: formatPhone(p, 'US') }), ...(e && { email: e }) },
  }
}
