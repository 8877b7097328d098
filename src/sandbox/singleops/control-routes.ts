import { isObject, type JsonObject } from '../workspace/json.ts'
import type { SandboxClient, SingleOpsServer } from './api.ts'
import type { ClientSeed } from './client-book.ts'
import { SandboxUseError } from './errors.ts'
import { isFault } from './fault.ts'
import type { FaultHandle, FaultSwitches } from './fault-switches.ts'

export type ControlDesk = {
  readonly server: SingleOpsServer
  readonly switches: FaultSwitches
  outage: FaultHandle | undefined
}

export type ControlCall = {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The number in the path, if any. */
  readonly id: number
  readonly body: unknown
}

type Route = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** Behind `/_sandbox`. */
  readonly path: RegExp
  readonly what: string
  readonly run: (desk: ControlDesk, call: ControlCall) => unknown
}

const PAGE_SIZE = 50

export const CONTROL_ROUTES: readonly Route[] = [
  { method: 'GET', path: /^$/u, what: 'this list', run: listRoutes },
  { method: 'GET', path: /^\/jobs$/u, what: 'jobs; ?account', run: listJobs },
  { method: 'GET', path: /^\/tasks$/u, what: 'tasks; ?account', run: listTasks },
  {
    method: 'GET',
    path: /^\/clients$/u,
    what: `clients, ${PAGE_SIZE} a page; ?account &search &portal=true &page`,
    run: listClients,
  },
  { method: 'POST', path: /^\/clients$/u, what: 'adds one; {account, client}', run: addClient },
  {
    method: 'POST',
    path: /^\/clients\/(\d+)\/confirm$/u,
    what: 'confirms one; {account}',
    run: confirmClient,
  },
  {
    method: 'POST',
    path: /^\/clients\/(\d+)\/merge$/u,
    what: 'merges one away; {account, into}',
    run: mergeClient,
  },
  { method: 'GET', path: /^\/requests$/u, what: 'requests; ?path=jobs &after=ID', run: listRequests },
  {
    method: 'GET',
    path: /^\/requests\/(\d+)\/answer$/u,
    what: 'what was answered to a request, of the newest ones',
    run: ({ server }, { id }) => ({ answer: server.answerTo(id) ?? null }),
  },
  { method: 'GET', path: /^\/faults$/u, what: 'faults', run: (desk) => ({ faults: desk.switches.list() }) },
  { method: 'POST', path: /^\/faults$/u, what: 'sets one; the fields of a fault', run: setFault },
  { method: 'DELETE', path: /^\/faults$/u, what: 'clears all', run: clearFaults },
  { method: 'DELETE', path: /^\/faults\/(\d+)$/u, what: 'clears one', run: clearFault },
  {
    method: 'POST',
    path: /^\/down$/u,
    what: 'cuts all requests to the API, or with {retryAfterSeconds} answers 503',
    run: takeDown,
  },
  { method: 'POST', path: /^\/up$/u, what: 'ends that', run: bringUp },
  { method: 'POST', path: /^\/latency$/u, what: 'slows the API down; {ms}', run: setLatency },
]

function listRoutes({ server }: ControlDesk) {
  return {
    jobs: server.jobs().length,
    clients: server.clients().length,
    routes: [
      ...CONTROL_ROUTES.map(({ method, path, what }) => `${method} /_sandbox${toPattern(path)} – ${what}`),
      'GET /_sandbox/stream – server-sent events: change (look again)',
    ],
  }
}

function toPattern(path: RegExp): string {
  return path.source.replaceAll('\\/', '/').replace('(\\d+)', 'ID').replace(/[$^]/gu, '')
}

function listJobs({ server }: ControlDesk, { query }: ControlCall) {
  return { jobs: server.jobs(query.account) }
}

function listTasks({ server }: ControlDesk, { query }: ControlCall) {
  return { tasks: server.tasks(query.account) }
}

function listRequests({ server }: ControlDesk, { query }: ControlCall) {
  return { requests: server.requests(query.path).filter(({ id }) => id > Number(query.after ?? 0)) }
}

function listClients({ server }: ControlDesk, { query }: ControlCall) {
  const all = query.portal === 'true' ? server.portalClients(query.account) : server.clients(query.account)
  const found = query.search === undefined ? all : all.filter((client) => holds(client, query.search ?? ''))
  const page = Math.max(1, Math.trunc(Number(query.page ?? 1)) || 1)
  const clients = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(withoutToken)
  return { total: found.length, page, clients }
}

function holds(client: SandboxClient, text: string): boolean {
  const wanted = text.toLowerCase()
  return [
    client.name,
    client.email,
    client.phone,
    client.mobile,
    client.bill_addr_1,
    client.bill_addr_city,
  ].some((field) => field?.toLowerCase().includes(wanted))
}

function addClient({ server }: ControlDesk, { body }: ControlCall) {
  const { account, client } = toFields(body)
  if (!isClientSeed(client)) throw new SandboxUseError('client must be an object, its contact data text.')
  return { client: withoutToken(server.addClient(toText(account, 'account'), client)) }
}

function confirmClient({ server }: ControlDesk, { id, body }: ControlCall) {
  server.confirmClient(toText(toFields(body).account, 'account'), id)
  return { confirmed: id }
}

function mergeClient({ server }: ControlDesk, { id, body }: ControlCall) {
  const { account, into } = toFields(body)
  server.mergeClient(toText(account, 'account'), id, Number(into))
  return { merged: id, into }
}

function setFault({ switches }: ControlDesk, { body }: ControlCall) {
  if (!isFault(body)) throw new SandboxUseError('That is no fault: its kind or one of its fields is wrong.')
  return { id: switches.set(body).id }
}

function clearFaults(desk: ControlDesk) {
  desk.server.clearFaults()
  desk.outage = undefined
  return { faults: [] }
}

function clearFault({ switches }: ControlDesk, { id }: ControlCall) {
  if (!switches.remove(id)) throw new SandboxUseError(`There is no fault ${id}.`)
  return { cleared: id }
}

function takeDown(desk: ControlDesk, { body }: ControlCall) {
  const { retryAfterSeconds } = toFields(body)
  desk.outage?.clear()
  desk.outage = desk.switches.set(
    typeof retryAfterSeconds === 'number'
      ? { kind: 'status', status: 503, retryAfter: retryAfterSeconds }
      : { kind: 'reset', when: 'before-reading' },
  )
  return { down: true }
}

function bringUp(desk: ControlDesk) {
  desk.outage?.clear()
  desk.outage = undefined
  return { down: false }
}

function setLatency({ server }: ControlDesk, { body }: ControlCall) {
  const { ms } = toFields(body)
  if (typeof ms !== 'number' || !(ms >= 0)) throw new SandboxUseError('ms must be a number from 0.')
  server.setLatency(ms)
  return { ms }
}

function toFields(body: unknown): JsonObject {
  if (!isObject(body)) throw new SandboxUseError('The body must be an object.')
  return body
}

function isClientSeed(value: unknown): value is ClientSeed {
  if (!isObject(value)) return false
  const { id, name, email, phone, mobile } = value
  const texts = [name, email, phone, mobile].every(
    (field) => field === undefined || field === null || typeof field === 'string',
  )
  return texts && name !== null && (id === undefined || Number.isInteger(id))
}

function toText(value: unknown, name: string): string {
  if (typeof value !== 'string') throw new SandboxUseError(`${name} must be text.`)
  return value
}

function withoutToken({ token: _token, ...client }: SandboxClient) {
  return client
}
