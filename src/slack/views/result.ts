import type { KnownBlock, ModalView } from '@slack/types'
import type { LeadId } from '../../lead/ids.ts'
import type { Lead } from '../../lead/lead.ts'
import { isFinished } from '../../lead/lead.ts'
import { button } from '../blocks/button.ts'
import { actions, context, section } from '../blocks/layout.ts'
import { BLOCK_LIMITS } from '../blocks/limits.ts'
import { plain } from '../blocks/text.ts'
import { ACTIONS, VIEWS } from '../ids.ts'
import { explainState } from '../messages/explain-state.ts'
import { leadButtons } from '../messages/lead-buttons.ts'
import type { MessageContext } from '../messages/message.ts'

/** Updates reach the view under this id once it stands in the taker's modal. */
export function resultViewId(lead: LeadId): string {
  return `lead:${lead}`
}

/** The same as it was at one moment, without the id under which updates reach the taker's view: ids are unique in a workspace. */
export function decidedView(lead: Lead, ctx: MessageContext, notice?: string): ModalView {
  const { external_id: _, ...view } = resultView(lead, ctx, notice)
  return view
}

/**
 * Progress and result of a confirmed lead in one view, rendered from the lead as it is. Closing it closes everything below: nobody falls
 * back into a used form. Its submit is *Next lead*.
 */
export function resultView(lead: Lead, ctx: MessageContext, notice?: string): ModalView {
  const buttons = [
    ...leadButtons(lead, ctx.settings),
    ...(lead.state === 'delivered' ? [anotherSite(lead)] : []),
  ]
  const blocks: KnownBlock[] = [
    ...(notice ? [section({ text: plain(notice) })] : []),
    section({ blockId: 'state', text: explainState(lead, ctx) }),
    ...(buttons.length > 0 ? [actions(buttons, 'buttons')] : []),
    context([lead.reference], 'reference'),
  ]
  return {
    type: 'modal',
    callback_id: VIEWS.result,
    external_id: resultViewId(lead.id),
    private_metadata: lead.id,
    title: plain(TITLES[lead.state], BLOCK_LIMITS.modalTitle),
    submit: plain('Next lead', BLOCK_LIMITS.modalButton),
    close: plain(isFinished(lead.state) ? 'Done' : 'Close', BLOCK_LIMITS.modalButton),
    clear_on_close: true,
    blocks,
  }
}

const TITLES: Readonly<Record<Lead['state'], string>> = {
  unmatched: 'Saved',
  queued: 'Creating…',
  sending: 'Creating…',
  waiting: 'Kept',
  unsure: 'Not sure yet',
  refused: 'Refused',
  delivered: 'Created',
  discarded: 'Discarded',
}

function anotherSite(lead: Lead) {
  return button({ text: 'Another site for this client', actionId: ACTIONS.anotherSite, value: lead.id })
}
