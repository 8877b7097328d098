import { isObject, type JsonObject } from '../workspace/json.ts'
import type { Account } from './account.ts'
import { CAPS, checkText } from './caps.ts'
import { checkClient } from './check-client.ts'
import { checkCustomValues } from './check-custom-values.ts'
import { checkTask } from './check-task.ts'

/** Everything that is wrong with the body of `POST jobs`; empty: SingleOps would take it. */
export function findProblems(body: JsonObject, account: Account): string[] {
  const job = body.job
  if (!isObject(job)) return ['job is missing']
  return [
    ...checkClient(body, account),
    ...checkOperation(job.operation_id, account),
    ...checkText(job.name, 'job.name', CAPS.jobName),
    ...checkText(job.notes, 'job.notes', CAPS.jobNotes),
    ...checkCustomValues(job.custom_field_values, account.customInputs, job.operation_id),
    ...checkVisit(body.visit),
    ...checkTask(body),
  ]
}

function checkOperation(id: unknown, account: Account): string[] {
  if (id === undefined || id === null || id === '') return ["job.operation_id can't be blank"]
  if (typeof id !== 'number') return ['job.operation_id must be a number']
  const operation = account.operations.find((one) => one.id === id)
  if (!operation) return [`operation ${id} is unknown`]
  return operation.active ? [] : [`operation ${id} (${operation.name}) is not active`]
}

function checkVisit(visit: unknown): string[] {
  const stageId = isObject(visit) ? visit.visit_stage_id : undefined
  return Number.isInteger(stageId) ? [] : ['visit.visit_stage_id must be a number']
}
