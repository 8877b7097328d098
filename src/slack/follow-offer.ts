import type { ClientSearch } from '../intake/search-clients.ts'
import type { Draft, ShownClient } from '../lead/draft.ts'
import type { Desk } from './parts.ts'
import type { ViewOutcome } from './view-calls.ts'
import { leadForm } from './views/form/lead-form.ts'

/**
 * Looks for the client as soon as a number or email is known, and offers a single strong one in the form. The update adds one block and
 * goes with the hash: where the person's own change was faster, it is dropped.
 */
export function followOffer(draft: Draft, shown: ViewOutcome, desk: Desk): void {
  if (shown.kind !== 'shown' || draft.chosenClient) return
  const search = desk.intake.search(draft)
  if (!search) return
  search.ended
    .then((found) => {
      const client = found.shown.find((one) => one.id === found.preselected)
      if (!client || client.id === draft.offered?.id) return
      return desk.inOrder(shown.viewId, () => offer(client, draft, search, shown, desk))
    })
    .catch((error: unknown) => desk.log.warn({ err: error, draftId: draft.id }, 'client not offered'))
}

async function offer(
  client: ShownClient,
  { id }: Draft,
  search: ClientSearch,
  shown: { readonly viewId: string; readonly hash: string },
  desk: Desk,
): Promise<void> {
  const latest = await desk.intake.findDraft(id)
  if (latest?.state !== 'open' || latest.chosenClient || desk.intake.search(latest) !== search) return
  const model = desk.intake.describe({ ...latest, offered: client })
  if (!model) return
  await desk.intake.note(id, { offered: client })
  await desk.views.update({ view_id: shown.viewId }, leadForm(model), shown.hash)
}
