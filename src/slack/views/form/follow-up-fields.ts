import type { InputBlock } from '@slack/types'
import type { FormModel } from '../../../intake/describe-form.ts'
import { PICK } from '../../../intake/plan-follow-up.ts'
import { CAPS } from '../../../lead/limits.ts'
import { input, textInput } from '../../blocks/input.ts'
import { BLOCK_LIMITS } from '../../blocks/limits.ts'
import { option } from '../../blocks/option.ts'
import { ACTIONS } from '../../ids.ts'
import { menu } from './choice-fields.ts'
import { actionIdOf, blockIdOf } from './field-ids.ts'

const KINDS = [
  option({ text: 'None', value: 'none' }),
  option({ text: 'Call back', value: 'call' }),
  option({ text: 'Estimate visit', value: 'visit' }),
]
const OCCURRENCES = [
  option({ text: 'The first one (daylight saving time)', value: 'first' }),
  option({ text: 'The second one (standard time)', value: 'second' }),
]
const ALL_DAY = option({ text: 'All day', value: 'true' })

export function followUpFields(model: FormModel): InputBlock[] {
  const { draft, followUp, presets } = model
  const kind = input({
    blockId: blockIdOf(draft, 'followUp'),
    label: 'Follow-up',
    optional: true,
    dispatch: true,
    hint: 'SingleOps gets the task without an assignee.',
    element: menu({
      actionId: actionIdOf(draft, 'followUp', ACTIONS.followUp),
      options: KINDS,
      initial: followUp.kind,
    }),
  })
  if (followUp.kind === 'none') return [kind]
  const when = input({
    blockId: blockIdOf(draft, 'when'),
    label: 'When',
    optional: false,
    dispatch: true,
    element: menu({
      actionId: actionIdOf(draft, 'when', ACTIONS.when),
      options: [
        ...presets.map(({ key, label }) => option({ text: label, value: key })),
        option({ text: 'Pick…', value: PICK }),
      ],
      initial: followUp.when,
    }),
  })
  return [kind, when, ...(followUp.when === PICK ? pickedFields(model) : [])]
}

function pickedFields({ draft, followUp, account, asksOccurrence }: FormModel): InputBlock[] {
  const zone = `In ${account.timeZone.replaceAll('_', ' ')} time.`
  return [
    input({
      blockId: blockIdOf(draft, 'date'),
      label: 'Day',
      optional: true,
      dispatch: true,
      element: {
        type: 'datepicker',
        action_id: actionIdOf(draft, 'date', ACTIONS.date),
        ...(followUp.date && { initial_date: followUp.date }),
      },
    }),
    time('time', 'Time', followUp.time, zone, true),
    ...(asksOccurrence ? [occurrence()] : []),
    time('stopTime', 'Until', followUp.stopTime, 'Empty: the usual length.', false),
    input({
      blockId: blockIdOf(draft, 'allDay'),
      label: 'Length',
      optional: true,
      element: {
        type: 'checkboxes',
        action_id: 'allDay',
        options: [ALL_DAY],
        ...(followUp.allDay && { initial_options: [ALL_DAY] }),
      },
    }),
    text('taskName', 'Task name', followUp.name, CAPS.taskName),
    text('taskNotes', 'Task notes', followUp.notes, BLOCK_LIMITS.inputText),
  ]

  function time(
    field: 'time' | 'stopTime',
    label: string,
    initial: string | undefined,
    hint: string,
    dispatch: boolean,
  ): InputBlock {
    return input({
      blockId: blockIdOf(draft, field),
      label,
      hint,
      optional: true,
      dispatch,
      element: {
        type: 'timepicker',
        action_id: actionIdOf(draft, field, dispatch ? ACTIONS.time : field),
        ...(initial && { initial_time: initial }),
      },
    })
  }

  function occurrence(): InputBlock {
    return input({
      blockId: blockIdOf(draft, 'occurrence'),
      label: 'The clocks go back: which one?',
      optional: true,
      element: menu({
        actionId: 'occurrence',
        options: OCCURRENCES,
        initial: followUp.occurrence,
      }),
    })
  }

  function text(
    field: 'taskName' | 'taskNotes',
    label: string,
    initial: string | undefined,
    cap: number,
  ): InputBlock {
    return input({
      blockId: blockIdOf(draft, field),
      label,
      optional: true,
      element: textInput({
        actionId: field,
        maxLength: cap,
        ...(field === 'taskNotes' && { multiline: true }),
        ...(initial && { initial }),
      }),
    })
  }
}
