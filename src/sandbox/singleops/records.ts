import type { Account } from './account.ts'
import type { SandboxClient } from './api.ts'
import { type SandboxJob, type StoredJob, stageOf } from './job.ts'
import type { WireClient } from './wire.ts'

export function toSandboxJob(job: StoredJob, account: Account): SandboxJob {
  const client = account.clients.get(job.clientId)
  if (!client) throw new Error(`job ${job.id} has no client ${job.clientId}`)
  const task = account.tasks.find((one) => one.id === job.taskId)
  return { ...job, clientName: client.name, stage: stageOf(client, task) }
}

export function toSandboxClient(client: WireClient, account: Account): SandboxClient {
  return { ...client, account: account.key }
}
