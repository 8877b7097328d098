import { isObject, type JsonObject, objectsOf, textOf } from '../../workspace/json.ts'
import type { WorkspaceState } from '../api/workspace-api.ts'

export type Author = { readonly name: string; readonly isApp: boolean }

/** Who a message is shown to be from. */
export function authorOf(message: JsonObject, state: WorkspaceState): Author {
  const known = state.users.find(({ id }) => id === message.user)
  if (known) return { name: known.real_name, isApp: false }
  if (message.display_as_bot === true) {
    const [file] = objectsOf(message.files)
    return { name: textOf(file?.username) ?? 'Slackbot', isApp: true }
  }
  const profile = isObject(message.bot_profile) ? textOf(message.bot_profile.name) : undefined
  return { name: profile ?? state.offers.name, isApp: true }
}
