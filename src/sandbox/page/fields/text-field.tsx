import type { KeyboardEvent } from 'react'
import { isObject, type JsonValue, objectsOf } from '../../workspace/json.ts'
import { useSurface } from '../blocks/surface.ts'
import { textOfObject } from '../text/text-of-object.ts'
import type { FieldProps } from './field-props.ts'

const INPUT_TYPES: Readonly<Record<string, string>> = { email_text_input: 'email', url_text_input: 'url' }

/** Everything that is typed. */
export function TextField({ element, id, label, value, enter, field, aria, hasFocus }: FieldProps) {
  const { pressEnter } = useSurface()
  const isMultiline = element.multiline === true || element.type === 'rich_text_input'

  function keyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || isMultiline || event.nativeEvent.isComposing) return
    event.preventDefault()
    // What went wrong is shown by the desk.
    void pressEnter(field).catch(() => undefined)
  }
  const shared = {
    id,
    dir: 'auto',
    value: toText(value),
    placeholder: textOfObject(element.placeholder),
    'aria-label': label,
    'data-focus-on-load': hasFocus || undefined,
    ...aria,
  }
  if (isMultiline)
    return (
      <textarea rows={3} {...shared} onChange={({ target }) => enter(target.value, target.value, true)} />
    )
  return (
    <input
      type={INPUT_TYPES[String(element.type)] ?? 'text'}
      {...(element.type === 'number_input' ? { inputMode: 'decimal' as const } : {})}
      autoComplete="off"
      {...shared}
      onChange={({ target }) => enter(target.value, target.value, true)}
      onKeyDown={keyDown}
    />
  )
}

function toText(value: JsonValue): string {
  if (typeof value === 'string') return value
  if (!isObject(value)) return ''
  return objectsOf(value.elements).map(toRichText).join('\n')
}

function toRichText(part: { [key: string]: JsonValue }): string {
  return typeof part.text === 'string' ? part.text : objectsOf(part.elements).map(toRichText).join('')
}
