import { jobId, leadId, userId } from '../../lead/ids.ts'
import { present } from '../../lead/present.ts'
import { decisionView } from '../decide-lead.ts'
import { noteFailure } from '../failure.ts'
import type { Desk } from '../parts.ts'
import { FOUND_FIELD } from '../views/found.ts'
import type { SubmitArgs } from './form.ts'

/** The lead was found in SingleOps by a person. */
export function foundSubmitted(desk: Desk) {
  return async ({ ack, view, body }: SubmitArgs): Promise<void> => {
    const typed = view.state.values[FOUND_FIELD]?.job?.value?.replace(/^\s*#/u, '').trim() ?? ''
    if (typed && !/^\d+$/u.test(typed)) {
      const text = 'A job number has digits only, like 148830.'
      await ack({ response_action: 'errors', errors: { [FOUND_FIELD]: text } })
      return
    }
    try {
      const decided = await desk.decide(
        present({
          leadId: leadId(view.private_metadata),
          decision: 'found' as const,
          by: userId(body.user.id),
          jobId: typed ? jobId(typed) : undefined,
        }),
      )
      await ack({ response_action: 'update', view: decisionView(decided, userId(body.user.id), desk) })
    } catch (error) {
      const errorReference = noteFailure(error, { view: view.callback_id }, desk)
      const text = `Not saved. Please try again. (${errorReference})`
      await ack({ response_action: 'errors', errors: { [FOUND_FIELD]: text } })
    }
  }
}
