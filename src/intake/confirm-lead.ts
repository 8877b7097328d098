import type { Draft, ShownClient } from '../lead/draft.ts'
import { type ClientId, type DraftId, leadId } from '../lead/ids.ts'
import type { ClientChoice, Lead, LeadContent } from '../lead/lead.ts'
import { present } from '../lead/present.ts'
import type { DraftStore, IntakeTransaction } from './ports.ts'
import { drawReference } from './reference.ts'

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
  /** The draft mends a lead in trouble: that lead's own use case takes the content. Nothing was written. */
  | { readonly kind: 'mends'; readonly draft: Draft; readonly content: LeadContent }

export type ConfirmDeps = {
  readonly drafts: DraftStore
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
    const content = { ...draft.prepared, client }
    if (draft.fixes) return { kind: 'mends', draft, content }
    const lead = await insertLead(tx, draft, content, deps)
    await tx.changeDraft(draft.id, { state: 'confirmed', leadId: lead.id }, deps.now())
    await tx.rememberOperation(draft.taker, draft.account, content.operation.id)
    await wakeFor(tx, lead, deps.now())
    return { kind: 'confirmed', lead }
  })
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

async function wakeFor(tx: IntakeTransaction, lead: Lead, now: number): Promise<void> {
  const { id, version, state } = lead
  if (state === 'queued') {
    await tx.wake({ key: `deliver:${id}:${version}`, topic: 'deliver', subject: id, runAt: now })
  }
  await tx.wake({ key: `notify:${id}:${version}`, topic: 'notify', subject: id, runAt: now })
}

/** Undefined for a client that was not shown for this draft. */
function clientChoice(draft: Draft, choice: Choice): ClientChoice | undefined {
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
  return client && { kind: 'existing', id: client.id, name: client.name, newFacts: client.newFacts }
}

function knownClients(draft: Draft): readonly ShownClient[] {
  return [...(draft.chosenClient ? [draft.chosenClient] : []), ...(draft.match?.shown ?? [])]
}
