import { inboxId, userId } from '../../lead/ids.ts'
import { chosenValue } from '../actions/form.ts'
import { onPress, publishHome } from '../home/home-events.ts'
import { openForm } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { noticeView } from '../views/notice.ts'
import { aboveForm } from './above-form.ts'

/** *Create lead* under a message or on Home: the form, filled in from what was stored. Nothing is fetched between click and form. */
export function leadBegun(desk: Desk) {
  return onPress(desk, async (args) => {
    const { user, trigger_id: triggerId } = args.body
    const taker = userId(user.id)
    const begun = await desk.inbox.begin(inboxId(chosenValue(args)), taker)
    if (!begun?.extraction) {
      await desk.views.open(
        triggerId,
        noticeView({
          title: 'Not here any more',
          text: 'What this message said is not kept any more. If the message is still there, use *Create lead* in its menu.',
        }),
      )
      return
    }
    const { before, extraction } = begun
    const { channel, ts, said } = before
    const lead = before.leadId && (await desk.findLead(before.leadId))
    const lacksFile = said?.needsFile !== undefined
    const above = aboveForm({ earlier: lead, before, extraction, lacksFile, taker }, desk)
    await openForm(
      {
        taker,
        wayIn: said?.input.kind === 'email' ? 'email' : 'message',
        channel,
        extraction,
        source: { channel, ts },
        ...(above && { notice: above }),
      },
      { kind: 'trigger', triggerId },
      desk,
    )
  })
}

/** *Not a lead*: the job brings the reply up to date. */
export function messageDismissed(desk: Desk) {
  return onPress(desk, async (args) => {
    const { user, response_url: canAnswer } = args.body
    const isDone = await desk.inbox.dismiss(inboxId(chosenValue(args)), userId(user.id))
    if (isDone || !canAnswer) return
    const text = 'A lead was made of it, or the message was deleted in the meantime.'
    await args.respond({ text, response_type: 'ephemeral', replace_original: false })
  })
}

/** *None of these is a lead* on Home; the value holds the messages that were shown. */
export function shownDismissed(desk: Desk) {
  return onPress(desk, async (args) => {
    const { user } = args.body
    for (const id of chosenValue(args).split(' ').filter(Boolean)) {
      await desk.inbox.dismiss(inboxId(id), userId(user.id))
    }
    await publishHome(user.id, desk)
  })
}
