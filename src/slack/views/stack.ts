import type { ViewOutput, ViewResponseAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'

type Place = Pick<ViewOutput, 'id' | 'root_view_id' | 'previous_view_id'>

/** A stack of modals holds three. */
export function hasRoomAbove({ id, root_view_id, previous_view_id }: Place): boolean {
  return id === root_view_id || previous_view_id === root_view_id
}

/** Pushes a view where the stack has room, else puts it in the place of the one on top. */
export function putOnTop(current: Place, view: ModalView): ViewResponseAction {
  return { response_action: hasRoomAbove(current) ? 'push' : 'update', view }
}
