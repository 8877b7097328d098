import type { Account } from './account.ts'
import { type Answer, escapeHtml, pageAnswer } from './answer.ts'
import { toSandboxJob } from './records.ts'

/** The page of a job (`/jobs/ID`) or client (`/clients/ID`), for links from elsewhere; no log-in, as there is nothing real in it. */
export function findPage(method: string, path: string, accounts: readonly Account[]): Answer | undefined {
  const [, kind, id] = /^\/(jobs|clients)\/(\d+)$/u.exec(path) ?? []
  if (method !== 'GET' || id === undefined) return undefined
  for (const account of accounts) {
    const record = kind === 'jobs' ? findJob(account, Number(id)) : findClient(account, Number(id))
    if (record) return pageAnswer(200, record.title, toTable(record.facts))
  }
  return undefined
}

type RecordPage = { readonly title: string; readonly facts: Readonly<Record<string, unknown>> }

function findJob(account: Account, id: number): RecordPage | undefined {
  const job = account.jobs.find((one) => one.id === id)
  if (!job) return undefined
  const { customValues, taskId, ...facts } = toSandboxJob(job, account)
  const task = account.tasks.find((one) => one.id === taskId)
  const inputs = Object.fromEntries(customValues.map(({ name, value }) => [name, value]))
  return { title: `Job ${id}`, facts: { ...facts, ...inputs, task: task?.name, start: task?.start } }
}

function findClient(account: Account, id: number): RecordPage | undefined {
  const client = account.clients.get(id)
  if (!client) return undefined
  const { token: _token, ...facts } = client
  return { title: client.name, facts }
}

function toTable(facts: Readonly<Record<string, unknown>>): string {
  const rows = Object.entries(facts)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(String(value))}</td></tr>`)
  return `<table>\n${rows.join('\n')}\n</table>`
}
