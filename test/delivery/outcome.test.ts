import { expect, it } from 'vitest'
import { AccountBlockedError, RefusedError, RetryLaterError, UnsureError } from '../../src/delivery/errors.ts'
import { toFailure } from '../../src/delivery/outcome.ts'

it.each([
  {
    error: new RefusedError('Name has already been taken'),
    failure: { kind: 'refused', code: 'refused', text: 'Name has already been taken' },
  },
  {
    error: new RefusedError(undefined),
    failure: { kind: 'refused', code: 'refused', text: '' },
  },
  {
    error: new RetryLaterError('http_429', 'SingleOps is busy', { retryAfterSeconds: 7 }),
    failure: { kind: 'retry', code: 'http_429', text: 'SingleOps is busy', retryAfterSeconds: 7 },
  },
  {
    error: new RetryLaterError('dns', 'SingleOps was not found'),
    failure: { kind: 'retry', code: 'dns', text: 'SingleOps was not found' },
  },
  {
    error: new AccountBlockedError('http_401', 'SingleOps does not know the API user'),
    failure: { kind: 'blocked', code: 'http_401', text: 'SingleOps does not know the API user' },
  },
  {
    error: new UnsureError('deadline', 'SingleOps did not answer'),
    failure: { kind: 'unsure', code: 'deadline', text: 'SingleOps did not answer' },
  },
  { error: new TypeError('refused'), failure: { kind: 'unsure', code: 'unexpected' } },
  { error: undefined, failure: { kind: 'unsure', code: 'unexpected' } },
])('takes $error.name ($error.message) as $failure.kind', ({ error, failure }) => {
  expect(toFailure(error)).toMatchObject(failure)
})
