import { isEmptyValue, isStateful, stateKey } from '../forms/element-states.ts'
import { optionCaption, writtenOptions } from '../forms/find-field.ts'
import { isObject, type JsonObject, type JsonValue, objectsOf, textOf } from '../json.ts'
import type { NameOf } from './read-mrkdwn.ts'

const EMPTY = '…'

/** One element: a button in brackets, choices with their marks, else its value. */
export function renderElement(
  element: JsonObject,
  entry: JsonObject | undefined,
  nameOf: NameOf = () => undefined,
): string[] {
  if (!isStateful(element)) return renderButton(element)
  const value = entry?.[stateKey(element)] ?? null
  if (element.type === 'radio_buttons' || element.type === 'checkboxes') return renderChoices(element, value)
  return [renderValue(element, value, nameOf)]
}

function renderButton(element: JsonObject): string[] {
  if (element.type === 'image') return [`(image: ${textOf(element.alt_text) ?? ''})`]
  if (element.type === 'overflow') return [`[⋯ ${writtenOptions(element).map(optionCaption).join(' | ')}]`]
  const caption = isObject(element.text) ? textOf(element.text.text) : undefined
  return [`[${caption ?? String(element.type)}]`]
}

function renderChoices(element: JsonObject, value: JsonValue): string[] {
  const chosen = (Array.isArray(value) ? objectsOf(value) : [value].filter(isObject)).map(
    (option) => option.value,
  )
  const [on, off] = element.type === 'checkboxes' ? ['[x]', '[ ]'] : ['(•)', '( )']
  return writtenOptions(element).flatMap((option) => {
    const description = isObject(option.description) ? textOf(option.description.text) : undefined
    return [
      `${chosen.includes(option.value ?? null) ? on : off} ${optionCaption(option)}`,
      ...(description === undefined ? [] : [`    ${description}`]),
    ]
  })
}

function renderValue(element: JsonObject, value: JsonValue, nameOf: NameOf): string {
  if (isEmptyValue(value)) {
    const placeholder = isObject(element.placeholder) ? textOf(element.placeholder.text) : undefined
    return placeholder === undefined ? EMPTY : `(${placeholder})`
  }
  if (Array.isArray(value)) return value.map((item) => renderValue(element, item, nameOf)).join(', ')
  if (isObject(value)) return optionCaption(value) || (textOf(value.name) ?? EMPTY)
  if (element.type === 'datetimepicker') return new Date(Number(value) * 1000).toISOString()
  return nameOf(String(value)) ?? String(value)
}
