import { isObject, type JsonObject, type JsonValue, objectsOf } from '../../workspace/json.ts'
import { textOfObject } from '../text/text-of-object.ts'

export type Choice = { readonly text: string; readonly value: string; readonly description: string }
/** Slack asks the app from the third character on, unless the element says otherwise. */
const MIN_QUERY_LENGTH = 3

export function minQueryLength(element: JsonObject): number {
  return Number(element.min_query_length ?? MIN_QUERY_LENGTH)
}

/** A choice as it stands in `state.values`. */
export function toOption({ text, value }: { text: string; value: string }): JsonObject {
  return { text: { type: 'plain_text', text }, value }
}

export function searchIn<One extends { text: string }>(choices: readonly One[], typed: string): One[] {
  return choices.filter(({ text }) => text.toLowerCase().includes(typed.trim().toLowerCase()))
}

export type ChoiceGroup = { readonly label: string; readonly choices: readonly Choice[] }

export function toChoice(option: JsonObject): Choice {
  return {
    text: textOfObject(option.text),
    value: String(option.value),
    description: textOfObject(option.description),
  }
}

/** The options written into an element; those without a group come under an empty label. */
export function choiceGroups(element: JsonObject): ChoiceGroup[] {
  const loose = objectsOf(element.options).map(toChoice)
  const groups = objectsOf(element.option_groups).map((group) => ({
    label: textOfObject(group.label),
    choices: objectsOf(group.options).map(toChoice),
  }))
  return loose.length > 0 ? [{ label: '', choices: loose }, ...groups] : groups
}

export function chosenValues(value: JsonValue): string[] {
  return (Array.isArray(value) ? objectsOf(value) : isObject(value) ? [value] : []).map((option) =>
    String(option.value),
  )
}
