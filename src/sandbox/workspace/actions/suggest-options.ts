import { CannotDoError } from '../errors.ts'
import { completeTexts } from '../forms/complete-blocks.ts'
import type { Field } from '../forms/field-set.ts'
import { findField, optionCaption } from '../forms/find-field.ts'
import { copyOf, isObject, type JsonObject, type JsonValue, objectsOf } from '../json.ts'
import { interactionPayload } from '../payloads.ts'
import type { Surface } from '../user-actions.ts'
import { validateOptions } from '../validate/validate-options.ts'
import { failureOf, type Person } from './person.ts'
import { type Scene, sceneKey, sceneOf, scenePayload } from './scene.ts'

/** Slack asks the app from the third character on, unless the element says otherwise. */
const DEFAULT_MIN_QUERY_LENGTH = 3

/** See `UserActions.options`. */
export async function suggestOptions(
  person: Person,
  fieldName: string,
  typed: string,
  where?: Surface,
): Promise<{ text: string; value: string }[]> {
  const scene = sceneOf(person, where)
  const options = await askForOptions(person, scene, findField(scene.fields, fieldName), typed)
  return options.map((option) => ({ text: optionCaption(option), value: String(option.value) }))
}

export async function askForOptions(
  person: Person,
  scene: Scene,
  field: Field,
  typed: string,
): Promise<JsonObject[]> {
  const { element, blockId, actionId } = field
  if (!String(element.type).endsWith('external_select')) {
    throw new CannotDoError(`${blockId} is a ${String(element.type)}, which asks nobody for options.`)
  }
  if (typed.length < Number(element.min_query_length ?? DEFAULT_MIN_QUERY_LENGTH)) return []
  const { user, parts } = person
  const payload: JsonObject = {
    ...interactionPayload('block_suggestion', user, parts),
    ...scenePayload(scene, person, false),
    block_id: blockId,
    action_id: actionId,
    value: typed,
  }
  const result = await parts.deliver({ kind: 'block_suggestion', what: 'block_suggestion', payload })
  if (!result.ok) throw new CannotDoError(`The options of ${blockId} did not come: ${failureOf(result)}.`)
  const options = offered(result.body)
  person.suggestions.set(sceneKey(scene, blockId, actionId), options)
  parts.changes.emit()
  return options
}

function offered(body: JsonValue | undefined): JsonObject[] {
  const problems = validateOptions(body)
  const [problem] = problems
  if (problem || !isObject(body)) {
    throw new CannotDoError(`The options are not what Slack takes: ${problem?.message} ${problem?.pointer}`)
  }
  const complete = copyOf(body)
  completeTexts(complete)
  return [complete, ...objectsOf(complete.option_groups)].flatMap((holder) => objectsOf(holder.options))
}
