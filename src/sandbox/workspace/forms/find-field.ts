import { CannotDoError } from '../errors.ts'
import { isObject, type JsonObject, type JsonValue, textOf } from '../json.ts'
import type { Field, FieldSet } from './field-set.ts'

/** The one field that a person would mean by this label, block id or, outside input blocks, action id or placeholder; `block id/action id` is exact. */
export function findField(fields: FieldSet, name: string): Field {
  const all = [...fields.values()]
  const exact = all.find(({ blockId, actionId }) => name === `${blockId}/${actionId}`)
  if (exact) return exact
  const byName = all.filter((field) => namesOf(field).includes(name))
  const found = byName.length > 0 ? byName : all.filter((field) => field.actionId === name)
  const [only] = found
  if (only && found.length === 1) return only
  const offered = all.map((field) => namesOf(field)[0]).join(' · ')
  if (found.length > 0) throw new CannotDoError(`"${name}" fits ${found.length} fields.`)
  throw new CannotDoError(`There is no field "${name}". There are: ${offered || 'none'}.`, 'no_such_field')
}

function namesOf({ block, element, blockId, actionId }: Field): string[] {
  const names =
    block.type === 'input'
      ? [captionOf(block.label), blockId]
      : [captionOf(element.placeholder), captionOf(block.text), blockId, actionId]
  return names.flatMap((name) => name ?? [])
}

function captionOf(value: JsonValue | undefined): string | undefined {
  return isObject(value) ? textOf(value.text) : undefined
}

/** The options written into a select, radio or checkbox element, groups flattened. */
export function writtenOptions(element: JsonObject): JsonObject[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups.filter(isObject) : []
  const lists = [element, ...groups].map((holder) => holder.options)
  return lists.flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []))
}

/** The option with this text or value. */
export function findOption(options: readonly JsonObject[], wanted: string): JsonObject | undefined {
  const found =
    options.filter((option) => option.value === wanted).length > 0
      ? options.filter((option) => option.value === wanted)
      : options.filter((option) => captionOf(option.text) === wanted)
  if (found.length > 1) throw new CannotDoError(`"${wanted}" fits ${found.length} options.`)
  return found[0]
}

export function optionCaption(option: JsonObject): string {
  return captionOf(option.text) ?? ''
}
