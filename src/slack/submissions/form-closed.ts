import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewClosedAction } from '@slack/bolt'
import { draftId, inboxId } from '../../lead/ids.ts'
import { noteFailure } from '../failure.ts'
import type { Desk } from '../parts.ts'

/** A form about a message was closed without a lead: nobody enters that message now. Nobody waits for an answer. */
export function formClosed(desk: Desk) {
  return async ({
    ack,
    view,
  }: SlackViewMiddlewareArgs<ViewClosedAction> & AllMiddlewareArgs): Promise<void> => {
    await ack()
    try {
      const draft = await desk.intake.findDraft(draftId(view.private_metadata))
      if (!draft?.source || draft.state === 'confirmed') return
      await desk.inbox.leave(inboxId(draft.source), draft.taker)
    } catch (error) {
      noteFailure(error, { view: view.callback_id }, desk)
    }
  }
}
