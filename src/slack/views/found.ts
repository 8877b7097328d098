import type { ModalView } from '@slack/types'
import type { Lead } from '../../lead/lead.ts'
import { input, textInput } from '../blocks/input.ts'
import { section } from '../blocks/layout.ts'
import { BLOCK_LIMITS } from '../blocks/limits.ts'
import { plain } from '../blocks/text.ts'
import { VIEWS } from '../ids.ts'
import { customersLead } from '../messages/customer-name.ts'

export const FOUND_FIELD = 'found-job'

/** *I found it in SingleOps*: the job's number is welcome and not needed. */
export function foundView(lead: Pick<Lead, 'id' | 'content'>): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.found,
    private_metadata: lead.id,
    title: plain('Found in SingleOps', BLOCK_LIMITS.modalTitle),
    submit: plain('It is there', BLOCK_LIMITS.modalButton),
    close: plain('Back', BLOCK_LIMITS.modalButton),
    blocks: [
      section({ text: `${customersLead(lead)} is then settled and won't be sent again.` }),
      input({
        blockId: FOUND_FIELD,
        label: 'Job number, if you see it',
        optional: true,
        element: textInput({ actionId: 'job', placeholder: '148830', maxLength: 20 }),
      }),
    ],
  }
}
