import type { Message } from '../api.ts'
import { isObject, type JsonObject } from '../json.ts'

function reactionsOf(message: Message): JsonObject[] {
  return Array.isArray(message.reactions) ? message.reactions.filter(isObject) : []
}

/** Who reacted with this emoji. */
export function reactedBy(message: Message, name: string): string[] {
  const users = reactionsOf(message).find((reaction) => reaction.name === name)?.users
  return Array.isArray(users) ? users.map(String) : []
}

export function addReaction(message: Message, name: string, userId: string): void {
  setReaction(message, name, [...new Set([...reactedBy(message, name), userId])])
}

export function removeReaction(message: Message, name: string, userId: string): void {
  setReaction(
    message,
    name,
    reactedBy(message, name).filter((id) => id !== userId),
  )
}

function setReaction(message: Message, name: string, users: string[]): void {
  const others = reactionsOf(message).filter((reaction) => reaction.name !== name)
  message.reactions = users.length > 0 ? [...others, { name, users, count: users.length }] : others
}
