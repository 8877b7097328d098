import { isSensitiveKey, REDACTED, redactText } from './redact.ts'

// Deeper things are rather somebody's whole object than a fact worth a log line.
const MAX_DEPTH = 6
const MAX_ITEMS = 50

/** A copy that may be logged: nothing sensitive under any key, at any depth; errors with their causes. */
export function toLoggable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return '[too deep]'
  if (value instanceof Error) return toLoggableError(value, depth)
  if (value instanceof Date || value instanceof URL) return redactText(String(value))
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => toLoggable(item, depth + 1))
  if (value instanceof Map || value instanceof Set) return toLoggable([...value.values()], depth)
  return toLoggableFields(value, depth)
}

/** The fields of one log line. */
export function toLoggableFields(fields: object, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      isSensitiveKey(key) && !isHarmless(value) ? REDACTED : toLoggable(value, depth + 1),
    ]),
  )
}

// That an email is missing or a token is set may be said.
const isHarmless = (value: unknown): boolean =>
  value === undefined || value === null || typeof value === 'boolean'

function toLoggableError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error && isPlain(error.code) ? { code: error.code } : {}
  const cause = error.cause === undefined ? {} : { cause: toLoggable(error.cause, depth + 1) }
  const errors = error instanceof AggregateError ? { errors: toLoggable(error.errors, depth + 1) } : {}
  return { name: error.name, ...code, message: messageOf(error), stack: framesOf(error), ...cause, ...errors }
}

const isPlain = (code: unknown): boolean => typeof code === 'string' || typeof code === 'number'

function messageOf(error: Error): string {
  // JSON.parse quotes what it could not read: that is a customer's text as often as not.
  const message = error instanceof SyntaxError ? error.message.replace(/".*"/su, '"…"') : error.message
  return redactText(message)
}

/** Frames only: the first lines of a stack repeat the message. */
function framesOf(error: Error): string | undefined {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /u.test(line))
  return frames?.map((frame) => redactText(frame.trim())).join('\n')
}
