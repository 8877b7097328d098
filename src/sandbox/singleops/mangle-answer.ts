import { STATUS_CODES } from 'node:http'
import { type Answer, errorAnswer, htmlAnswer } from './answer.ts'
import type { Fault } from './fault.ts'

/** What a fault leaves of the answer that SingleOps would have sent. */
export function mangleAnswer(answer: Answer, fault: Fault | undefined): Answer {
  switch (fault?.kind) {
    case 'empty-body':
      return { ...answer, body: '' }
    case 'truncated-json':
      return { ...answer, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) }
    case 'not-json':
      return htmlAnswer(answer.status, 'SingleOps')
    case 'without-id':
      return { ...answer, body: answer.body.replace(/,"id":\d+\}$/u, '}') }
    default:
      return answer
  }
}

/** Refusals come from the application, as JSON; what says that it is down or broken comes from the servers before it, as HTML. */
export function statusAnswer(fault: Extract<Fault, { kind: 'status' }>): Answer {
  const title = STATUS_CODES[fault.status] ?? 'Error'
  const headers = {
    ...(fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }),
    ...(fault.location === undefined ? {} : { location: fault.location }),
  }
  return fault.status >= 400 && fault.status < 500
    ? errorAnswer(fault.status, title, headers)
    : htmlAnswer(fault.status, `${fault.status} ${title}`, headers)
}
