import type { ModalView } from '@slack/types'
import type { Decided } from '../delivery/decide.ts'
import type { Choice } from '../intake/client-choice.ts'
import type { Confirmation } from '../intake/confirm-lead.ts'
import type { Draft } from '../lead/draft.ts'
import type { UserId } from '../lead/ids.ts'
import type { LeadContent } from '../lead/lead.ts'
import { decisionView } from './decide-lead.ts'
import { noteFailure } from './failure.ts'
import { matchViewOf } from './match-view-of.ts'
import type { Desk } from './parts.ts'
import { FORGOTTEN } from './views/notice.ts'
import { resultView } from './views/result.ts'

/**
 * Confirms a draft and gives the view that says what became of it: progress, the state it is already in, or that it was not taken. Never
 * rejects.
 */
export async function confirmAndShow(
  draft: Draft,
  choice: Choice,
  by: UserId,
  desk: Desk,
): Promise<ModalView> {
  try {
    // The store gives up in time for Slack's three seconds, and then has written nothing.
    const confirmation = await desk.intake.confirm({ draftId: draft.id, revision: draft.revision, choice })
    return await toView(confirmation, by, desk)
  } catch (error) {
    const errorReference = noteFailure(error, { draftId: draft.id }, desk)
    const notice = `NOT taken: nothing was saved, your entries are still here. Please try again. (${errorReference})`
    return matchViewOf(draft, desk, { isSearching: false, notice })
  }
}

async function toView(confirmation: Confirmation, by: UserId, desk: Desk): Promise<ModalView> {
  const ctx = { settings: desk.settings, now: desk.now() }
  switch (confirmation.kind) {
    case 'confirmed':
      return resultView(confirmation.lead, ctx)
    case 'already':
      return resultView(confirmation.lead, ctx, `Already taken as ${confirmation.lead.reference}.`)
    case 'outdated':
      if (!confirmation.draft.prepared) return FORGOTTEN
      return matchViewOf(confirmation.draft, desk, {
        isSearching: false,
        notice: 'NOT taken yet: what was shown had changed. Please look once more and confirm.',
      })
    case 'unknown-draft':
      return FORGOTTEN
    case 'taken-meanwhile':
      return matchViewOf(confirmation.draft, desk, {
        isSearching: false,
        notice: `NOT taken yet: ${confirmation.lead.reference} was taken in the meantime. Is it the same? If not, confirm once more.`,
      })
    case 'mends': {
      const { draft, content } = confirmation
      if (!draft.fixes || content.client.kind === 'undecided') {
        return matchViewOf(draft, desk, { isSearching: false, notice: NOT_CHOSEN })
      }
      const lead = await desk.findLead(draft.fixes)
      const decision = lead?.state === 'unmatched' ? 'match' : 'fix'
      const decided = await desk.decide({
        leadId: draft.fixes,
        decision,
        by,
        content,
        ...(draft.fixesVersion !== undefined && { version: draft.fixesVersion }),
      })
      if (decided.kind === 'done') await settleMended(draft, desk)
      return decisionView(decided, by, desk, addedMeanwhile(decided, content))
    }
  }
}

const NOT_CHOSEN = 'The lead is kept as it was. Please choose the client, or close this and decide later.'

/** Whoever chose the client saw the notes as they were before. */
function addedMeanwhile(decided: Decided, { need }: LeadContent): string | undefined {
  const isAdded = decided.kind === 'done' && decided.lead.content.need !== need
  return isAdded ? 'Notes were added to this lead in the meantime; they are sent with it.' : undefined
}

/** The decision stands by now. That the form could not be marked must not be told as "not taken": a second press finds it decided. */
async function settleMended(draft: Draft, desk: Desk): Promise<void> {
  try {
    await desk.intake.settleMended(draft)
  } catch (error) {
    noteFailure(error, { draftId: draft.id }, desk)
  }
}
