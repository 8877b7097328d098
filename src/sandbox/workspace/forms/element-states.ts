import { copyOf, type JsonObject, type JsonValue } from '../json.ts'

type StateShape = {
  /** Key of the entered value in `state.values` and in `actions[]`. */
  readonly key: string
  readonly empty: JsonValue
  /** Field of the element that presets it. */
  readonly initial: string | undefined
}

const text: StateShape = { key: 'value', empty: null, initial: 'initial_value' }
const option: StateShape = { key: 'selected_option', empty: null, initial: 'initial_option' }
const options: StateShape = { key: 'selected_options', empty: [], initial: 'initial_options' }

/** Elements that have a state, by type; buttons and overflow menus have none. */
const STATES: Readonly<Record<string, StateShape>> = {
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
  users_select: { key: 'selected_user', empty: null, initial: 'initial_user' },
  multi_users_select: { key: 'selected_users', empty: [], initial: 'initial_users' },
  conversations_select: { key: 'selected_conversation', empty: null, initial: 'initial_conversation' },
  multi_conversations_select: { key: 'selected_conversations', empty: [], initial: 'initial_conversations' },
  channels_select: { key: 'selected_channel', empty: null, initial: 'initial_channel' },
  multi_channels_select: { key: 'selected_channels', empty: [], initial: 'initial_channels' },
  datepicker: { key: 'selected_date', empty: null, initial: 'initial_date' },
  timepicker: { key: 'selected_time', empty: null, initial: 'initial_time' },
  datetimepicker: { key: 'selected_date_time', empty: null, initial: 'initial_date_time' },
  rich_text_input: { key: 'rich_text_value', empty: null, initial: 'initial_value' },
  file_input: { key: 'files', empty: [], initial: undefined },
}

export function isStateful(element: JsonObject): boolean {
  return String(element.type) in STATES
}

export function stateKey(element: JsonObject): string {
  return shapeOf(element).key
}

export function initialValue(element: JsonObject): JsonValue {
  const { initial, empty } = shapeOf(element)
  const value = initial === undefined ? undefined : element[initial]
  return copyOf(value === undefined ? empty : value)
}

export function hasInitialValue(element: JsonObject): boolean {
  const { initial } = shapeOf(element)
  return initial !== undefined && element[initial] !== undefined
}

export function emptyValue(element: JsonObject): JsonValue {
  return copyOf(shapeOf(element).empty)
}

export function isEmptyValue(value: JsonValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The entry of `state.values[block_id][action_id]`. */
export function stateEntry(element: JsonObject, value: JsonValue): JsonObject {
  const type = String(element.type)
  // The rich text key is left out of an empty field; every other element reports null or [].
  if (type === 'rich_text_input' && value === null) return { type }
  const entered = type.endsWith('_input') && value === '' ? null : value
  return { type, [shapeOf(element).key]: copyOf(entered), ...timezoneOf(element) }
}

function timezoneOf(element: JsonObject): JsonObject {
  const zone = element.type === 'timepicker' ? element.timezone : undefined
  return zone === undefined ? {} : { timezone: zone }
}

function shapeOf(element: JsonObject): StateShape {
  const shape = STATES[String(element.type)]
  if (!shape) throw new Error(`${String(element.type)} has no state`)
  return shape
}
