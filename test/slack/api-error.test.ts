import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import { readApiFailure, SlackCallError } from '../../src/slack/api-error.ts'

const refused = (error: string) => new WebAPIPlatformError({ ok: false, error })
const network = (code: string) =>
  new WebAPIRequestError(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }))

describe('readApiFailure', () => {
  it.each([
    ['is_archived', 'permanent'],
    ['is_inactive', 'permanent'],
    ['channel_not_found', 'permanent'],
    ['not_in_channel', 'permanent'],
    ['restricted_action', 'permanent'],
    ['missing_scope', 'permanent'],
    ['invalid_blocks', 'permanent'],
    ['message_not_found', 'gone'],
    ['edit_window_closed', 'gone'],
    ['not_found', 'gone'],
    ['internal_error', 'lost'],
    ['fatal_error', 'lost'],
    ['service_unavailable', 'later'],
    ['ratelimited', 'later'],
    ['token_revoked', 'later'],
    ['a_code_of_next_year', 'later'],
  ])('reads %s as %s', (code, kind) => {
    expect(readApiFailure(refused(code))).toEqual({ kind, code })
  })

  it('waits as long as Slack asks for', () => {
    expect(readApiFailure(new WebAPIRateLimitedError(30))).toEqual({
      kind: 'later',
      code: 'ratelimited',
      afterMs: 30_000,
    })
  })

  it.each([
    ['ECONNREFUSED', 'later'],
    ['ENOTFOUND', 'later'],
    ['EHOSTUNREACH', 'later'],
    ['ECONNRESET', 'lost'],
    ['EPIPE', 'lost'],
  ])('knows whether anything was sent when the network failed with %s', (code, kind) => {
    expect(readApiFailure(network(code))).toEqual({ kind, code })
  })

  it.each([
    [502, 'lost'],
    [403, 'later'],
  ])('reads status %d as %s', (status, kind) => {
    expect(readApiFailure(new WebAPIHTTPError(status, 'x', {}, 'Jane Smith'))).toEqual({
      kind,
      code: `http_${status}`,
    })
  })

  it('takes what it does not know for lost', () => {
    expect(readApiFailure(new Error('Jane Smith'))).toEqual({ kind: 'lost', code: 'unexpected' })
  })
})

describe('SlackCallError', () => {
  it('carries the code', () => {
    expect(new SlackCallError('conversations.history', 'ratelimited').code).toBe('ratelimited')
  })
})
