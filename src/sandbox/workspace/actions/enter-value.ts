import { CannotDoError } from '../errors.ts'
import { emptyValue, stateKey } from '../forms/element-states.ts'
import type { Field } from '../forms/field-set.ts'
import { findOption, optionCaption, writtenOptions } from '../forms/find-field.ts'
import { zonedParts, zonedSeconds } from '../forms/zoned-time.ts'
import { isObject, type JsonObject, type JsonValue, objectsOf } from '../json.ts'
import type { FieldValue } from '../user-actions.ts'
import type { Person } from './person.ts'
import { type Scene, sceneKey } from './scene.ts'
import { askForOptions } from './suggest-options.ts'
import { storeUploads } from './upload-files.ts'

/** What the element holds after a person entered this; throws when the element does not take it. */
export async function enteredValue(
  person: Person,
  scene: Scene,
  field: Field,
  value: FieldValue,
): Promise<JsonValue> {
  const { element } = field
  if (value === null) return emptyValue(element)
  const refuse = (): never => {
    throw new CannotDoError(
      `${field.blockId} (${String(element.type)}) does not take ${JSON.stringify(value)}.`,
    )
  }
  switch (stateKey(element)) {
    case 'value':
      return typeof value === 'string' || typeof value === 'number'
        ? typedInto(element, String(value))
        : refuse()
    case 'rich_text_value':
      if (value === '') return null
      return typeof value === 'string' ? richText(value) : refuse()
    case 'selected_date':
      return dateText(value, person, 'date', /^\d{4}-\d{2}-\d{2}$/u) ?? refuse()
    case 'selected_time':
      return dateText(value, person, 'time', /^\d{2}:\d{2}$/u) ?? refuse()
    case 'selected_date_time':
      return seconds(value, person) ?? refuse()
    case 'files':
      return isFiles(value) ? storeUploads(person, value.files).map((file) => file.shared) : refuse()
    case 'selected_option':
      return oneOption(person, scene, field, value)
    case 'selected_options':
      return severalOptions(person, scene, field, value)
    default:
      return chosenIds(person, field, value)
  }
}

/** A one-line field turns line breaks into spaces, as pasting does. */
function typedInto(element: JsonObject, value: string): string {
  return element.type === 'plain_text_input' && element.multiline === true
    ? value
    : value.replace(/\s*\n\s*/gu, ' ')
}

function richText(text: string): JsonObject {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  }
}

function dateText(
  value: FieldValue,
  { user }: Person,
  part: 'date' | 'time',
  form: RegExp,
): string | undefined {
  if (value instanceof Date) return zonedParts(value, user.tz)[part]
  return typeof value === 'string' && form.test(value) ? value : undefined
}

function seconds(value: FieldValue, { user }: Person): number | undefined {
  if (value instanceof Date) return Math.floor(value.getTime() / 1000)
  if (typeof value === 'number') return value
  return typeof value === 'string' ? zonedSeconds(value, user.tz) : undefined
}

function isFiles(value: FieldValue): value is Extract<FieldValue, { files: unknown }> {
  return typeof value === 'object' && value !== null && 'files' in value
}

async function oneOption(person: Person, scene: Scene, field: Field, value: FieldValue): Promise<JsonObject> {
  const wanted = wish(value)
  if (!wanted) throw new CannotDoError(`${field.blockId} takes one option.`)
  const offered = await optionsOf(person, scene, field, wanted)
  const option = findOption(offered, wanted.option)
  if (option) return option
  throw new CannotDoError(
    `${field.blockId} has no option "${wanted.option}". It has: ${offered.map(optionCaption).join(' · ') || 'none'}.`,
  )
}

async function severalOptions(
  person: Person,
  scene: Scene,
  field: Field,
  value: FieldValue,
): Promise<JsonObject[]> {
  if (typeof value === 'boolean') return value ? writtenOptions(field.element) : []
  const chosen: JsonObject[] = []
  for (const item of Array.isArray(value) ? value : [value])
    chosen.push(await oneOption(person, scene, field, item))
  return chosen
}

type Wish = { readonly option: string; readonly typed?: string }

function wish(value: FieldValue): Wish | undefined {
  if (typeof value === 'string' || typeof value === 'number') return { option: String(value) }
  return typeof value === 'object' && value !== null && 'option' in value ? value : undefined
}

async function optionsOf(person: Person, scene: Scene, field: Field, wanted: Wish): Promise<JsonObject[]> {
  const { element, blockId, actionId } = field
  if (!String(element.type).endsWith('external_select')) return writtenOptions(element)
  const held = Array.isArray(field.value)
    ? objectsOf(field.value)
    : isObject(field.value)
      ? [field.value]
      : []
  const known = [...(person.suggestions.get(sceneKey(scene, blockId, actionId)) ?? []), ...held]
  if (wanted.typed === undefined && findOption(unique(known), wanted.option)) return unique(known)
  return askForOptions(person, scene, field, wanted.typed ?? wanted.option)
}

function unique(options: readonly JsonObject[]): JsonObject[] {
  return [...new Map(options.map((option) => [String(option.value), option])).values()]
}

/** People and channels, by name or id. */
function chosenIds({ parts }: Person, { element, blockId }: Field, value: FieldValue): JsonValue {
  const idOf = (item: unknown): string => {
    const ref = String(item)
    const user = parts.directory.user(ref)
    const channel = parts.directory.channel(ref)
    const found = String(element.type).includes('users')
      ? user
      : String(element.type).includes('channels')
        ? channel
        : (channel ?? user)
    if (!found) throw new CannotDoError(`${blockId} has nobody and nothing called "${ref}".`)
    return found.id
  }
  if (!String(element.type).startsWith('multi_')) return idOf(value)
  return (Array.isArray(value) ? value : [value]).map(idOf)
}
