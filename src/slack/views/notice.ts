import type { ModalView } from '@slack/types'
import { button } from '../blocks/button.ts'
import { actions, section } from '../blocks/layout.ts'
import { BLOCK_LIMITS } from '../blocks/limits.ts'
import { plain } from '../blocks/text.ts'
import { ACTIONS, VIEWS } from '../ids.ts'

/** A view that only says something, with nothing to fill in. `tryAgain`: id of the draft whose form should be tried again. */
export function noticeView(parts: {
  readonly title: string
  /** mrkdwn. */
  readonly text: string
  readonly draftId?: string
  readonly tryAgain?: boolean
}): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.notice,
    ...(parts.draftId && { private_metadata: parts.draftId }),
    title: plain(parts.title, BLOCK_LIMITS.modalTitle),
    close: plain('Close', BLOCK_LIMITS.modalButton),
    blocks: [
      section({ blockId: 'notice', text: parts.text }),
      ...(parts.tryAgain && parts.draftId
        ? [
            actions(
              [button({ text: 'Try again', actionId: ACTIONS.reload, value: parts.draftId })],
              'try-again',
            ),
          ]
        : []),
    ],
  }
}

/** Stands until the form can be shown. No inputs: an update can't eat what nobody could type. */
export function loadingView(draftId: string, text: string): ModalView {
  return { ...noticeView({ title: 'New lead', text, draftId }), callback_id: VIEWS.loading }
}

/** A view was answered of which nothing is kept any more. */
export const FORGOTTEN = noticeView({
  title: 'Not taken',
  text: ':warning: *NOT taken*: this form is not known any more. Please enter the lead again.',
})
