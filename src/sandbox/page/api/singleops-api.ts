import type { Fault } from '../../singleops/fault.ts'
import type { SandboxJob, SandboxTask } from '../../singleops/job.ts'
import type { RequestEntry } from '../../singleops/request-log.ts'
import type { WireClient } from '../../singleops/wire.ts'
import { deleteJson, getJson, postJson } from './http.ts'

export type Client = Omit<WireClient, 'token'> & { readonly account: string }
export type SetFault = { readonly id: number; readonly used: number; readonly fault: Fault }
export type { RequestEntry, SandboxJob, SandboxTask }

const ROOT = '/singleops'

export const getJobs = async () => (await getJson<{ jobs: SandboxJob[] }>(`${ROOT}/jobs`)).jobs
export const getTasks = async () => (await getJson<{ tasks: SandboxTask[] }>(`${ROOT}/tasks`)).tasks
export const getRequests = async () =>
  (await getJson<{ requests: RequestEntry[] }>(`${ROOT}/requests`)).requests

/** Null while there is none, and for requests of long ago. */
export const getAnswer = async (id: number) =>
  (await getJson<{ answer: string | null }>(`${ROOT}/requests/${id}/answer`)).answer

export const getClients = (options: { search: string; portal: boolean }) =>
  getJson<{ total: number; clients: Client[] }>(
    `${ROOT}/clients?${new URLSearchParams({
      ...(options.search === '' ? {} : { search: options.search }),
      ...(options.portal ? { portal: 'true' } : {}),
    })}`,
  )

export const confirmClient = (account: string, id: number) =>
  postJson(`${ROOT}/clients/${id}/confirm`, { account })

export const getFaults = async () => (await getJson<{ faults: SetFault[] }>(`${ROOT}/faults`)).faults
export const setFault = (fault: unknown) => postJson<{ id: number }>(`${ROOT}/faults`, fault)
export const clearFault = (id: number) => deleteJson(`${ROOT}/faults/${id}`)
