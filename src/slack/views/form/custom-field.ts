import type { InputBlock, InputBlockElement } from '@slack/types'
import { type CustomField, customFieldName, keysOf } from '../../../intake/custom-fields.ts'
import type { CustomInput } from '../../../intake/ports.ts'
import type { Draft } from '../../../lead/draft.ts'
import { CAPS } from '../../../lead/limits.ts'
import { input, textInput } from '../../blocks/input.ts'
import { BLOCK_LIMITS } from '../../blocks/limits.ts'
import { option, optionGroups } from '../../blocks/option.ts'
import { ACTIONS } from '../../ids.ts'
import { menu } from './choice-fields.ts'
import { actionIdOf, blockIdOf } from './field-ids.ts'

/** An input that the account defined, as its type asks. A dropdown without options can't be filled in: it is left out. */
export function customFieldBlocks(draft: Draft, { input: custom }: CustomField): InputBlock[] {
  const field = customFieldName(custom.id)
  const isTick = custom.kind === 'checkbox'
  const hint = [draft.hints?.[field], isTick && custom.required && 'Not ticked means no.']
    .filter(Boolean)
    .join('. ')
  const element = elementFor(
    custom,
    actionIdOf(draft, field, ACTIONS.touched),
    draft.entry.customValues?.[custom.id],
  )
  if (!element) return []
  return [
    input({
      blockId: blockIdOf(draft, field),
      label: custom.name,
      // Nobody has to tick a box.
      optional: !custom.required || isTick,
      // An empty list may mean "untouched" where an update put the ticks in; the action tells that it was touched.
      ...((isTick || custom.kind === 'multi-dropdown') && { dispatch: true }),
      ...(hint && { hint }),
      element,
    }),
  ]
}

function elementFor(
  custom: CustomInput,
  actionId: string,
  value: string | undefined,
): InputBlockElement | undefined {
  // NOTE: a longer key has no room in Slack; cut, it would be another one.
  const options = custom.options
    .filter(({ key }) => key.length <= BLOCK_LIMITS.optionValue)
    .map(({ key, display }) => option({ text: display, value: key }))
  switch (custom.kind) {
    case 'number':
      return {
        type: 'number_input',
        action_id: actionId,
        is_decimal_allowed: true,
        ...(value && { initial_value: value }),
      }
    case 'date':
      return { type: 'datepicker', action_id: actionId, ...(value && { initial_date: value }) }
    case 'checkbox':
      return {
        type: 'checkboxes',
        action_id: actionId,
        options: [TICK],
        ...(value === 'true' && { initial_options: [TICK] }),
      }
    case 'dropdown':
      return options.length === 0 ? undefined : menu({ actionId, options, initial: value })
    case 'multi-dropdown': {
      if (options.length === 0) return undefined
      const chosen = options.filter((one) => keysOf(value ?? '').includes(one.value ?? ''))
      const rest = {
        type: 'multi_static_select' as const,
        action_id: actionId,
        ...(chosen.length > 0 && { initial_options: chosen }),
      }
      return options.length > BLOCK_LIMITS.options
        ? { ...rest, option_groups: optionGroups(options) }
        : { ...rest, options }
    }
    default:
      return textInput({
        actionId,
        maxLength: Math.min(CAPS.customValue, BLOCK_LIMITS.inputText),
        ...(custom.kind === 'long-text' && { multiline: true }),
        ...(value && { initial: value }),
      })
  }
}

const TICK = option({ text: 'Yes', value: 'true' })
