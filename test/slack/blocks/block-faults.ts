import type { HomeView, ModalView } from '@slack/types'
import { validateMessage } from '../../../src/sandbox/workspace/validate/validate-message.ts'
import { validateView } from '../../../src/sandbox/workspace/validate/validate-view.ts'
import { BLOCK_LIMITS } from '../../../src/slack/blocks/limits.ts'
import type { Message } from '../../../src/slack/messages/message.ts'

/** Why Slack would refuse a message, or read customer text in it as markup. Empty when it is good. */
export function messageFaults(message: Message): string[] {
  return [
    ...validateMessage(message).map(({ pointer, message: fault }) => `${pointer} ${fault}`),
    ...countFaults(message.blocks, BLOCK_LIMITS.messageBlocks),
    ...faultsOf(message.blocks),
    ...lengthFault('text', message.text, BLOCK_LIMITS.messageText),
    ...markupFaults(message.text),
  ]
}

/** The same for a view. */
export function viewFaults(view: HomeView | ModalView): string[] {
  return [
    ...validateView(view).map(({ pointer, message }) => `${pointer} ${message}`),
    ...countFaults(view.blocks, view.type === 'home' ? BLOCK_LIMITS.homeBlocks : BLOCK_LIMITS.modalBlocks),
    ...faultsOf(view.blocks),
  ]
}

function countFaults(blocks: readonly { readonly block_id?: string }[], most: number): string[] {
  const ids = blocks.map((block) => block.block_id).filter((id) => id !== undefined)
  return [
    ...(blocks.length < 1 || blocks.length > most ? [`${blocks.length} blocks`] : []),
    ...(new Set(ids).size < ids.length ? ['a block id comes twice'] : []),
  ]
}

function faultsOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(faultsOf)
  if (typeof part !== 'object' || part === null) return []
  const fields = part as Readonly<Record<string, unknown>>
  return [...ownFaults(fields), ...Object.values(fields).flatMap(faultsOf)]
}

function ownFaults(part: Readonly<Record<string, unknown>>): string[] {
  const inner = (key: string): string => (part[key] as { text?: string } | undefined)?.text ?? ''
  switch (part.type) {
    case 'mrkdwn':
      return [...lengthFault('mrkdwn', part.text, 3000), ...markupFaults(String(part.text))]
    case 'plain_text':
      return lengthFault('plain_text', part.text, 3000)
    case 'header':
      return lengthFault('header', inner('text'), 150)
    case 'button':
      return [
        ...lengthFault('button', inner('text'), 75),
        ...(part.value === undefined ? [] : lengthFault('value', part.value, 2000)),
        ...(part.url === undefined ? [] : lengthFault('url', part.url, 3000)),
      ]
    case 'context':
      return elementFault(part, 10)
    case 'actions':
      return elementFault(part, 25)
    default:
      return []
  }
}

function elementFault(part: Readonly<Record<string, unknown>>, most: number): string[] {
  const count = Array.isArray(part.elements) ? part.elements.length : 0
  return count < 1 || count > most ? [`${part.type}: ${count} elements`] : []
}

function lengthFault(what: string, text: unknown, most: number): string[] {
  const good = typeof text === 'string' && text.trim() !== '' && text.length <= most && text.isWellFormed()
  return good ? [] : [`${what}: ${String(text).length} characters`]
}

// Links, mentions of people and channels are ours; anything else in angle brackets came from a customer.
const OURS = /<(?:@U0SAM|@U0OLIVIA|#C0[A-Z]+|(?:tel:|mailto:|https:\/\/)[^<>|]+\|[^<>]+)>/gu

function markupFaults(text: string): string[] {
  const rest = text.replaceAll(OURS, '')
  return /[<>]|&(?!amp;|lt;|gt;)/u.test(rest) ? [`markup: ${rest.slice(0, 80)}`] : []
}
