import type { JsonObject } from '../../workspace/json.ts'

const GROUPS = [
  'radio_buttons',
  'checkboxes',
  'multi_static_select',
  'multi_users_select',
  'multi_channels_select',
  'multi_conversations_select',
]

/** Several inputs under one name. */
export function isGroup(element: JsonObject): boolean {
  return GROUPS.includes(String(element.type))
}
