import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'

/** What a failed call to Slack means for the message or view that it was about. `code` is Slack's or the network's, without data. */
export type ApiFailure =
  /** Slack will never take it as it is. */
  | { readonly kind: 'permanent'; readonly code: string }
  /** What should be changed is not there, or can't be changed any more. */
  | { readonly kind: 'gone'; readonly code: string }
  /** It was surely not done and may be tried again. */
  | { readonly kind: 'later'; readonly code: string; readonly afterMs?: number }
  /** It may have been done. */
  | { readonly kind: 'lost'; readonly code: string }

/** Slack did not do what was asked. Its message holds only the method and the code. */
export class SlackCallError extends Error {
  override name = 'SlackCallError'
  readonly code: string

  constructor(method: string, code: string) {
    super(`Slack did not answer ${method}: ${code}`)
    this.code = code
  }
}

/** Reads an error of the Web API client by its class and code. Source: error codes of the methods' pages. */
export function readApiFailure(error: unknown): ApiFailure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', code: 'ratelimited', afterMs: error.retryAfter * 1000 }
  }
  if (error instanceof WebAPIPlatformError) return readPlatformCode(tidyCode(error.data.error))
  if (error instanceof WebAPIHTTPError) return readStatus(error.statusCode)
  if (error instanceof WebAPIRequestError) return readNetworkError(error.original)
  return { kind: 'lost', code: 'unexpected' }
}

// What is no code may be anything, if something else than Slack answers; it goes into logs.
const tidyCode = (code: unknown): string =>
  typeof code === 'string' && /^[a-z][a-z0-9_]{0,63}$/u.test(code) ? code : 'unexpected'

function readPlatformCode(code: string): ApiFailure {
  if (PERMANENT.has(code)) return { kind: 'permanent', code }
  if (GONE.has(code)) return { kind: 'gone', code }
  return MAY_BE_DONE.has(code) ? { kind: 'lost', code } : { kind: 'later', code }
}

function readStatus(status: number): ApiFailure {
  const code = `http_${status}`
  return status >= 500 ? { kind: 'lost', code } : { kind: 'later', code }
}

function readNetworkError(original: Error): ApiFailure {
  const code = codeOf(original.cause) ?? codeOf(original) ?? 'network'
  return NEVER_SENT.has(code) ? { kind: 'later', code } : { kind: 'lost', code }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

// Asking again changes nothing, only a person does: the channel, the workspace's rules, the installation, or our own blocks.
const PERMANENT: ReadonlySet<string> = new Set([
  'is_archived',
  // What chat.update says of an archived channel.
  'is_inactive',
  'channel_not_found',
  'channel_type_not_supported',
  'not_in_channel',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'restricted_action_non_threadable_channel',
  'restricted_action_thread_locked',
  'cannot_reply_to_message',
  'thread_not_found',
  'messages_tab_disabled',
  'team_access_not_granted',
  'method_not_supported_for_channel_type',
  'missing_scope',
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'user_disabled',
  'cannot_dm_bot',
  'no_text',
  'msg_too_long',
  'msg_blocks_too_long',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_arguments',
  'metadata_too_large',
  'metadata_must_be_sent_from_app',
  // A trigger is not there, used or too old. Slack's guide and the methods' pages name it differently.
  'invalid_trigger_id',
  'exchanged_trigger_id',
  'expired_trigger_id',
  'trigger_exchanged',
  'trigger_expired',
])

const GONE: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'not_found',
])

// Slack's page on these: some aspect of the operation may have succeeded.
const MAY_BE_DONE: ReadonlySet<string> = new Set(['fatal_error', 'internal_error', 'request_timeout'])

const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
