import { escapeLine } from '../escape.ts'
import type { Message } from './message.ts'

const NAME_CAP = 80
const MENTION = /<@([A-Z0-9]+)>/gu

/** Whom a message mentions. What customers wrote is escaped: every mention is ours. */
export function mentionedIn(message: Message): readonly string[] {
  const found = [...JSON.stringify(message).matchAll(MENTION)].map(([, user = '']) => user)
  return [...new Set(found)]
}

/**
 * The message with names in the place of mentions: a mention in a new message calls people, wherever it stands, and who took a lead
 * knows of it. Whose name is not known stays mentioned.
 */
export function namedInstead(message: Message, names: ReadonlyMap<string, string>): Message {
  const rename = (text: string) =>
    text.replace(MENTION, (mention, user: string) => {
      const name = names.get(user)
      return name === undefined ? mention : escapeLine(name, NAME_CAP)
    })
  return {
    text: rename(message.text),
    blocks: message.blocks.map((block) => inStrings(block, rename)),
  }
}

function inStrings<Value>(value: Value, change: (text: string) => string): Value
function inStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item: unknown) => inStrings(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inStrings(item, change)]))
}
