import type {
  ActionsBlock,
  ActionsBlockElement,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  SectionBlock,
  SectionBlockAccessory,
  TextObject,
} from '@slack/types'
import { BLOCK_LIMITS } from './limits.ts'
import { mrkdwn, plain } from './text.ts'

const toText = (text: string | TextObject): TextObject => (typeof text === 'string' ? mrkdwn(text) : text)

export function section(parts: {
  /** A string is mrkdwn. */
  readonly text: string | TextObject
  readonly blockId?: string
  readonly fields?: readonly (string | TextObject)[]
  readonly accessory?: SectionBlockAccessory
}): SectionBlock {
  return {
    type: 'section',
    text: toText(parts.text),
    ...(parts.blockId !== undefined && { block_id: parts.blockId }),
    ...(parts.fields?.length && {
      fields: parts.fields
        .slice(0, BLOCK_LIMITS.sectionFields)
        .map((field) => (typeof field === 'string' ? mrkdwn(field, BLOCK_LIMITS.sectionField) : field)),
    }),
    ...(parts.accessory && { accessory: parts.accessory }),
  }
}

/** Small print. Strings are mrkdwn. */
export function context(texts: readonly (string | TextObject)[], blockId?: string): ContextBlock {
  return {
    type: 'context',
    elements: texts.slice(0, BLOCK_LIMITS.contextElements).map(toText),
    ...(blockId !== undefined && { block_id: blockId }),
  }
}

export function actions(elements: readonly ActionsBlockElement[], blockId?: string): ActionsBlock {
  return {
    type: 'actions',
    elements: elements.slice(0, BLOCK_LIMITS.actionsElements),
    ...(blockId !== undefined && { block_id: blockId }),
  }
}

export function divider(): DividerBlock {
  return { type: 'divider' }
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, BLOCK_LIMITS.header) }
}
