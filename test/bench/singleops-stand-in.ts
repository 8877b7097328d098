import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Latency } from './latency.ts'
import { listen } from './listen.ts'

/** A `POST jobs`: when it arrived (`performance.now()`), and what SingleOps took for it. */
export type Posted = { readonly atMs: number; readonly latencyMs: number }

/** What the account offers; growth is measured with more of it. */
export type Offer = { readonly operations: number; readonly customInputs: number }

/** The Lead Entry API over the real wire format, as fast as it can be: it keeps nothing. */
export type SingleOpsStandIn = AsyncDisposable & {
  readonly baseUrl: string
  /** Resolves when the job of the client with this last name has arrived. */
  posted(lastName: string): Promise<Posted>
  setLatency(latency: Latency): void
  setOffer(offer: Offer): void
  /** How many clients each search finds; more than 50 come in pages. */
  setClientsFound(count: number): void
  readonly jobs: number
  readonly searches: number
  /** The longest wait of any search since the last call. */
  takeSlowestSearchMs(): number
}

const PAGE_SIZE = 50

export async function startSingleOpsStandIn(): Promise<SingleOpsStandIn> {
  const waiting = new Map<string, (posted: Posted) => void>()
  let latency: Latency
  let offer: Offer = { operations: 3, customInputs: 5 }
  let [jobs, searches, clientsFound, slowestSearchMs] = [0, 0, 0, 0]

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  const port = await listen(server)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const atMs = performance.now()
    const latencyMs = latency.singleopsMs()
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const url = new URL(request.url ?? '/', 'http://singleops')
    const path = url.pathname.split('/api/v1/')[1]
    if (path === 'jobs') note(JSON.parse(Buffer.concat(parts).toString()), { atMs, latencyMs })
    if (path === 'clients/search_by_field') {
      searches += 1
      slowestSearchMs = Math.max(slowestSearchMs, latencyMs)
    }
    if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs))
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(answer(path, Number(url.searchParams.get('page') ?? 1)))
  }

  function note(body: { portal_lead?: { last_name?: string } }, posted: Posted): void {
    jobs += 1
    const name = body.portal_lead?.last_name ?? ''
    waiting.get(name)?.(posted)
    waiting.delete(name)
  }

  function answer(path: string | undefined, page: number): string {
    switch (path) {
      case 'jobs':
        return `{"success":true,"error":null,"id":${140_000 + jobs}}`
      case 'operations':
        return JSON.stringify(Array.from({ length: offer.operations }, (_, index) => toOperation(index)))
      case 'custom_inputs':
        return JSON.stringify(Array.from({ length: offer.customInputs }, (_, index) => toInput(index)))
      default:
        return JSON.stringify(
          Array.from(
            { length: Math.max(0, Math.min(PAGE_SIZE, clientsFound - PAGE_SIZE * (page - 1))) },
            (_, index) => toClient(PAGE_SIZE * (page - 1) + index),
          ),
        )
    }
  }

  return {
    baseUrl: `http://127.0.0.1:${port}/api/v1/`,
    posted: (lastName) => new Promise((resolve) => waiting.set(lastName, resolve)),
    setLatency(wanted) {
      latency = wanted
    },
    setOffer(wanted) {
      offer = wanted
    },
    setClientsFound(count) {
      clientsFound = count
    },
    get jobs() {
      return jobs
    },
    get searches() {
      return searches
    },
    takeSlowestSearchMs() {
      const slowest = slowestSearchMs
      slowestSearchMs = 0
      return slowest
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const toOperation = (index: number) => ({
  id: 1001 + index,
  name: `Operation ${index + 1}`,
  display_name: `Operation ${index + 1}`,
  active: true,
})

const toInput = (index: number) => ({
  id: 1101 + index,
  name: index === 0 ? 'Lead Source' : `Custom input ${index}`,
  input_type: index === 0 ? 'dropdown' : 'text',
  resource_type: 'job',
  required: false,
  operations: [],
  dropdown_options:
    index === 0
      ? ['Phone', 'Email', 'Referral'].map((name) => ({ key: name.toLowerCase(), display: name }))
      : [],
})

const toClient = (index: number) => ({
  id: 500_000 + index,
  name: `Known Client ${index}`,
  first_name: 'Known',
  last_name: `Client ${index}`,
  email: `client${index}@example.com`,
  phone: `770-555-${String(index % 10_000).padStart(4, '0')}`,
  bill_addr_1: `${index + 1} Main St`,
  bill_addr_city: 'Marietta',
  bill_addr_state: 'GA',
  active: true,
  token: 'secret',
})
