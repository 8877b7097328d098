import type { InputBlock } from '@slack/types'
import type { Draft, Entry } from '../../../lead/draft.ts'
import { CAPS } from '../../../lead/limits.ts'
import { input, textInput } from '../../blocks/input.ts'
import { ACTIONS } from '../../ids.ts'
import { actionIdOf, blockIdOf } from './field-ids.ts'

type TextField = Exclude<keyof Entry, 'operationId' | 'customValues' | 'followUp' | 'rest' | 'pasted'>

type TextFieldParts = {
  readonly label: string
  readonly placeholder?: string
  readonly optional?: boolean
  readonly multiline?: boolean
  readonly cap?: number
  /** Sends an action as it is typed. */
  readonly dispatch?: string
  readonly hint?: string
}

export function textField(draft: Draft, field: TextField, parts: TextFieldParts): InputBlock {
  const initial = draft.entry[field]
  const hint = [draft.hints?.[field], parts.hint].filter(Boolean).join('. ')
  return input({
    blockId: blockIdOf(draft, field),
    label: parts.label,
    optional: parts.optional ?? true,
    ...(hint && { hint }),
    ...(parts.dispatch && { dispatch: true }),
    element: textInput({
      actionId: parts.dispatch ?? actionIdOf(draft, field),
      maxLength: parts.cap ?? CAPS.portalField,
      ...(initial && { initial }),
      ...(parts.placeholder && { placeholder: parts.placeholder }),
      ...(parts.multiline && { multiline: true }),
      ...(parts.dispatch && { dispatchOn: 'typing' as const }),
    }),
  })
}

/** Phone, email, name and address the way they come in a call. */
export function contactFields(draft: Draft): InputBlock[] {
  const nameNeeded = draft.chosenClient === undefined
  return [
    textField(draft, 'phone', { label: 'Phone', placeholder: '770-555-0123', dispatch: ACTIONS.phone }),
    emailField(draft),
    ...(draft.showsMore
      ? partFields(draft)
      : [
          textField(draft, 'name', {
            label: 'Name',
            placeholder: 'Jane Smith',
            optional: !nameNeeded,
            cap: 3 * CAPS.portalField,
          }),
          textField(draft, 'address', {
            label: 'Address of the work',
            placeholder: '200 Main St, Marietta, GA 30060',
            cap: 3 * CAPS.portalField,
          }),
        ]),
  ]
}

function emailField(draft: Draft): InputBlock {
  const { email } = draft.entry
  const hint = draft.hints?.email
  return input({
    blockId: blockIdOf(draft, 'email'),
    label: 'Email',
    optional: true,
    dispatch: true,
    ...(hint && { hint }),
    element: {
      type: 'email_text_input',
      action_id: ACTIONS.email,
      dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
      ...(email && { initial_value: email }),
    },
  })
}

function partFields(draft: Draft): InputBlock[] {
  return [
    textField(draft, 'firstName', { label: 'First name' }),
    textField(draft, 'lastName', { label: 'Last name' }),
    textField(draft, 'companyName', { label: 'Company' }),
    textField(draft, 'secondPhone', { label: 'Second number' }),
    textField(draft, 'street', { label: 'Street', placeholder: '200 Main St' }),
    textField(draft, 'unit', { label: 'Unit', placeholder: 'Apt 4' }),
    textField(draft, 'city', { label: 'City' }),
    textField(draft, 'state', { label: 'State or province', placeholder: 'GA' }),
    textField(draft, 'postalCode', { label: 'ZIP or postal code' }),
  ]
}
