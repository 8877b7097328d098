import type { z } from 'zod'
import { NotAnsweredError } from './errors.ts'

/** Rejects what the schema doesn't know as `unreadable`. The cause names the fields, never their values. */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> {
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new NotAnsweredError('unreadable', { status: 200, cause: parsed.error })
  return parsed.data
}
