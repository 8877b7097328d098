import type { Draft } from '../lead/draft.ts'
import { type ClientId, type DraftId, inboxId, leadId } from '../lead/ids.ts'
import type { ClientChoice, Lead, LeadContent } from '../lead/lead.ts'
import type { AlikeLead } from '../lead/own-memory.ts'
import { present } from '../lead/present.ts'
import { wakeReply } from './inbox/wake-reply.ts'
import { knownClients, weighedBy, withoutMemory } from './known-clients.ts'
import { matchAgainDelayMs, wakeToMatch } from './match-again.ts'
import type { DraftStore, IntakeTransaction, RecallQuery } from './ports.ts'
import { drawReference } from './reference.ts'
import { rememberFor } from './remember.ts'
import type { IntakeSettings } from './settings.ts'

export type Choice =
  | { readonly kind: 'existing'; readonly id: ClientId }
  | { readonly kind: 'new' }
  /** *Save: decide later*. */
  | { readonly kind: 'undecided' }

export type Confirmation =
  | { readonly kind: 'confirmed'; readonly lead: Lead }
  /** Confirmed before, by a second click or a repeated request: nothing was written. */
  | { readonly kind: 'already'; readonly lead: Lead }
  /** The form was submitted again since: what was shown is no longer what is known. Nothing was written. */
  | { readonly kind: 'outdated'; readonly draft: Draft }
  | { readonly kind: 'unknown-draft' }
  /** Somebody has taken a lead of the same caller or place that this taker has not seen yet. Nothing was written but that it is known. */
  | { readonly kind: 'taken-meanwhile'; readonly draft: Draft; readonly lead: AlikeLead }
  /** The draft mends a lead in trouble: that lead's own use case takes the content. Nothing was written. */
  | { readonly kind: 'mends'; readonly draft: Draft; readonly content: LeadContent }

export type ConfirmDeps = {
  readonly drafts: DraftStore
  readonly settings: Pick<IntakeSettings, 'ownLeadsForMs' | 'matchAgainMs' | 'tellQueuedAfterMs'>
  readonly now: () => number
  readonly random: () => number
  readonly newId: () => string
}

/**
 * Writes the lead and its first wake-up in one transaction; rejects when that failed, and then nothing was written. A choice is accepted
 * only for the revision it was shown for.
 */
export function confirmLead(
  request: { readonly draftId: DraftId; readonly revision: number; readonly choice: Choice },
  deps: ConfirmDeps,
): Promise<Confirmation> {
  return deps.drafts.transaction(async (tx) => {
    const draft = await tx.findDraft(request.draftId)
    if (!draft) return { kind: 'unknown-draft' }
    const earlier = draft.leadId && (await tx.findLead(draft.leadId))
    if (earlier) return { kind: 'already', lead: earlier }
    const client = clientChoice(draft, request.choice)
    if (draft.state !== 'submitted' || draft.revision !== request.revision || !draft.prepared || !client) {
      return { kind: 'outdated', draft }
    }
    const content = { ...draft.prepared, client, weighed: weighedBy(draft) }
    if (draft.fixes) return { kind: 'mends', draft, content }
    const unseen = await findUnseen(tx, draft, deps)
    if (unseen) return unseen
    const lead = await insertLead(tx, draft, content, deps)
    await tx.changeDraft(
      draft.id,
      { state: 'confirmed', leadId: lead.id, match: withoutMemory(draft.match), recalled: undefined },
      deps.now(),
    )
    await tx.rememberOperation(draft.taker, draft.account, content.operation.id)
    await wakeFor(tx, lead, deps)
    await noteEntered(tx, lead, deps.now())
    return { kind: 'confirmed', lead }
  })
}

const NOTHING_RECALLED = { forms: [], older: [] } as const

/** Looks once more for what others have taken, and keeps them from taking more until this is written. */
async function findUnseen(
  tx: IntakeTransaction,
  draft: Draft,
  { settings, now }: ConfirmDeps,
): Promise<Confirmation | undefined> {
  const { match } = draft
  if (!match) return undefined
  const onlyLeads = async (query: RecallQuery) => ({ ...NOTHING_RECALLED, leads: await tx.takeAlone(query) })
  const { leads } = await rememberFor(draft, onlyLeads, { settings, now })
  const seen = new Set(match.memory?.leads.map(({ id }) => id))
  const lead = leads.find(({ id }) => !seen.has(id))
  if (!lead) return undefined
  const memory = { forms: [], older: [], ...match.memory, leads }
  const changed = await tx.changeDraft(draft.id, { match: { ...match, memory } }, now())
  return { kind: 'taken-meanwhile', draft: changed ?? draft, lead }
}

async function insertLead(
  tx: IntakeTransaction,
  draft: Draft,
  content: LeadContent,
  { now, random, newId }: ConfirmDeps,
): Promise<Lead> {
  const id = leadId(newId())
  for (;;) {
    const lead = await tx.insertLead(
      present({
        id,
        reference: drawReference(random),
        account: draft.account,
        draftId: draft.id,
        taker: draft.taker,
        state: content.client.kind === 'undecided' ? ('unmatched' as const) : ('queued' as const),
        content,
        source: draft.source,
        confirmedAt: now(),
      }),
    )
    if (lead) return lead
  }
}

async function wakeFor(
  tx: IntakeTransaction,
  lead: Lead,
  { settings, now: clock }: ConfirmDeps,
): Promise<void> {
  const { id, version, state } = lead
  const now = clock()
  if (state === 'queued') {
    await tx.wake({ key: `deliver:${id}:${version}`, topic: 'deliver', subject: id, runAt: now })
  }
  if (state === 'unmatched') await tx.wake(wakeToMatch(lead, 0, now + matchAgainDelayMs(0, settings)))
  const runAt = state === 'queued' ? now + settings.tellQueuedAfterMs : now
  await tx.wake({ key: `notify:${id}:${version}`, topic: 'notify', subject: id, runAt })
}

/** So that our reply under the message says by whom it was entered. */
async function noteEntered(tx: IntakeTransaction, lead: Lead, now: number): Promise<void> {
  const message = lead.source && (await tx.inbox.find(inboxId(lead.source)))
  if (!message) return
  const state = message.state === 'deleted' ? 'deleted' : 'entered'
  const changed = await tx.inbox.change(message, { state, by: lead.taker, leadId: lead.id }, now)
  if (changed) await tx.wake(wakeReply(changed, now))
}

/** What is confirmed by a choice. Undefined for a client that was not shown for this draft. */
export function clientChoice(draft: Draft, choice: Choice): ClientChoice | undefined {
  const shown = knownClients(draft)
  if (choice.kind === 'undecided') return choice
  if (choice.kind === 'new') {
    // Best first. A weak one (only the name is alike) is no reason to bother the office.
    const passedOver = shown.find((client) => client.strength !== 'weak')
    return passedOver
      ? { kind: 'new', despite: { id: passedOver.id, reason: passedOver.reasons.join(', ') } }
      : { kind: 'new' }
  }
  const client = shown.find((one) => one.id === choice.id)
  if (!client) return undefined
  const { id, name, isUnconfirmed, newFacts } = client
  return { kind: 'existing', id, name, ...(isUnconfirmed && { isUnconfirmed }), newFacts }
}
