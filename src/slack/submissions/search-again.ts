import { draftId } from '../../lead/ids.ts'
import { parsePhone } from '../../lead/phone.ts'
import { present } from '../../lead/present.ts'
import { noteFailure } from '../failure.ts'
import { followMatch } from '../follow-match.ts'
import { VIEWS } from '../ids.ts'
import { matchViewOf } from '../match-view-of.ts'
import type { Desk } from '../parts.ts'
import { SEARCH_AGAIN_FIELDS } from '../views/search-again.ts'
import type { SubmitArgs } from './form.ts'

/** Another number or email: the match view below is set to searching, and this view closes. */
export function searchAgainSubmitted(desk: Desk) {
  return async ({ ack, view }: SubmitArgs): Promise<void> => {
    const { phone: phoneBlock, email: emailBlock } = SEARCH_AGAIN_FIELDS
    const typed = view.state.values[phoneBlock]?.phone?.value ?? ''
    const email = view.state.values[emailBlock]?.email?.value ?? undefined
    try {
      const draft = await desk.intake.findDraft(draftId(view.private_metadata))
      if (!draft) {
        await ack()
        return
      }
      const { country, areaCode } = desk.intake.account(draft.account)
      const phone = parsePhone(typed, { country, areaCode })
      if (phone.kind === 'impossible') {
        await ack({ response_action: 'errors', errors: { [phoneBlock]: phone.reason } })
        return
      }
      if (phone.kind === 'empty' && !email) {
        await ack({
          response_action: 'errors',
          errors: { [phoneBlock]: 'Please enter a number or an email.' },
        })
        return
      }
      const by = present({ phone: phone.kind === 'phone' ? phone.number : undefined, email })
      const again = await desk.intake.searchAgain(draft.id, by)
      if (!again) {
        await ack()
        return
      }
      const searching = matchViewOf(again.draft, desk, { isSearching: true })
      if (view.callback_id === VIEWS.searchAgain && view.previous_view_id) {
        await ack()
        await desk.views.updateAwaited({ view_id: view.previous_view_id }, searching)
      } else {
        await ack({ response_action: 'update', view: searching })
      }
      await followMatch(again.draft, again.search, desk)
    } catch (error) {
      const errorReference = noteFailure(error, { view: view.callback_id }, desk)
      await ack({
        response_action: 'errors',
        errors: { [phoneBlock]: `The search could not begin. Please try again. (${errorReference})` },
      })
    }
  }
}
