import type { Outcome } from '../api.ts'
import { stateEntry } from '../forms/element-states.ts'
import type { Field } from '../forms/field-set.ts'
import { copyOf, isObject, type JsonObject } from '../json.ts'
import { actionTs, interactionPayload } from '../payloads.ts'
import { type Person, requireInteractivity, toOutcome } from './person.ts'
import { type Scene, scenePayload } from './scene.ts'

/** Sends one block action; `result` is what the element adds to its ids. */
export async function sendAction(
  person: Person,
  scene: Scene,
  place: { block: JsonObject; element: JsonObject },
  result: JsonObject,
): Promise<Outcome> {
  requireInteractivity(person)
  const { user, parts } = person
  const rootViewId = scene.kind === 'view' && scene.view.type === 'modal' ? scene.view.rootId : undefined
  const payload: JsonObject = {
    ...interactionPayload('block_actions', user, parts),
    trigger_id: parts.triggers.issue(user.id, rootViewId),
    ...scenePayload(scene, person, true),
    actions: [
      {
        type: String(place.element.type),
        action_id: String(place.element.action_id),
        block_id: String(place.block.block_id),
        ...result,
        action_ts: actionTs(parts.clock),
      },
    ],
  }
  return toOutcome(await parts.deliver({ kind: 'block_actions', what: 'block_actions', payload }))
}

/** A field's value with the presets and placeholder that Slack repeats. */
export function fieldResult({ element, value }: Field): JsonObject {
  const { type: _type, ...entry } = stateEntry(element, value)
  const echoed = Object.entries(element).filter(
    ([key]) => key === 'placeholder' || key.startsWith('initial_'),
  )
  return { ...entry, ...copyOf(Object.fromEntries(echoed)) }
}

/** Whether a change of this field tells the app; `on` is what the person did with a text field. */
export function dispatches(
  { block, element }: Field,
  on: 'on_character_entered' | 'on_enter_pressed' = 'on_character_entered',
): boolean {
  if (block.type === 'input' && block.dispatch_action !== true) return false
  if (!isTypedInto(element)) return true
  const config = isObject(element.dispatch_action_config) ? element.dispatch_action_config : {}
  const triggers = Array.isArray(config.trigger_actions_on) ? config.trigger_actions_on : ['on_enter_pressed']
  return triggers.includes(on)
}

const TYPED_INTO = [
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
]

export function isTypedInto(element: JsonObject): boolean {
  return TYPED_INTO.includes(String(element.type))
}
