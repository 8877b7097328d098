import type { KnownBlock, ModalView } from '@slack/types'
import type { FormModel } from '../../../intake/describe-form.ts'
import { CAPS } from '../../../lead/limits.ts'
import { button } from '../../blocks/button.ts'
import { input, textInput } from '../../blocks/input.ts'
import { actions, context, section } from '../../blocks/layout.ts'
import { BLOCK_LIMITS } from '../../blocks/limits.ts'
import { option } from '../../blocks/option.ts'
import { plain } from '../../blocks/text.ts'
import { escapeLine, escapeText } from '../../escape.ts'
import { ACTIONS, VIEWS } from '../../ids.ts'
import { accountField, operationField } from './choice-fields.ts'
import { customFieldsWithRoom, type FieldsWithRoom } from './custom-room.ts'
import { blockIdOf } from './field-ids.ts'
import { followUpFields } from './follow-up-fields.ts'
import { contactFields, textField } from './text-fields.ts'

/** The form, in the order of a call. `remembered`: what Leadhand itself knows of the caller. */
export function leadForm(model: FormModel, remembered: readonly KnownBlock[] = []): ModalView {
  const { draft } = model
  const custom = customFieldsWithRoom(draft, model.customFields)
  const blocks: KnownBlock[] = [
    ...(draft.notice ? [section({ blockId: 'notice', text: draft.notice })] : []),
    ...accountField(model),
    ...pastedBox(model),
    ...remembered,
    ...offer(model),
    ...contactFields(draft),
    ...choices(model),
    ...needFields(model),
    operationField(model),
    ...custom.short,
    ...followUpFields(model),
    ...moreFields(model, custom),
  ]
  return {
    type: 'modal',
    callback_id: VIEWS.form,
    private_metadata: draft.id,
    title: plain(draft.fixes ? 'Fix and send' : 'New lead', BLOCK_LIMITS.modalTitle),
    submit: plain(draft.chosenClient ? 'Continue' : 'Find client', BLOCK_LIMITS.modalButton),
    close: plain('Cancel', BLOCK_LIMITS.modalButton),
    // Whoever closes it does not enter the message any more: its reply has to say so.
    ...(draft.source && { notify_on_close: true }),
    blocks,
  }
}

function pastedBox({ draft }: FormModel): KnownBlock[] {
  if (draft.editions?.pasted !== undefined) return []
  return [
    input({
      blockId: blockIdOf(draft, 'pasted'),
      label: 'Paste or dictate anything',
      optional: true,
      element: textInput({
        actionId: 'pasted',
        multiline: true,
        placeholder: 'jane smith 770 555 0123, oak on the fence, 200 main st marietta',
        ...(draft.entry.pasted && { initial: draft.entry.pasted }),
      }),
    }),
    actions([button({ text: 'Fill in', actionId: ACTIONS.fillIn, value: draft.id })], 'fill-in'),
  ]
}

const WARNING_CAP = 600

/** The block that names the client whom the form is for, or may be for. */
export const OFFER = 'offer'

function offer({ draft }: FormModel): KnownBlock[] {
  const { chosenClient: chosen, offered } = draft
  const shown = chosen ?? offered
  if (!shown) return []
  const line = [escapeLine(shown.name), escapeLine(shown.line)].filter(Boolean).join(', ')
  return [
    section({
      blockId: OFFER,
      text: chosen
        ? `:white_check_mark: For *${line}*`
        : `This is *${line}* (${escapeLine(shown.reasons.join(', '))}).`,
      accessory: chosen
        ? button({ text: 'Not this client', actionId: ACTIONS.notClient, value: draft.id })
        : button({
            text: 'Use this client',
            actionId: ACTIONS.useClient,
            value: draft.id,
            style: 'primary',
          }),
    }),
    ...(shown.warnings.length > 0
      ? [context(shown.warnings.map((warning) => `:warning: ${escapeLine(warning, WARNING_CAP)}`))]
      : []),
  ]
}

const CHOICES_SHOWN = 5

function choices({ draft }: FormModel): KnownBlock[] {
  return (draft.choices ?? []).flatMap(({ field, values }) => [
    context([
      field === 'phone' ? 'Several numbers fit. Which one?' : 'Several addresses fit. Where is the work?',
    ]),
    actions(
      values
        .slice(0, CHOICES_SHOWN)
        .map(({ value, origin }, index) =>
          button({ text: `${value} (${origin})`, actionId: `${ACTIONS.pick}.${field}.${index}`, value }),
        ),
      `choice|${field}`,
    ),
  ])
}

function needFields({ draft }: FormModel): KnownBlock[] {
  const need = textField(draft, 'need', {
    label: 'What do they need?',
    multiline: true,
    cap: BLOCK_LIMITS.inputText,
  })
  const { rest } = draft.entry
  if (!rest) return [need]
  const send = option({ text: 'Send the rest too', value: 'true' })
  return [
    need,
    section({ text: `*The rest of the text:*\n${escapeText(rest.text, REST_SHOWN)}` }),
    input({
      blockId: blockIdOf(draft, 'rest'),
      label: `${rest.text.length} more characters`,
      optional: true,
      dispatch: true,
      element: {
        type: 'checkboxes',
        action_id: ACTIONS.touched,
        options: [send],
        ...(rest.send && { initial_options: [send] }),
      },
    }),
  ]
}

const REST_SHOWN = 2500

function moreFields({ draft }: FormModel, custom: FieldsWithRoom): KnownBlock[] {
  const toggle = actions(
    [
      button({
        text: draft.showsMore ? 'Fewer fields' : 'More fields',
        actionId: ACTIONS.moreFields,
        value: draft.showsMore ? 'fewer' : 'more',
      }),
    ],
    'more-fields',
  )
  const end = [...custom.left, toggle]
  if (!draft.showsMore) return end
  return [
    textField(draft, 'jobName', {
      label: 'Job name',
      cap: CAPS.jobName,
      hint: 'Empty: made of the work and the street',
    }),
    ...custom.more,
    ...end,
  ]
}
