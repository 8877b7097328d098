import type { JsonObject } from '../../workspace/json.ts'

const GROUPS = ['radio_buttons', 'checkboxes']

/** Several inputs under one name. */
export function isGroup(element: JsonObject): boolean {
  return GROUPS.includes(String(element.type))
}
