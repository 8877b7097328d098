import type { Answer } from './answer.ts'
import type { Call, ReadCall } from './call.ts'
import { answerCustomInputs, answerOperations } from './catalog-answers.ts'
import type { Fault } from './fault.ts'
import { postJob } from './post-job.ts'
import { searchClients } from './search-clients.ts'

export type CarryOutOptions = {
  readonly clock: () => number
  readonly operationsAsObjects: boolean
  readonly refusalStatus: 200 | 422
}

/** Does what a call asks for, and gives the answer that SingleOps would send. */
export function carryOut(
  call: Call,
  read: ReadCall,
  fault: Fault | undefined,
  options: CarryOutOptions,
): Answer {
  if (read.problem) return read.problem
  const { account, body = {} } = read
  switch (call.path) {
    case 'operations':
      return answerOperations(account)
    case 'custom_inputs':
      return answerCustomInputs(account, options.operationsAsObjects)
    case 'clients/search_by_field':
      return searchClients(account, call.query)
    default:
      return postJob(body, account, {
        now: options.clock(),
        refusalStatus: options.refusalStatus,
        refusal: fault?.kind === 'refuse' ? fault : undefined,
      })
  }
}
