import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  AccountBlockedError,
  type DeliveryError,
  RefusedError,
  RetryLaterError,
  UnsureError,
} from '../../src/delivery/errors.ts'
import { judgePost } from '../../src/singleops/judge-post.ts'
import type { PostResult } from '../../src/singleops/posting.ts'

const NOW = Date.UTC(2026, 10, 23, 14)
const SECRETS = ['sandbox-token-1', 'api@sandbox.example']

function answered(status: number, body: unknown = {}, retryAfter?: string): PostResult {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { kind: 'answered', answer: { status, retryAfter, body: text } }
}

function judge(result: PostResult): unknown {
  try {
    return judgePost(result, { now: NOW, secrets: SECRETS })
  } catch (error) {
    return error
  }
}

describe('judgePost', () => {
  it('gives the job of a success', () => {
    expect(judge(answered(200, { success: true, error: null, id: 148830 }))).toEqual({ jobId: '148830' })
    expect(judge(answered(201, { success: true, id: '7' }))).toEqual({ jobId: '7' })
  })

  it('knows that it was delivered when the success names no job', () => {
    expect(judge(answered(200, { success: true, error: null }))).toEqual({})
    expect(judge(answered(200, { success: true, id: null }))).toEqual({})
  })

  it.each([
    ['a refusal', answered(200, { success: false, error: 'Operation is inactive' }), RefusedError],
    ['a refusal without a text', answered(200, { success: false }), RefusedError],
    ['400', answered(400, { error: 'Bad' }), RefusedError],
    ['422 as a page', answered(422, '<html>'), RefusedError],
    ['401', answered(401), AccountBlockedError],
    ['403', answered(403), AccountBlockedError],
    ['404', answered(404), AccountBlockedError],
    ['301', answered(301), AccountBlockedError],
    ['302 with a success in it', answered(302, { success: true, id: 1 }), AccountBlockedError],
    ['429', answered(429), RetryLaterError],
    ['503 that says when', answered(503, {}, '30'), RetryLaterError],
    ['503 that does not', answered(503), UnsureError],
    ['503 with nonsense for when', answered(503, {}, 'soon'), UnsureError],
    ['500', answered(500, '<html>'), UnsureError],
    ['502', answered(502), UnsureError],
    ['504', answered(504), UnsureError],
    ['an empty body', answered(200, ''), UnsureError],
    ['a page instead of JSON', answered(200, '<!doctype html>'), UnsureError],
    ['truncated JSON', answered(200, '{"success":tr'), UnsureError],
    ['JSON that says nothing', answered(200, { id: 12 }), UnsureError],
    ['a success that is no boolean', answered(200, { success: 'yes', id: 12 }), UnsureError],
    ['nothing sent', { kind: 'not-sent', error: new Error('x') }, RetryLaterError],
    ['no answer', { kind: 'no-answer', error: new Error('x'), status: undefined }, UnsureError],
    ['half an answer', { kind: 'no-answer', error: new Error('x'), status: 200 }, UnsureError],
  ] satisfies [string, PostResult, typeof DeliveryError | typeof RefusedError][])(
    'tells %s apart',
    (_, result, kind) => {
      expect(judge(result)).toBeInstanceOf(kind)
    },
  )

  it.each([
    ['seconds', '30', 30],
    ['an HTTP date', 'Mon, 23 Nov 2026 14:01:30 GMT', 90],
    ['a date that has passed', 'Mon, 23 Nov 2026 13:00:00 GMT', 0],
    ['nonsense', '-5', undefined],
    ['nothing', undefined, undefined],
  ])('hands on how long to wait: %s', (_, header, seconds) => {
    expect(judge(answered(429, {}, header))).toMatchObject({ retryAfterSeconds: seconds })
  })

  it.each([
    ['a text', { success: false, error: ' Name has been\n taken ' }, 'Name has been taken'],
    ['a list', { success: false, error: ['No name', 'No phone'] }, 'No name; No phone'],
    [
      'fields',
      { success: false, errors: { name: ['is taken'], phone: ['is odd'] } },
      'name is taken; phone is odd',
    ],
    ['nothing', { success: false, error: null }, undefined],
    ['a message', { success: false, error: '', message: 'Closed' }, 'Closed'],
  ])("hands on SingleOps' own words: %s", (_, body, reason) => {
    expect(judge(answered(200, body))).toMatchObject({ reason })
  })

  it('takes our credentials out of what SingleOps says', () => {
    const error = judge(answered(422, { error: `user api@sandbox.example with sandbox-token-1 may not` }))

    expect(error).toMatchObject({ reason: 'user ••• with ••• may not' })
  })

  it('says delivered only when SingleOps said so, whatever it answers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 200, max: 599 }),
        fc.json(),
        fc.option(fc.string()),
        (status, body, header) => {
          const outcome = judge(answered(status, body, header ?? undefined))
          const parsed: unknown = JSON.parse(body)
          const saidSo =
            status < 300 &&
            typeof parsed === 'object' &&
            parsed !== null &&
            'success' in parsed &&
            parsed.success === true
          expect(outcome instanceof Error).toBe(!saidSo)
        },
      ),
    )
  })
})
