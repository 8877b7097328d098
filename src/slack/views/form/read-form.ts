import type { ViewOutput, ViewStateValue } from '@slack/bolt'
import { asShown } from '../../../intake/name-and-address.ts'
import type { Draft, Entry, FollowUpEntry, FollowUpKind } from '../../../lead/draft.ts'
import { FOLLOW_UPS } from '../../../lead/draft.ts'
import { type AccountKey, accountKey, operationId } from '../../../lead/ids.ts'
import { blockIdOf, fieldOf } from './field-ids.ts'

export type FormState = Pick<ViewOutput, 'state'>

/**
 * What the form says. A field that is not shown keeps the draft's value. Null means cleared, but where an update put the value in:
 * Slack may leave such a value out until the person touches it.
 */
export function readForm({ state }: FormState, draft: Draft): Entry {
  let entry: Entry = draft.entry
  const shown = new Set<string>()
  for (const [blockId, elements] of Object.entries(state.values)) {
    const [value] = Object.values(elements)
    if (!value || isOutdated(blockId, draft)) continue
    shown.add(fieldOf(blockId))
    entry = withField(entry, fieldOf(blockId), enteredText(value) ?? draft.prefilledByUpdate?.[blockId])
  }
  return asShown(entry, shown)
}

/** The fields that `readForm` takes from what an update had put in, because Slack did not send them back. */
export function fieldsFromMessage({ state }: FormState, draft: Draft): string[] {
  return Object.entries(state.values).flatMap(([blockId, elements]) => {
    const [value] = Object.values(elements)
    const isMissing = value && !isOutdated(blockId, draft) && enteredText(value) === undefined
    return isMissing && draft.prefilledByUpdate?.[blockId] !== undefined ? [fieldOf(blockId)] : []
  })
}

// What was pressed before our last update arrived still shows the field as it was before it was filled anew.
function isOutdated(blockId: string, draft: Draft): boolean {
  const field = fieldOf(blockId)
  return Boolean(draft.editions?.[field]) && blockId !== blockIdOf(draft, field)
}

/** The account that is chosen in the form; undefined where there is no choice. */
export function readAccount({ state }: FormState): AccountKey | undefined {
  for (const [blockId, elements] of Object.entries(state.values)) {
    const [value] = Object.values(elements)
    const chosen = value && fieldOf(blockId) === 'account' ? enteredText(value) : undefined
    if (chosen) return accountKey(chosen)
  }
  return undefined
}

function withField(entry: Entry, field: string, value: string | undefined): Entry {
  if (field.startsWith('custom:')) {
    return { ...entry, customValues: replace(entry.customValues ?? {}, field.slice('custom:'.length), value) }
  }
  switch (field) {
    case 'account':
      return entry
    case 'operation':
      return replace(entry, 'operationId', value === undefined ? undefined : operationId(value))
    case 'rest':
      return entry.rest ? { ...entry, rest: { ...entry.rest, send: value === 'true' } } : entry
    case 'followUp':
      return withFollowUp(entry, { kind: FOLLOW_UPS.find((kind) => kind === value) ?? 'none' })
    case 'when':
    case 'date':
    case 'time':
    case 'stopTime':
    case 'occurrence':
      return withFollowUp(entry, { [field]: value })
    case 'allDay':
      return withFollowUp(entry, { allDay: value === 'true' })
    case 'taskName':
      return withFollowUp(entry, { name: value })
    case 'taskNotes':
      return withFollowUp(entry, { notes: value })
    default:
      return replace(entry, field, value)
  }
}

type FollowUpChange = { kind?: FollowUpKind } & { [Key in keyof FollowUpEntry]?: unknown }

function withFollowUp(entry: Entry, change: FollowUpChange): Entry {
  let followUp: FollowUpEntry = entry.followUp ?? { kind: 'none' }
  for (const [key, value] of Object.entries(change)) followUp = replace(followUp, key, value)
  return { ...entry, followUp }
}

function replace<Fields extends object>(fields: Fields, key: string, value: unknown): Fields {
  const { [key as keyof Fields]: _, ...rest } = fields
  return (value === undefined ? rest : { ...rest, [key]: value }) as Fields
}

/** One text for whatever an element holds; several options stand on a line each. Undefined when it is empty. */
export function enteredText(value: ViewStateValue): string | undefined {
  const text =
    value.value ??
    value.selected_option?.value ??
    value.selected_date ??
    value.selected_time ??
    value.selected_options?.map((one) => one.value).join('\n')
  return text?.trim() ? text : undefined
}
