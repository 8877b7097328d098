import { ApiError, invalidArguments } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { Parts } from '../parts.ts'

export type Call = { readonly method: string; readonly args: JsonObject }

export type Method = {
  /** Which kind of token it takes; `none`: no token at all. Default: the bot's. */
  readonly token?: 'bot' | 'app' | 'none'
  /** All of these are needed. Default: none. */
  scopes?(call: Call, parts: Parts): readonly string[]
  run(call: Call, parts: Parts): JsonObject
}

export type Methods = Readonly<Record<string, Method>>

/** A required text argument. */
export function requiredText(call: Call, key: string): string {
  const value = optionalText(call, key)
  if (value === undefined) throw invalidArguments(`missing required field: ${key}`)
  return value
}

export function optionalText(call: Call, key: string): string | undefined {
  const value = call.args[key]
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'string' ? value : String(value)
}

/** True for `true` and, as form fields have it, `"true"` and `"1"`. */
export function flag(call: Call, key: string): boolean {
  return ['true', '1'].includes(String(call.args[key] ?? ''))
}

function numberOf(call: Call, key: string, fallback: number): number {
  const value = Number(call.args[key] ?? fallback)
  if (!Number.isFinite(value)) throw invalidArguments(`must be a number [json-pointer:/${key}]`)
  return value
}

/** One page of a list, with Slack's cursor. */
export function pageOf<Item>(
  items: readonly Item[],
  call: Call,
  defaultLimit: number,
): { page: Item[]; cursor: string } {
  const limit = Math.max(1, Math.min(numberOf(call, 'limit', defaultLimit) || defaultLimit, 1000))
  const cursor = optionalText(call, 'cursor')
  const start = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64url').toString().slice(5))
  if (!Number.isInteger(start)) throw new ApiError('invalid_cursor')
  const end = start + limit
  return {
    page: items.slice(start, end),
    cursor: end < items.length ? Buffer.from(`next:${end}`).toString('base64url') : '',
  }
}
