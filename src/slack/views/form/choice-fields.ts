import type { InputBlock, PlainTextOption, StaticSelect } from '@slack/types'
import type { FormModel } from '../../../intake/describe-form.ts'
import { input } from '../../blocks/input.ts'
import { BLOCK_LIMITS } from '../../blocks/limits.ts'
import { option, optionGroups } from '../../blocks/option.ts'
import { plain } from '../../blocks/text.ts'
import { ACTIONS } from '../../ids.ts'
import { actionIdOf, blockIdOf } from './field-ids.ts'

/** A menu; with more options than one list may have, in groups. An initial value that is no option is left out. */
export function menu(parts: {
  readonly actionId: string
  readonly options: readonly PlainTextOption[]
  readonly initial?: string | undefined
  readonly placeholder?: string
}): StaticSelect {
  const { options } = parts
  const chosen = options.find((one) => one.value === parts.initial)
  const rest = {
    type: 'static_select' as const,
    action_id: parts.actionId,
    ...(chosen && { initial_option: chosen }),
    ...(parts.placeholder && { placeholder: plain(parts.placeholder, BLOCK_LIMITS.placeholder) }),
  }
  if (options.length > BLOCK_LIMITS.options) return { ...rest, option_groups: optionGroups(options) }
  return { ...rest, options: [...options] }
}

/** Only with several accounts: everything below it depends on this choice. */
export function accountField({ draft, accounts }: FormModel): InputBlock[] {
  if (accounts.length === 0) return []
  return [
    input({
      blockId: blockIdOf(draft, 'account'),
      label: 'Account',
      optional: false,
      dispatch: true,
      element: menu({
        actionId: ACTIONS.account,
        options: accounts.map(({ key, name }) => option({ text: name, value: key })),
        initial: draft.account,
      }),
    }),
  ]
}

export function operationField({ draft, operations }: FormModel): InputBlock {
  const hint = draft.hints?.operation
  return input({
    blockId: blockIdOf(draft, 'operation'),
    label: 'Operation',
    optional: false,
    dispatch: true,
    ...(hint && { hint }),
    element: menu({
      actionId: actionIdOf(draft, 'operation', ACTIONS.operation),
      options: operations.map(({ id, name }) => option({ text: name, value: id })),
      initial: draft.entry.operationId,
      placeholder: 'Which part of the business?',
    }),
  })
}
