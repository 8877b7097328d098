import { CannotDoError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { interactionPayload, viewForApp } from '../payloads.ts'
import type { LiveView } from '../views/live-view.ts'
import type { Person } from './person.ts'

/** See `UserActions.cancel`. */
export async function cancelView(person: Person): Promise<void> {
  const { parts } = person
  const view = openView(person)
  if (view.definition.clear_on_close === true) return closeWholeStack(person)
  const payload = closedPayload(person, view, false)
  parts.views.close(view)
  await tellClosed(person, view, payload)
}

/** See `UserActions.closeAll`. */
export async function closeWholeStack(person: Person): Promise<void> {
  const { user, parts } = person
  openView(person)
  const root = parts.views.stackOf(user.id)[0]
  if (!root) return
  const payload = closedPayload(person, root, true)
  parts.views.closeAll(user.id)
  await tellClosed(person, root, payload)
}

function openView({ user, parts }: Person): LiveView {
  const view = parts.views.topOf(user.id)
  if (!view) throw new CannotDoError(`${user.name} sees no modal.`)
  return view
}

async function tellClosed({ parts }: Person, view: LiveView, payload: JsonObject): Promise<void> {
  if (view.definition.notify_on_close !== true) return
  await parts.deliver({ kind: 'view_closed', what: 'view_closed', payload })
}

function closedPayload({ user, parts }: Person, view: LiveView, isCleared: boolean): JsonObject {
  return {
    ...interactionPayload('view_closed', user, parts),
    // What was typed is not told: Slack leaves the state empty here.
    view: { ...viewForApp(view, parts), state: { values: {} } },
    is_cleared: isCleared,
  }
}
