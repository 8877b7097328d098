import type { DisplayedView } from '../api.ts'
import { isObject, type JsonObject, type JsonValue, objectsOf, textOf } from '../json.ts'
import { type NameOf, readMrkdwn } from './read-mrkdwn.ts'
import { renderElement } from './render-element.ts'

export type RenderOptions = {
  readonly nameOf?: NameOf
  /** What the fields hold, as in `view.state`. */
  readonly state?: DisplayedView['state']
  /** Errors beside fields: block id → text. */
  readonly errors?: Readonly<Record<string, string>>
}

/** A text object, or a plain string, as a person reads it. */
export function plainText(value: JsonValue | undefined, nameOf?: NameOf): string {
  if (typeof value === 'string') return readMrkdwn(value, nameOf)
  if (!isObject(value)) return ''
  const text = textOf(value.text) ?? ''
  return value.type === 'mrkdwn' ? readMrkdwn(text, nameOf) : text
}

/** A view as lines: title, fields with their values, buttons in [brackets], errors after `!`. */
export function renderView(
  view: Pick<DisplayedView, 'title' | 'blocks' | 'state' | 'errors' | 'banner' | 'submit' | 'close' | 'type'>,
  nameOf?: NameOf,
): string {
  const options = { state: view.state, errors: view.errors, ...(nameOf ? { nameOf } : {}) }
  const submit = view.submit === undefined ? [] : [`[${view.submit}]`]
  const footer = view.type === 'home' ? [] : ['', [`[${view.close ?? 'Close'}]`, ...submit].join(' ')]
  return [
    ...(view.type === 'home' ? [] : [`== ${view.title} ==`]),
    ...(view.banner === undefined ? [] : [`! ${view.banner}`]),
    ...renderBlocks(view.blocks, options),
    ...footer,
  ].join('\n')
}

/** A message as lines: its blocks, or its text when it has none, then its files. */
export function renderMessage(message: JsonObject, options: RenderOptions = {}): string {
  const blocks = objectsOf(message.blocks)
  const body = blocks.length > 0 ? renderBlocks(blocks, options) : [plainText(message.text, options.nameOf)]
  const files = objectsOf(message.files).map(
    (file) => `(file: ${textOf(file.title) ?? textOf(file.name) ?? ''})`,
  )
  return [...body, ...files].filter((line, index) => line !== '' || index > 0).join('\n')
}

export function renderBlocks(blocks: readonly JsonObject[], options: RenderOptions = {}): string[] {
  return blocks.flatMap((block) => renderBlock(block, options))
}

function renderBlock(block: JsonObject, options: RenderOptions): string[] {
  const text = (value: JsonValue | undefined) => plainText(value, options.nameOf)
  const element = (value: JsonObject) => renderElement(value, stateOf(block, value, options), options.nameOf)
  switch (block.type) {
    case 'header':
      return [`# ${text(block.text)}`]
    case 'divider':
      return ['---']
    case 'section':
      return [
        ...(block.text === undefined ? [] : text(block.text).split('\n')),
        ...objectsOf(block.fields).flatMap((field) => text(field).split('\n')),
        ...(isObject(block.accessory) ? element(block.accessory) : []),
      ]
    case 'context':
      return [
        objectsOf(block.elements)
          .map((item) => (item.type === 'image' ? text(item.alt_text) : text(item)))
          .join('  '),
      ]
    case 'actions':
    case 'context_actions':
      return [objectsOf(block.elements).flatMap(element).join(' ')]
    case 'input':
      return renderInput(block, options)
    case 'alert':
      return [`! ${text(block.text)}`]
    case 'image':
      return [`(image: ${text(block.alt_text)})`]
    case 'markdown':
      return (textOf(block.text) ?? '').split('\n')
    case 'rich_text':
      return [plainRichText(block)]
    case 'card':
      return [
        ...[block.title, block.subtitle, block.body].map(text).filter((line) => line !== ''),
        ...objectsOf(block.actions).flatMap(element),
      ]
    case 'container':
      return [text(block.title), ...renderBlocks(objectsOf(block.child_blocks), options)]
    case 'carousel':
      return renderBlocks(objectsOf(block.elements), options)
    case 'table':
      return (Array.isArray(block.rows) ? block.rows : []).map((row) =>
        (Array.isArray(row) ? row : [])
          .map((cell) => (isObject(cell) ? plainRichText(cell) || text(cell) : ''))
          .join(' | '),
      )
    default:
      return [`(${String(block.type)})`]
  }
}

function renderInput(block: JsonObject, options: RenderOptions): string[] {
  const element = isObject(block.element) ? block.element : {}
  const optional = block.optional === true ? ' (optional)' : ''
  const lines = renderElement(element, stateOf(block, element, options), options.nameOf)
  const label = `${plainText(block.label)}${optional}:`
  const error = options.errors?.[String(block.block_id)]
  const oneLine = lines.length === 1
  return [
    oneLine ? `${label} ${lines[0]}` : label,
    ...(oneLine ? [] : lines.map((line) => `  ${line}`)),
    ...(block.hint === undefined ? [] : [`  (${plainText(block.hint)})`]),
    ...(error === undefined ? [] : [`  ! ${error}`]),
  ]
}

function stateOf(block: JsonObject, element: JsonObject, { state }: RenderOptions): JsonObject | undefined {
  return state?.values[String(block.block_id)]?.[String(element.action_id)]
}

/** All text inside rich text elements, in order. */
function plainRichText(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(plainRichText).join('')
  if (!isObject(value)) return ''
  if (typeof value.text === 'string') return value.text
  if (typeof value.url === 'string') return value.url
  if (typeof value.user_id === 'string') return `@${value.user_id}`
  return plainRichText(value.elements ?? [])
}
