import { ApiError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { Parts } from '../parts.ts'
import type { Call, Methods } from './call.ts'
import { authMethods } from './methods/auth.ts'
import { blockMethods } from './methods/blocks.ts'
import { chatMethods } from './methods/chat.ts'
import { conversationMethods } from './methods/conversations.ts'
import { fileMethods } from './methods/files.ts'
import { userMethods } from './methods/users.ts'
import { viewMethods } from './methods/views.ts'

export const METHODS: Methods = {
  ...authMethods,
  ...blockMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...userMethods,
  ...viewMethods,
}

export type Tokens = { readonly bot: string; readonly app: string }

/** Carries a call out; Slack's refusals become `ok:false`. */
export function answerCall(
  call: Call,
  token: string | undefined,
  tokens: Tokens,
  methods: Methods,
  parts: Parts,
): JsonObject {
  try {
    const method = methods[call.method]
    if (!method) throw new ApiError('unknown_method')
    if (method.token !== 'none') checkToken(token, tokens, method.token ?? 'bot')
    checkScopes(method.scopes?.(call, parts) ?? [], parts)
    return { ok: true, ...method.run(call, parts) }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { ok: false, error: error.code, ...error.details }
  }
}

function checkToken(token: string | undefined, tokens: Tokens, wanted: 'bot' | 'app'): void {
  if (!token) throw new ApiError('not_authed')
  if (token === tokens[wanted]) return
  throw new ApiError(Object.values(tokens).includes(token) ? 'not_allowed_token_type' : 'invalid_auth')
}

function checkScopes(needed: readonly string[], { manifest, strictScopes }: Parts): void {
  const missing = needed.filter((scope) => !manifest.scopes.has(scope))
  if (!strictScopes || missing.length === 0) return
  throw new ApiError('missing_scope', {
    needed: missing.join(','),
    provided: [...manifest.scopes].join(','),
  })
}
