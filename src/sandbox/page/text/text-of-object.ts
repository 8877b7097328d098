import { isObject, type JsonValue } from '../../workspace/json.ts'
import { showEmoji } from './emoji.ts'

/** A text object where only characters can stand. */
export function textOfObject(value: JsonValue | undefined): string {
  return isObject(value) && typeof value.text === 'string' ? showEmoji(value.text) : ''
}
