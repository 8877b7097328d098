import type { JsonObject } from '../json.ts'
import {
  anyObject,
  boolean,
  type Fields,
  type Findings,
  integer,
  listOf,
  oneOf,
  record,
  report,
  string,
} from './check.ts'
import {
  checkInitialOptions,
  checkOptionSource,
  choiceOption,
  MAX_OPTIONS,
  overflowOption,
  selectOption,
  selectOptionLists,
} from './options.ts'
import { actionId, confirmDialog, MAX_TEXT, plainTextObject } from './text-objects.ts'

const MAX_CHOICES = 10

const common: Fields = { action_id: actionId }
const confirmable: Fields = { ...common, confirm: confirmDialog }
const focusable: Fields = { ...confirmable, focus_on_load: boolean }
const withPlaceholder: Fields = { ...focusable, placeholder: plainTextObject(150) }
const multi: Fields = { ...withPlaceholder, max_selected_items: integer({ min: 1 }) }
const typed: Fields = {
  ...common,
  focus_on_load: boolean,
  placeholder: plainTextObject(150),
  dispatch_action_config: record(
    {},
    {
      trigger_actions_on: listOf(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1, max: 2 }),
    },
  ),
}
const id = string({ min: 1 })
const filter: Fields = { filter: anyObject, default_to_current_conversation: boolean }
const buttonLook: Fields = { style: oneOf('primary', 'danger'), accessibility_label: string({ max: 75 }) }
const feedbackButton = record(
  { text: plainTextObject(75), value: string({ max: 2000 }) },
  { accessibility_label: string({ max: 75 }) },
)
const decimal = string({ form: /^-?\d+(\.\d+)?$/u })

/** Every element, by type. */
export const ELEMENTS: Fields = {
  button: record(
    { text: plainTextObject(75) },
    { ...confirmable, ...buttonLook, value: string({ max: 2000 }), url: string({ max: 3000 }) },
  ),
  icon_button: record(
    { text: plainTextObject(75), icon: id },
    { ...confirmable, ...buttonLook, value: string({ max: 2000 }), visible_to_user_ids: listOf(id) },
  ),
  workflow_button: record(
    { text: plainTextObject(75), workflow: anyObject },
    { ...confirmable, ...buttonLook },
  ),
  feedback_buttons: record({ positive_button: feedbackButton, negative_button: feedbackButton }, common),
  overflow: record({ options: listOf(overflowOption, { min: 1, max: 5 }) }, confirmable),
  image: record(
    { alt_text: string({ min: 1, max: 2000 }) },
    { image_url: string({ min: 1, max: 3000 }), slack_file: anyObject },
    checkImageSource,
  ),
  checkboxes: record(
    { options: listOf(choiceOption, { min: 1, max: MAX_CHOICES }) },
    { ...focusable, initial_options: listOf(choiceOption) },
    checkInitialOptions,
  ),
  radio_buttons: record(
    { options: listOf(choiceOption, { min: 1, max: MAX_CHOICES }) },
    { ...focusable, initial_option: choiceOption },
    checkInitialOptions,
  ),
  static_select: record(
    {},
    { ...withPlaceholder, ...selectOptionLists, initial_option: selectOption },
    checkStatic,
  ),
  multi_static_select: record(
    {},
    { ...multi, ...selectOptionLists, initial_options: listOf(selectOption) },
    checkStatic,
  ),
  external_select: record(
    {},
    { ...withPlaceholder, initial_option: selectOption, min_query_length: integer({ min: 0 }) },
  ),
  multi_external_select: record(
    {},
    {
      ...multi,
      initial_options: listOf(selectOption, { min: 1, max: MAX_OPTIONS }),
      min_query_length: integer({ min: 0 }),
    },
  ),
  users_select: record({}, { ...withPlaceholder, initial_user: id }),
  multi_users_select: record({}, { ...multi, initial_users: listOf(id, { min: 1 }) }),
  conversations_select: record(
    {},
    { ...withPlaceholder, ...filter, initial_conversation: id, response_url_enabled: boolean },
  ),
  multi_conversations_select: record(
    {},
    { ...multi, ...filter, initial_conversations: listOf(id, { min: 1 }) },
  ),
  channels_select: record({}, { ...withPlaceholder, initial_channel: id, response_url_enabled: boolean }),
  multi_channels_select: record({}, { ...multi, initial_channels: listOf(id, { min: 1 }) }),
  datepicker: record(
    {},
    { ...withPlaceholder, initial_date: string({ form: /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/u }) },
  ),
  timepicker: record(
    {},
    { ...withPlaceholder, initial_time: string({ form: /^([01]\d|2[0-3]):[0-5]\d$/u }), timezone: id },
  ),
  datetimepicker: record({}, { ...focusable, initial_date_time: integer({ min: 1e9, max: 9_999_999_999 }) }),
  plain_text_input: record(
    {},
    {
      ...typed,
      initial_value: string({ max: MAX_TEXT }),
      multiline: boolean,
      min_length: integer({ min: 0, max: MAX_TEXT }),
      max_length: integer({ min: 1, max: MAX_TEXT }),
    },
    checkLengths,
  ),
  email_text_input: record({}, { ...typed, initial_value: string({ max: MAX_TEXT }) }),
  url_text_input: record({}, { ...typed, initial_value: string({ max: MAX_TEXT }) }),
  number_input: record(
    { is_decimal_allowed: boolean },
    { ...typed, initial_value: decimal, min_value: decimal, max_value: decimal },
    checkRange,
  ),
  rich_text_input: record(
    {},
    {
      ...typed,
      initial_value: anyObject,
      min_lines: integer({ min: 1, max: 100 }),
      max_lines: integer({ min: 1, max: 100 }),
    },
  ),
  file_input: record(
    {},
    { ...common, filetypes: listOf(id, { min: 1 }), max_files: integer({ min: 1, max: 10 }) },
  ),
}

function checkStatic(element: JsonObject, at: string, findings: Findings): void {
  checkOptionSource(element, at, findings)
  checkInitialOptions(element, at, findings)
}

export function checkImageSource(image: JsonObject, at: string, findings: Findings): void {
  if ((image.image_url === undefined) === (image.slack_file === undefined)) {
    report(findings, 'must have either image_url or slack_file', at)
  }
}

function checkLengths(
  { initial_value: initial, min_length: min, max_length: max }: JsonObject,
  at: string,
  findings: Findings,
): void {
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    report(findings, 'must not be more than max_length', `${at}/min_length`)
  }
  if (typeof initial !== 'string' || initial === '') return
  const valueAt = `${at}/initial_value`
  if (typeof max === 'number' && initial.length > max)
    report(findings, `must be less than ${max + 1} characters`, valueAt)
  if (typeof min === 'number' && initial.length < min)
    report(findings, `must be more than ${min - 1} characters`, valueAt)
}

function checkRange(
  { min_value: min, max_value: max, initial_value: initial }: JsonObject,
  at: string,
  findings: Findings,
): void {
  const below = (left: unknown, right: unknown) =>
    typeof left === 'string' && typeof right === 'string' && Number(left) < Number(right)
  if (below(max, min)) report(findings, 'must not be less than min_value', `${at}/max_value`)
  if (below(initial, min) || below(max, initial))
    report(findings, 'must be in the range', `${at}/initial_value`)
}

const CHOOSERS = Object.keys(ELEMENTS).filter((type) => type.endsWith('_select') || type.endsWith('picker'))

/** What may stand in an actions block. */
export const ACTIONS_ELEMENTS: readonly string[] = [
  'button',
  'workflow_button',
  'overflow',
  'checkboxes',
  'radio_buttons',
  'rich_text_input',
  ...CHOOSERS,
]
/** What may stand beside a section's text. */
export const ACCESSORIES: readonly string[] = [
  'button',
  'workflow_button',
  'overflow',
  'image',
  'checkboxes',
  'radio_buttons',
  ...CHOOSERS.filter((type) => type !== 'datetimepicker'),
]
export const INPUT_ELEMENTS: readonly string[] = [
  'checkboxes',
  'radio_buttons',
  ...CHOOSERS,
  ...Object.keys(ELEMENTS).filter((type) => type.endsWith('_input')),
]

const ONLY_IN_MODALS = ['email_text_input', 'url_text_input', 'number_input', 'file_input']

/** Some elements exist on some surfaces only. */
function isOnSurface(type: string, { surface }: Findings): boolean {
  if (ONLY_IN_MODALS.includes(type)) return surface === 'modal'
  if (type === 'datetimepicker') return surface !== 'home'
  if (type === 'rich_text_input' || type === 'workflow_button') {
    return (surface === 'message') === (type === 'workflow_button')
  }
  return true
}

export function allowing(types: readonly string[]): (type: string, findings: Findings) => boolean {
  return (type, findings) => types.includes(type) && isOnSurface(type, findings)
}
