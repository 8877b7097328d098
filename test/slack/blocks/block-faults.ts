import type { HomeView, ModalView } from '@slack/types'
import type { Problem } from '../../../src/sandbox/workspace/validate/problem.ts'
import { validateMessage } from '../../../src/sandbox/workspace/validate/validate-message.ts'
import { validateView } from '../../../src/sandbox/workspace/validate/validate-view.ts'
import { BLOCK_LIMITS } from '../../../src/slack/blocks/limits.ts'
import type { Message } from '../../../src/slack/messages/message.ts'

/** Why Slack would refuse a message, or show it otherwise than it was meant. Empty when it is good. */
export function messageFaults(message: Message): string[] {
  return [
    ...validateMessage(message).map(describe),
    ...textFaults(message),
    ...markupFaults(message.text),
    ...(message.text.length > BLOCK_LIMITS.messageText ? ['text is too long to be recommended'] : []),
  ]
}

/** The same for a view. */
export function viewFaults(view: HomeView | ModalView): string[] {
  return [...validateView(view).map(describe), ...textFaults(view.blocks)]
}

const describe = ({ pointer, message }: Problem): string => `${pointer} ${message}`

/** Every text is there, is well-formed, and holds no markup but ours. */
function textFaults(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textFaults)
  if (typeof part !== 'object' || part === null) return []
  const { type, text } = part as { type?: unknown; text?: unknown }
  const own =
    typeof text === 'string'
      ? [
          ...(text.trim() === '' || !text.isWellFormed() ? [`blank or broken: ${JSON.stringify(text)}`] : []),
          ...(type === 'mrkdwn' ? markupFaults(text) : []),
        ]
      : []
  return [...own, ...Object.values(part).flatMap(textFaults)]
}

// Links, mentions of people and channels and times are ours; anything else in angle brackets came from a customer.
const OURS =
  /<(?:!date\^\d+\^[^<>|]+\|earlier|@U0SAM|@U0OLIVIA|#C0[A-Z]+|(?:tel:|mailto:|https:\/\/)[^<>|]+\|[^<>]+)>/gu

function markupFaults(text: string): string[] {
  const rest = text.replaceAll(OURS, '')
  return /[<>]|&(?!amp;|lt;|gt;)/u.test(rest) ? [`markup: ${rest.slice(0, 80)}`] : []
}
