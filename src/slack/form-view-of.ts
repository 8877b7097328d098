import type { ModalView } from '@slack/types'
import type { Draft } from '../lead/draft.ts'
import type { Desk } from './parts.ts'
import { leadForm } from './views/form/lead-form.ts'
import { prefilledByUpdate, tellingOfTouch } from './views/form/prefilled.ts'
import { rememberedInForm } from './views/own-memory.ts'

/** The form of a draft; undefined while the account's choices are not there. */
export function formViewOf(draft: Draft, desk: Desk): ModalView | undefined {
  const model = desk.intake.describe(draft)
  const ctx = { settings: desk.settings, now: desk.now() }
  const form = model && leadForm(model, rememberedInForm(draft.recalled, ctx))
  return form && tellingOfTouch(form, draft.prefilledByUpdate ?? {})
}

/**
 * The form as an update of a view brings it, and what this puts into it, by block: Slack may leave it out of what it sends back. `before`:
 * the blocks that were there; none where the form takes another view's place.
 */
export function updatedFormOf(
  draft: Draft,
  desk: Desk,
  before: readonly { readonly block_id?: string }[] = [],
): { readonly view: ModalView; readonly prefilled: Readonly<Record<string, string>> } | undefined {
  const view = formViewOf(draft, desk)
  if (!view) return undefined
  const known = new Set(before.map((block) => block.block_id))
  const kept = Object.entries(draft.prefilledByUpdate ?? {}).filter(([blockId]) => known.has(blockId))
  const prefilled = { ...Object.fromEntries(kept), ...prefilledByUpdate(view, before) }
  return { view: tellingOfTouch(view, prefilled), prefilled }
}
