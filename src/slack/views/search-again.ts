import type { ModalView } from '@slack/types'
import type { Draft } from '../../lead/draft.ts'
import { input, textInput } from '../blocks/input.ts'
import { BLOCK_LIMITS } from '../blocks/limits.ts'
import { plain } from '../blocks/text.ts'
import { VIEWS } from '../ids.ts'

export const SEARCH_AGAIN_FIELDS = { phone: 'other-phone', email: 'other-email' } as const

/** Another number or email to search by; what was entered in the form stays as it is. */
export function searchAgainView(draft: Pick<Draft, 'id'>, isPushed: boolean): ModalView {
  return {
    type: 'modal',
    callback_id: isPushed ? VIEWS.searchAgain : VIEWS.searchAgainHere,
    private_metadata: draft.id,
    title: plain('Search again', BLOCK_LIMITS.modalTitle),
    submit: plain('Search', BLOCK_LIMITS.modalButton),
    close: plain('Back', BLOCK_LIMITS.modalButton),
    blocks: [
      input({
        blockId: SEARCH_AGAIN_FIELDS.phone,
        label: 'Another number',
        optional: true,
        element: textInput({ actionId: 'phone', placeholder: '770-555-0123', maxLength: 64 }),
      }),
      input({
        blockId: SEARCH_AGAIN_FIELDS.email,
        label: 'Another email',
        optional: true,
        element: { type: 'email_text_input', action_id: 'email' },
      }),
    ],
  }
}
