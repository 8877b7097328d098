import type { Account } from './account.ts'
import { readLocalTime } from './check-task.ts'
import type { SandboxTask } from './job.ts'
import type { WireClient, WireJobRequest, WireTask } from './wire.ts'

/** Enters a lead whose body was found in order; gives the job's id. */
export function enterJob(request: WireJobRequest, account: Account, now: number): number {
  const { job } = request
  const client = job.client_id === '' ? enterPortalClient(request, account) : { id: job.client_id }
  const id = account.firstId + account.jobs.length
  const task = request.job_task_create && request.task ? toTask(request.task, id, account) : undefined
  if (task) account.tasks.push(task)
  account.jobs.push({
    id,
    account: account.key,
    clientId: client.id,
    operationId: job.operation_id,
    operationName: account.operations.find((one) => one.id === job.operation_id)?.name ?? '',
    name: job.name ?? '',
    notes: job.notes ?? '',
    customValues: (job.custom_field_values ?? []).map((value) => ({
      ...value,
      name: account.customInputs.find((input) => input.id === value.custom_input_id)?.name ?? '',
    })),
    visitStageId: request.visit.visit_stage_id,
    taskId: task?.id ?? null,
    createdAt: new Date(now).toISOString(),
  })
  return id
}

export function enterPortalClient(request: WireJobRequest, account: Account): WireClient {
  const lead = request.portal_lead ?? {}
  return account.clients.addPortalClient({
    first_name: lead.first_name ?? null,
    last_name: lead.last_name ?? null,
    company_name: lead.company_name ?? null,
    email: lead.email ?? null,
    phone: lead.phone ?? null,
    mobile: lead.mobile ?? null,
    bill_addr_1: request.bill_addr_1 ?? null,
    bill_addr_2: request.bill_addr_2 ?? null,
    bill_addr_city: request.bill_addr_city ?? null,
    bill_addr_state: request.bill_addr_state ?? null,
    bill_addr_postal_code: request.bill_addr_postal_code ?? null,
  })
}

function toTask(task: WireTask, jobId: number, account: Account): SandboxTask {
  const start = readLocalTime(task.start)
  return {
    id: account.firstId + account.tasks.length,
    account: account.key,
    jobId,
    name: task.name,
    notes: task.notes ?? '',
    onSite: task.on_site ?? false,
    allDay: task.all_day ?? false,
    start: task.start ?? null,
    stop: task.stop ?? null,
    startsAt: start?.toZonedDateTime(account.timeZone).toInstant().toString() ?? null,
    assignee: null,
  }
}
