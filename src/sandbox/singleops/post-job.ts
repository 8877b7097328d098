import type { JsonObject } from '../workspace/json.ts'
import type { Account } from './account.ts'
import { type Answer, jsonAnswer } from './answer.ts'
import { findProblems } from './check-job.ts'
import { enterJob, enterPortalClient } from './enter-job.ts'
import type { Fault } from './fault.ts'
import type { WireJobAnswer, WireJobRequest } from './wire.ts'

export type PostJobOptions = {
  readonly now: number
  readonly refusalStatus: 200 | 422
  /** Refuse it although it is in order. */
  readonly refusal: Extract<Fault, { kind: 'refuse' }> | undefined
}

export function postJob(body: JsonObject, account: Account, options: PostJobOptions): Answer {
  const problems = findProblems(body, account)
  if (!isInOrder(body, problems)) return refuse(problems.join('; '), options.refusalStatus)
  const { refusal } = options
  if (refusal) {
    if (refusal.leavesClient && body.job.client_id === '') enterPortalClient(body, account)
    return refuse(refusal.text ?? null, options.refusalStatus)
  }
  return toAnswer(200, { success: true, error: null, id: enterJob(body, account, options.now) })
}

function isInOrder(_body: unknown, problems: readonly string[]): _body is WireJobRequest {
  return problems.length === 0
}

function refuse(error: string | null, status: number): Answer {
  return toAnswer(status, { success: false, error, id: null })
}

function toAnswer(status: number, answer: WireJobAnswer): Answer {
  return jsonAnswer(status, answer)
}
