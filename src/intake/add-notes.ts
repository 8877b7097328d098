import type { Draft } from '../lead/draft.ts'
import type { Task } from '../lead/follow-up.ts'
import { clientId, type DraftId, type LeadId } from '../lead/ids.ts'
import type { Lead, LeadContent } from '../lead/lead.ts'
import { CAPS } from '../lead/limits.ts'
import { canTakeNotes } from '../lead/own-memory.ts'
import { newFacts } from '../matching/differences.ts'
import { knownClient } from '../matching/known-client.ts'
import { accountOf } from './account.ts'
import { withoutMemory } from './known-clients.ts'
import type { DraftStore, IntakeTransaction } from './ports.ts'
import { RESERVED_FOR_OUR_LINES } from './prepare-lead.ts'
import type { IntakeSettings } from './settings.ts'

export type NotesAdded =
  | {
      readonly kind: 'added'
      readonly lead: Lead
      /** The form's follow-up, and whether the lead took it: a lead has one at most, and keeps its own. */
      readonly followUp?: { readonly task: Task; readonly isTaken: boolean }
    }
  /** The draft made a lead, or its notes were added, before. */
  | { readonly kind: 'already'; readonly lead: Lead }
  /** The lead went to SingleOps in the meantime, or both texts together are too long. Nothing was written. */
  | { readonly kind: 'too-late' | 'no-room'; readonly draft: Draft }
  | { readonly kind: 'unknown-draft' }

/**
 * Adds what a form says to a lead of ours that was shown for it and is not sent yet, its follow-up where the lead has none, and settles the
 * form with it. The lead goes on as it would have.
 */
export function addNotes(
  request: { readonly draftId: DraftId; readonly leadId: LeadId },
  {
    drafts,
    settings,
    now,
  }: { readonly drafts: DraftStore; readonly settings: IntakeSettings; readonly now: () => number },
): Promise<NotesAdded> {
  return drafts.transaction(async (tx): Promise<NotesAdded> => {
    const draft = await tx.findDraft(request.draftId)
    if (!draft?.prepared) return { kind: 'unknown-draft' }
    const earlier = draft.leadId && (await tx.findLead(draft.leadId))
    if (earlier) return { kind: 'already', lead: earlier }
    const wasShown = draft.match?.memory?.leads.some(({ id }) => id === request.leadId)
    const lead = wasShown && draft.state === 'submitted' && (await tx.findLead(request.leadId))
    if (!lead || !canTakeNotes(lead.state)) return { kind: 'too-late', draft }

    const { country } = accountOf(settings, draft.account)
    const need = joinNeeds(lead.content, draft.prepared, country)
    if (need.length > CAPS.jobNotes - RESERVED_FOR_OUR_LINES) return { kind: 'no-room', draft }
    const { task } = draft.prepared
    const isTaken = task !== undefined && lead.content.task === undefined
    const content = { ...lead.content, need, ...(isTaken && { task }) }
    const amended = await tx.amendLead(lead, { content }, now())
    if (!amended) return { kind: 'too-late', draft }
    await wakeFor(tx, amended, now())
    await tx.changeDraft(
      draft.id,
      { state: 'confirmed', leadId: lead.id, match: withoutMemory(draft.match) },
      now(),
    )
    return { kind: 'added', lead: amended, ...(task && { followUp: { task, isTaken } }) }
  })
}

/** What was wanted before, then what is wanted now and what is new about the caller. */
function joinNeeds(before: LeadContent, added: Omit<LeadContent, 'client'>, country: string): string {
  const facts = newFacts(added.contact, added.address, toRecord(before), country)
  return [before.need, [added.need, ...facts].filter(Boolean).join('\n')].filter(Boolean).join('\n\n')
}

/** The lead as if it were a client's record, to be compared with. */
const toRecord = ({ contact, address }: LeadContent) =>
  knownClient({ id: clientId(''), name: '' }, { ...contact, ...address })

// A wake-up of the version before may find the lead changed and stop.
async function wakeFor(tx: IntakeTransaction, lead: Lead, now: number): Promise<void> {
  const { id, version, state, retryAt } = lead
  const sendAt = state === 'queued' ? now : state === 'waiting' ? retryAt : undefined
  if (sendAt !== undefined) {
    await tx.wake({ key: `deliver:${id}:${version}`, topic: 'deliver', subject: id, runAt: sendAt })
  }
  await tx.wake({ key: `notify:${id}:${version}`, topic: 'notify', subject: id, runAt: now })
}
