import type { JsonObject, JsonValue } from '../json.ts'
import { hasInitialValue, initialValue, isStateful, stateEntry } from './element-states.ts'
import { placedElements } from './placed-elements.ts'

/** One stateful element as one person sees it. */
export type Field = {
  readonly block: JsonObject
  readonly element: JsonObject
  readonly blockId: string
  readonly actionId: string
  value: JsonValue
  touched: boolean
  /** Its initial value came with an update of a view that was already open. */
  readonly prefilledByUpdate: boolean
}
export type FieldSet = ReadonlyMap<string, Field>

export function fieldKey(blockId: string, actionId: string): string {
  return `${blockId}\u0000${actionId}`
}

/**
 * The fields of these blocks. A field that `previous` has under the same block and action id keeps its value, and its new initial value is
 * ignored; all others start from their initial value.
 */
export function buildFields(blocks: readonly JsonObject[], previous?: FieldSet): FieldSet {
  const fields = new Map<string, Field>()
  for (const { block, element } of placedElements(blocks)) {
    if (!isStateful(element)) continue
    const blockId = String(block.block_id)
    const actionId = String(element.action_id)
    const kept = previous?.get(fieldKey(blockId, actionId))
    const keeps = kept !== undefined && kept.element.type === element.type
    fields.set(fieldKey(blockId, actionId), {
      block,
      element,
      blockId,
      actionId,
      value: keeps ? kept.value : initialValue(element),
      touched: keeps && kept.touched,
      prefilledByUpdate: keeps ? kept.prefilledByUpdate : previous !== undefined && hasInitialValue(element),
    })
  }
  return fields
}

/** `state.values`; with `hidePrefilled`, values that only an update put there are reported as empty. */
export function stateValues(
  fields: FieldSet,
  hidePrefilled = false,
): Record<string, Record<string, JsonObject>> {
  const values: Record<string, Record<string, JsonObject>> = {}
  for (const field of fields.values()) {
    const hidden = hidePrefilled && field.prefilledByUpdate && !field.touched
    const block = values[field.blockId] ?? {}
    block[field.actionId] = stateEntry(field.element, hidden ? emptyLike(field.value) : field.value)
    values[field.blockId] = block
  }
  return values
}

function emptyLike(value: JsonValue): JsonValue {
  return Array.isArray(value) ? [] : null
}
