import type { Button, ConfirmationDialog } from '@slack/types'
import { cutAtGrapheme } from '../../lead/limits.ts'
import { BLOCK_LIMITS } from './limits.ts'
import { plain } from './text.ts'

export type ButtonParts = {
  readonly text: string
  readonly actionId: string
  /** Id of the draft or lead that the press is about. */
  readonly value?: string
  readonly style?: 'primary' | 'danger'
  readonly confirm?: ConfirmationDialog
  readonly url?: string
  /** Where the text alone is not enough: what a screen reader says after it. Who speaks to their phone says what they read. */
  readonly about?: string
}

export function button(parts: ButtonParts): Button {
  return {
    type: 'button',
    text: plain(parts.text, BLOCK_LIMITS.buttonText),
    action_id: parts.actionId,
    ...(parts.value !== undefined && { value: cutAtGrapheme(parts.value, BLOCK_LIMITS.buttonValue) }),
    ...(parts.style && { style: parts.style }),
    ...(parts.confirm && { confirm: parts.confirm }),
    // Half a web address leads nowhere; a number beside the button says the same.
    ...(parts.url !== undefined && parts.url.length <= BLOCK_LIMITS.url && { url: parts.url }),
    ...(parts.about !== undefined && {
      accessibility_label: plain(`${parts.text}: ${parts.about}`, BLOCK_LIMITS.buttonText).text,
    }),
  }
}

/** Slack's "are you sure" before a button acts. */
export function confirmation(parts: {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly deny: string
  readonly style?: 'primary' | 'danger'
}): ConfirmationDialog {
  return {
    title: plain(parts.title, BLOCK_LIMITS.confirmTitle),
    text: plain(parts.text, BLOCK_LIMITS.confirmText),
    confirm: plain(parts.confirm, BLOCK_LIMITS.confirmButton),
    deny: plain(parts.deny, BLOCK_LIMITS.confirmButton),
    ...(parts.style && { style: parts.style }),
  }
}
