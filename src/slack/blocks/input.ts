import type { InputBlock, InputBlockElement, PlainTextInput } from '@slack/types'
import { cutAtGrapheme } from '../../lead/limits.ts'
import { BLOCK_LIMITS } from './limits.ts'
import { plain } from './text.ts'

export function input(parts: {
  readonly blockId: string
  readonly label: string
  readonly element: InputBlockElement
  /** Slack itself refuses an empty field unless this is set. */
  readonly optional?: boolean
  readonly hint?: string
  /** Send an action while the form is open. */
  readonly dispatch?: boolean
}): InputBlock {
  return {
    type: 'input',
    block_id: parts.blockId,
    label: plain(parts.label, BLOCK_LIMITS.inputLabel),
    element: parts.element,
    ...(parts.optional !== undefined && { optional: parts.optional }),
    ...(parts.hint?.trim() && { hint: plain(parts.hint, BLOCK_LIMITS.inputHint) }),
    ...(parts.dispatch !== undefined && { dispatch_action: parts.dispatch }),
  }
}

/** A text field. An initial value that is longer than the field is cut to it: else Slack refuses the whole view. */
export function textInput(parts: {
  readonly actionId: string
  readonly initial?: string
  readonly placeholder?: string
  readonly multiline?: boolean
  /** At most 3000. */
  readonly maxLength?: number
  readonly focus?: boolean
  /** When a dispatching field sends its action. */
  readonly dispatchOn?: 'enter' | 'typing'
}): PlainTextInput {
  const cap = Math.min(parts.maxLength ?? BLOCK_LIMITS.inputText, BLOCK_LIMITS.inputText)
  return {
    type: 'plain_text_input',
    action_id: parts.actionId,
    max_length: cap,
    ...(parts.multiline !== undefined && { multiline: parts.multiline }),
    ...(parts.initial && { initial_value: cutAtGrapheme(parts.initial, cap) }),
    ...(parts.placeholder?.trim() && { placeholder: plain(parts.placeholder, BLOCK_LIMITS.placeholder) }),
    ...(parts.focus !== undefined && { focus_on_load: parts.focus }),
    ...(parts.dispatchOn && {
      dispatch_action_config: {
        trigger_actions_on: [parts.dispatchOn === 'enter' ? 'on_enter_pressed' : 'on_character_entered'],
      },
    }),
  }
}
