import type { DecisionInput } from '../../delivery/decide.ts'
import { leadId, userId } from '../../lead/ids.ts'
import type { Lead } from '../../lead/lead.ts'
import { present } from '../../lead/present.ts'
import { decisionView, TOO_LATE } from '../decide-lead.ts'
import type { Deciders } from '../deciders.ts'
import { escapeLine } from '../escape.ts'
import { noteFailure } from '../failure.ts'
import { followMatch } from '../follow-match.ts'
import { matchViewOf } from '../match-view-of.ts'
import { readPressValue } from '../messages/lead-buttons.ts'
import { stateWords } from '../messages/state-words.ts'
import { type Opening, openForm, putView, showForm } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { tellPerson } from '../tell-person.ts'
import { foundView } from '../views/found.ts'
import { type ActionArgs, chosenValue } from './form.ts'

export type LeadDesk = Desk & { readonly deciders: Deciders }

/** *Look again*, *It's not there: send again*, *Discard*: done at once. */
export function decidedAtOnce(desk: LeadDesk, decision: DecisionInput['decision']) {
  return onLead(desk, async (lead, args) => {
    const by = userId(args.body.user.id)
    const { attempts, state } = readPressValue(chosenValue(args))
    const decided = await desk.decide(present({ leadId: lead.id, decision, by, attempts, state }))
    const { view } = args.body
    if (view?.type === 'modal') {
      await desk.views.updateAwaited({ view_id: view.id }, decisionView(decided, by, desk))
    } else if (decided.kind === 'too-late') {
      await answer(args, `${TOO_LATE} ${decided.lead.reference}: ${stateWords(decided.lead)}.`, desk)
    }
  })
}

/** *I found it in SingleOps*. */
export function foundPressed(desk: LeadDesk) {
  return onLead(desk, async (lead, args) => {
    await putView(foundView(lead), openingOf(args), desk)
  })
}

const REASON_CAP = 500

/** *Fix and send*: the form with what was sent. */
export function fixPressed(desk: LeadDesk) {
  return onLead(desk, async (lead, args) => {
    const begun = desk.intake.beginMending(lead, userId(args.body.user.id), false)
    const reason = lead.problem && escapeLine(lead.problem.text, REASON_CAP)
    const notice = reason ? `SingleOps refused it: ${reason}` : 'SingleOps refused it and gave no reason.'
    const draft = { ...begun, notice }
    await showForm(draft, openingOf(args), desk, desk.intake.keep)
  })
}

/** *Choose the client*: straight to the match. */
export function matchPressed(desk: LeadDesk) {
  return onLead(desk, async (lead, args) => {
    const draft = desk.intake.beginMending(lead, userId(args.body.user.id), true)
    const search = desk.intake.search(draft)
    const opening = openingOf(args)
    const view = matchViewOf(
      { ...draft, match: { revision: draft.revision, ...NOTHING_ASKED, ...search?.soFar() } },
      desk,
      { isSearching: search !== undefined },
    )
    await Promise.all([desk.intake.keep(draft), putView(view, opening, desk)])
    if (search) await followMatch(draft, search, desk)
  })
}

const NOTHING_ASKED = { shown: [], asked: false, complete: true, failed: false }

/** *Another site for this client*: client, contact, operation and source are kept. */
export function anotherSitePressed(desk: LeadDesk) {
  return onLead(desk, async (lead, args) => {
    await openForm(desk.intake.requestForAnotherSite(lead, userId(args.body.user.id)), openingOf(args), desk)
  })
}

function openingOf({ body }: ActionArgs): Opening {
  return body.view?.type === 'modal'
    ? { kind: 'replace', target: { view_id: body.view.id } }
    : { kind: 'trigger', triggerId: body.trigger_id }
}

function onLead(desk: LeadDesk, deed: (lead: Lead, args: ActionArgs) => Promise<void>) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack()
    const user = args.body.user.id
    try {
      const lead = await desk.findLead(leadId(readPressValue(chosenValue(args)).id))
      if (!lead) await answer(args, 'This lead is not known any more.', desk)
      else if (await desk.deciders.mayDecide(user, lead)) await deed(lead, args)
      else
        await answer(args, `Only <@${lead.taker}> and the office may decide about ${lead.reference}.`, desk)
    } catch (error) {
      const errorReference = noteFailure(error, { action: args.action.action_id }, desk)
      await answer(args, `That did not work; the lead is kept. Please press again. (${errorReference})`, desk)
    }
  }
}

/** Beside the message that was pressed, else by direct message. */
async function answer({ body, respond }: ActionArgs, text: string, desk: Desk): Promise<void> {
  if (body.response_url) await respond({ text, response_type: 'ephemeral', replace_original: false })
  else await tellPerson(body.user.id, text, desk)
}
