import type { ClientSearch } from '../intake/search-clients.ts'
import type { Draft, ShownClient } from '../lead/draft.ts'
import { formViewOf } from './form-view-of.ts'
import type { Desk } from './parts.ts'
import type { ViewOutcome } from './view-calls.ts'

type Shown = Extract<ViewOutcome, { kind: 'shown' }>

/**
 * As soon as a number, an email or an address is known: says in the form what colleagues have begun or taken for the same, and looks for
 * the client, of whom a single strong one is offered in the place of an earlier one. Each update changes one block and goes with the hash:
 * where the person's own change was faster, it is dropped.
 */
export function followContact(draft: Draft, shown: ViewOutcome, desk: Desk): void {
  if (shown.kind !== 'shown') return
  remind(draft, shown, desk).catch((error: unknown) =>
    desk.log.warn({ err: error, draftId: draft.id }, 'own leads not recalled'),
  )
  const search = draft.chosenClient ? undefined : desk.intake.search(draft)
  search?.ended
    .then(async (found) => {
      const client = found.shown.find((one) => one.id === found.preselected)
      if (isOffered(client, draft.offered)) return
      // A search that was not answered in full says nothing against the client of the one before.
      if (!client && !found.complete) return
      // The submission says why.
      if ((await desk.refusalOf(draft.taker)) !== undefined) return
      await desk.inOrder(shown.viewId, () => offer(client, draft, search, shown, desk))
    })
    .catch((error: unknown) => desk.log.warn({ err: error, draftId: draft.id }, 'client not offered'))
}

async function remind(draft: Draft, shown: Shown, desk: Desk): Promise<void> {
  const recalled = await desk.intake.recall(draft)
  if (isSame(draft.recalled, recalled)) return
  if ((await desk.refusalOf(draft.taker)) !== undefined) return
  await desk.inOrder(shown.viewId, async () => {
    const latest = await desk.intake.findDraft(draft.id)
    if (latest?.state !== 'open' || isSame(latest.recalled, recalled)) return
    const view = formViewOf({ ...latest, recalled }, desk)
    if (!view) return
    await desk.intake.note(draft.id, { recalled })
    await desk.views.update({ view_id: shown.viewId }, view, shown.hash)
  })
}

/** Whether what the form says of its offer is still true; less than could be said is no reason to change the form under the person's hand. */
function isOffered(client: ShownClient | undefined, offered: ShownClient | undefined): boolean {
  if (!client || !offered) return client === offered
  return client.id === offered.id && offered.reasons.every((reason) => client.reasons.includes(reason))
}

/** Older leads are said in the next step only. */
function isSame(one: Draft['recalled'], other: Draft['recalled']): boolean {
  const ids = ({ leads = [], forms = [], elsewhere = [] }: Partial<NonNullable<Draft['recalled']>> = {}) =>
    [...leads, ...elsewhere].map(({ id, state }) => `${id} ${state}`).concat(forms.map(({ taker }) => taker))
  return ids(one).join() === ids(other).join()
}

/** Without a client, the one that is offered is taken back. */
async function offer(
  client: ShownClient | undefined,
  { id }: Draft,
  search: ClientSearch,
  shown: Shown,
  desk: Desk,
): Promise<void> {
  const latest = await desk.intake.findDraft(id)
  if (latest?.state !== 'open' || latest.chosenClient || desk.intake.search(latest) !== search) return
  const { offered: _, ...others } = latest
  const view = formViewOf({ ...others, ...(client && { offered: client }) }, desk)
  if (!view) return
  await desk.intake.note(id, { offered: client })
  await desk.views.update({ view_id: shown.viewId }, view, shown.hash)
}
