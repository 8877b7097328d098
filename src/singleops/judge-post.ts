import { AccountBlockedError, RefusedError, RetryLaterError, UnsureError } from '../delivery/errors.ts'
import { type JobId, jobId } from '../lead/ids.ts'
import { present } from '../lead/present.ts'
import { codeOf, isTooSlow } from './error-codes.ts'
import type { PostAnswer, PostResult } from './posting.ts'
import { readRefusal } from './refusal-text.ts'
import { readRetryAfter } from './retry-after.ts'
import { jobAnswer } from './schemas.ts'

export type JudgeContext = { readonly now: number; readonly secrets: readonly string[] }

/** What a POST has come to: the job, or one of `delivery/errors.ts`. Source of the classes: DESIGN "States of a lead". */
export function judgePost(result: PostResult, context: JudgeContext): { readonly jobId?: JobId } {
  switch (result.kind) {
    case 'answered':
      return judgeAnswer(result.answer, context)
    case 'not-sent':
      throw new RetryLaterError(notSentCode(result.error), "SingleOps can't be reached", {
        cause: result.error,
      })
    case 'no-answer': {
      const code = isTooSlow(result.error) ? 'answer_too_slow' : 'answer_lost'
      throw new UnsureError(code, "SingleOps didn't answer", { cause: result.error })
    }
  }
}

function judgeAnswer(answer: PostAnswer, context: JudgeContext): { readonly jobId?: JobId } {
  const { status } = answer
  const retryAfterSeconds = readRetryAfter(answer.retryAfter, context.now)
  if (status >= 200 && status < 300) return judgeSuccess(answer.body, context)
  if (status === 429 || (status === 503 && retryAfterSeconds !== undefined)) {
    throw new RetryLaterError(
      `http_${status}`,
      'SingleOps asks us to come back later',
      present({ retryAfterSeconds }),
    )
  }
  if (status === 401 || status === 403 || status === 404 || (status >= 300 && status < 400)) {
    throw new AccountBlockedError(
      `http_${status}`,
      BLOCKED[status] ?? 'SingleOps has moved to another address',
    )
  }
  if (status >= 400 && status < 500)
    throw new RefusedError(readRefusal(tryParse(answer.body), context.secrets))
  throw new UnsureError(`http_${status}`, 'SingleOps had a problem of its own while it took the lead')
}

const BLOCKED: Readonly<Record<number, string>> = {
  401: 'SingleOps does not accept the credentials of the API user',
  403: 'The API user may not enter leads',
  404: 'There is no Lead Entry API at this address',
}

function judgeSuccess(body: string, context: JudgeContext): { readonly jobId?: JobId } {
  const json = tryParse(body)
  const parsed = jobAnswer.safeParse(json)
  if (!parsed.success || typeof parsed.data.success !== 'boolean') {
    throw new UnsureError('unreadable', 'SingleOps sent an answer that makes no sense')
  }
  if (!parsed.data.success) throw new RefusedError(readRefusal(json, context.secrets))
  return present({ jobId: parsed.data.id ? jobId(parsed.data.id) : undefined })
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's error quotes the answer, so nothing of it is kept: an answer that is no JSON is undefined.
    return undefined
  }
}

// For logs and metrics only; nothing is decided by it.
function notSentCode(error: unknown): string {
  if (isTooSlow(error)) return 'connect_timeout'
  if (error instanceof DOMException && error.name === 'AbortError') return 'aborted'
  const code = codeOf(error) ?? ''
  if (code === 'ECONNREFUSED') return 'connect_refused'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'dns'
  if (/^ERR_(SSL|TLS)|CERT|^EPROTO$|SIGNED/u.test(code)) return 'tls'
  return 'not_sent'
}
