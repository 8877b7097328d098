import type { ModalView } from '@slack/types'
import type { Draft } from '../lead/draft.ts'
import type { Desk } from './parts.ts'
import { leadForm } from './views/form/lead-form.ts'
import { rememberedInForm } from './views/own-memory.ts'

/** The form of a draft; undefined while the account's choices are not there. */
export function formViewOf(draft: Draft, desk: Desk): ModalView | undefined {
  const model = desk.intake.describe(draft)
  const ctx = { settings: desk.settings, now: desk.now() }
  return model && leadForm(model, rememberedInForm(draft.recalled, ctx))
}
