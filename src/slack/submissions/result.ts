import { leadId, userId } from '../../lead/ids.ts'
import { noteFailure } from '../failure.ts'
import { updatedFormOf } from '../form-view-of.ts'
import { fillLoading } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { loadingView, noticeView } from '../views/notice.ts'
import type { SubmitArgs } from './form.ts'

/**
 * *Next lead*: an empty form with the same operation. It takes the used form's place below, and the result closes, so that the stack of
 * modals does not grow from lead to lead.
 */
export function resultSubmitted(desk: Desk) {
  return async ({ ack, view, body }: SubmitArgs): Promise<void> => {
    try {
      const lead = await desk.findLead(leadId(view.private_metadata))
      const draft = await desk.intake.begin({
        taker: userId(body.user.id),
        wayIn: 'next-lead',
        ...(lead && { account: lead.account, entry: { operationId: lead.content.operation.id } }),
      })
      const updated = updatedFormOf(draft, desk)
      await desk.intake.keep({ ...draft, ...(updated && { prefilledByUpdate: updated.prefilled }) })
      const form = updated?.view ?? loadingView(draft.id, 'Reading the operations from SingleOps…')
      const below = view.previous_view_id
      const isBelow = below ? (await desk.views.update({ view_id: below }, form)).kind === 'shown' : false
      if (isBelow) await ack()
      else await ack({ response_action: 'update', view: { ...form, external_id: `form:${draft.id}` } })
      if (!updated) await fillLoading(draft, { view_id: isBelow && below ? below : view.id }, desk)
    } catch (error) {
      const errorReference = noteFailure(error, { view: view.callback_id }, desk)
      const text = `:warning: The next form could not be opened. The lead before is safe. Please type /lead. (${errorReference})`
      await ack({ response_action: 'update', view: noticeView({ title: 'New lead', text }) })
    }
  }
}
