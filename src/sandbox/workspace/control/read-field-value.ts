import { CannotDoError } from '../errors.ts'
import { isObject, type JsonValue, objectsOf, textOf } from '../json.ts'
import type { ClickTarget, FieldValue, FileSeed, Surface } from '../user-actions.ts'

/** A field's value from JSON; `{"instant": "2027-01-02T08:00:00Z"}` stands for a `Date`. */
export function readFieldValue(value: JsonValue): FieldValue {
  if (Array.isArray(value)) return value.map(readItem)
  if (!isObject(value)) return value
  if (typeof value.instant === 'string') return new Date(value.instant)
  if (Array.isArray(value.files)) return { files: objectsOf(value.files).map(readFile) }
  const option = textOf(value.option)
  if (option === undefined)
    throw new CannotDoError('A value is a text, a number, an option, files or an instant.')
  const typed = textOf(value.typed)
  return typed === undefined ? { option } : { option, typed }
}

function readItem(item: JsonValue): string | { option: string } {
  return isObject(item) ? { option: String(item.option) } : String(item)
}

function readFile(file: { [key: string]: JsonValue }): FileSeed {
  const mimetype = textOf(file.mimetype)
  const base64 = textOf(file.base64)
  const content = base64 === undefined ? textOf(file.content) : Buffer.from(base64, 'base64')
  return {
    name: String(file.name),
    ...(mimetype === undefined ? {} : { mimetype }),
    ...(content === undefined ? {} : { content }),
  }
}

/** `"modal"`, `"home"` or `{"message": {"channel", "ts"}}`; undefined for anything else. */
export function readSurface(value: JsonValue | undefined): Surface | undefined {
  if (value === 'modal' || value === 'home') return value
  const message = isObject(value) ? value.message : undefined
  return isObject(message)
    ? { message: { channel: String(message.channel), ts: String(message.ts) } }
    : undefined
}

export function readClickTarget(value: JsonValue | undefined): ClickTarget {
  if (typeof value === 'string') return value
  const actionId = isObject(value) ? textOf(value.action_id) : undefined
  if (!isObject(value) || actionId === undefined)
    throw new CannotDoError('A target is a caption or has an action_id.')
  const blockId = textOf(value.block_id)
  const option = textOf(value.option)
  return {
    action_id: actionId,
    ...(blockId === undefined ? {} : { block_id: blockId }),
    ...(option === undefined ? {} : { option }),
  }
}
