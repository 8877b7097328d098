import type { FieldName } from '../../../intake/problem.ts'
import type { Draft } from '../../../lead/draft.ts'

/** Fields of the form as they stand in block ids; those that are not checked on their own included. */
export type FormField = FieldName | 'account' | 'allDay' | 'rest' | 'pasted'

// Their values mean something inside one account only.
const OF_ACCOUNT: ReadonlySet<string> = new Set(['operation', 'followUp', 'when', 'date', 'time', 'stopTime'])

/**
 * A field's block id. A field that is filled anew gets a new edition, because Slack ignores a new initial value under an old id; the
 * draft's mark keeps two forms apart that take the same place in a modal.
 */
export function blockIdOf(draft: Draft, field: FormField): string {
  const edition = draft.editions?.[field] ?? 0
  const account = belongsToAccount(field) ? `|${draft.account}` : ''
  return `${field}|${draft.id.slice(-8)}.${edition}${account}`
}

export function fieldOf(blockId: string): FormField {
  return (blockId.split('|')[0] ?? blockId) as FormField
}

/** The account that a form's state is about, read out of its block ids. */
export function accountIn(blockIds: readonly string[]): string | undefined {
  return blockIds.map((id) => id.split('|')[2]).find((account) => account !== undefined)
}

/** An element's action id; with the account where its value means something inside that one only. */
export function actionIdOf(draft: Draft, field: FormField, action: string = field): string {
  return belongsToAccount(field) ? `${action}.${draft.account}` : action
}

function belongsToAccount(field: FormField): boolean {
  return OF_ACCOUNT.has(field) || field.startsWith('custom:')
}

/** Fields that send an action only where an update had filled them; it is called like the field. */
export const SILENT_FIELDS = [
  'name',
  'address',
  'need',
  'firstName',
  'lastName',
  'companyName',
  'secondPhone',
  'street',
  'unit',
  'city',
  'state',
  'postalCode',
  'jobName',
  'stopTime',
  'occurrence',
  'allDay',
  'taskName',
  'taskNotes',
] as const satisfies readonly FormField[]
