import type { ViewOutput } from '@slack/bolt'
import type { Choice } from '../../intake/client-choice.ts'
import type { Draft } from '../../lead/draft.ts'
import { clientId, draftId, userId } from '../../lead/ids.ts'
import { confirmAndShow } from '../confirm.ts'
import { noteFailure } from '../failure.ts'
import { ACTIONS } from '../ids.ts'
import type { Desk } from '../parts.ts'
import { choiceBlockId, initialChoice, NEW_CLIENT } from '../views/match.ts'
import { noticeView } from '../views/notice.ts'
import type { SubmitArgs } from './form.ts'

/** The client was chosen: this confirms the lead. What comes back is progress and result in one view. */
export function matchSubmitted(desk: Desk) {
  return async ({ ack, view, body }: SubmitArgs): Promise<void> => {
    const draft = await findDraft(view, desk)
    if (!draft) {
      await ack({ response_action: 'update', view: LOST })
      return
    }
    const choice = readChoice(view, draft)
    const shown = { ...draft, revision: shownRevision(view) }
    await ack({
      response_action: 'update',
      view: await confirmAndShow(shown, choice, userId(body.user.id), desk),
    })
  }
}

const LOST = noticeView({
  title: 'Not taken',
  text: ":warning: *NOT taken*: Leadhand can't read what was entered right now. *Home* lists it under _Begun and not sent_ as soon as that works again.",
})

async function findDraft(view: ViewOutput, desk: Desk): Promise<Draft | undefined> {
  try {
    const draft = await desk.intake.findDraft(draftId(view.private_metadata))
    return draft?.prepared ? draft : undefined
  } catch (error) {
    noteFailure(error, { view: view.callback_id }, desk)
    return undefined
  }
}

/** Which revision the view showed stands in its external id; the person answered to that one. */
function shownRevision(view: ViewOutput): number {
  return Number(view.external_id?.split(':')[1])
}

function readChoice(view: ViewOutput, draft: Draft): Choice {
  const block = view.state.values[choiceBlockId({ revision: shownRevision(view) })]
  if (!block) return { kind: 'new' }
  // What an update had ticked may be missing although the person saw it ticked.
  const value = block[ACTIONS.choice]?.selected_option?.value ?? initialChoice(draft)
  if (value === undefined || value === NEW_CLIENT) return { kind: 'new' }
  return { kind: 'existing', id: clientId(value) }
}
