import { SandboxUseError } from './errors.ts'
import { PrefixIndex } from './prefix-index.ts'
import type { Random } from './random.ts'
import type { WireClient } from './wire.ts'

/** What is not given is left empty; `id`, `name`, `created_at` and `token` are made up. */
export type ClientSeed = Partial<WireClient>

/** When the search begins to show a client that was just entered: after so many searches that would have, after a time, or on demand. */
export type HideRule = { readonly searches: number } | { readonly ms: number } | 'until-shown'

export type SearchField = 'email' | 'phone'

const PAGE_SIZE = 50

type Row = {
  readonly client: WireClient
  readonly portal: boolean
  hidden: { searchesLeft: number } | { readonly until: number } | undefined
}

export type ClientBookOptions = {
  readonly firstId: number
  readonly random: Random
  readonly clock: () => number
  readonly phoneSearchSeesMobile: boolean
}

/** The clients of one account. */
export class ClientBook {
  readonly #rows = new Map<number, Row>()
  readonly #indexes: Readonly<Record<SearchField, PrefixIndex>> = {
    email: new PrefixIndex(),
    phone: new PrefixIndex(),
  }
  readonly #names = new Map<string, number>()
  readonly #options: ClientBookOptions
  #nextId: number
  #hideRule: HideRule | undefined

  constructor(options: ClientBookOptions) {
    this.#options = options
    this.#nextId = options.firstId
  }

  /** Throws on an id or a name that is taken: a data set with such a mistake would mislead whoever tests with it. */
  add(seed: ClientSeed): WireClient {
    if (seed.name !== undefined && this.#names.has(seed.name)) {
      throw new SandboxUseError(`client names are unique in an account: ${seed.name}`)
    }
    if (seed.id !== undefined && this.#rows.has(seed.id)) {
      throw new SandboxUseError(`client ${seed.id} exists already`)
    }
    return this.#keep(seed, false)
  }

  addPortalClient(seed: ClientSeed): WireClient {
    return this.#keep({ ...seed, unconfirmed: true }, true)
  }

  get(id: number): WireClient | undefined {
    return this.#rows.get(id)?.client
  }

  confirm(id: number): void {
    this.#change(id, { unconfirmed: false })
  }

  /** `from` keeps its place in the search; `into` takes over none of its contact data. */
  merge(from: number, into: number): void {
    if (from === into) throw new SandboxUseError('a client is not merged into itself')
    if (!this.#rows.has(into)) throw new SandboxUseError(`client ${into} is unknown`)
    this.#change(from, { active: false, merged_into_id: into })
  }

  idOf(name: string): number {
    const id = this.#names.get(name)
    if (id === undefined) throw new SandboxUseError(`there is no client ${name}`)
    return id
  }

  list(onlyPortal = false): WireClient[] {
    const clients: WireClient[] = []
    for (const row of this.#rows.values()) if (row.portal || !onlyPortal) clients.push(row.client)
    return clients
  }

  hideNew(rule: HideRule | undefined): void {
    this.#hideRule = rule
  }

  showAll(): void {
    this.#hideRule = undefined
    for (const row of this.#rows.values()) row.hidden = undefined
  }

  /** Clients whose field begins with the term, as people typed it, in the order of their ids. */
  search(field: SearchField, term: string, page: number): WireClient[] {
    const ids = new Set(this.#indexes[field].find(term))
    const found = [...ids].sort((a, b) => a - b).flatMap((id) => this.#rows.get(id) ?? [])
    return found
      .filter((row) => this.#isVisible(row))
      .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
      .map((row) => row.client)
  }

  #isVisible(row: Row): boolean {
    if (!row.hidden) return true
    if ('until' in row.hidden) return row.hidden.until <= this.#options.clock()
    row.hidden.searchesLeft -= 1
    return row.hidden.searchesLeft < 0
  }

  #change(id: number, change: Partial<WireClient>): void {
    const row = this.#rows.get(id)
    if (!row) throw new SandboxUseError(`client ${id} is unknown`)
    this.#rows.set(id, { ...row, client: { ...row.client, ...change } })
  }

  #keep(seed: ClientSeed, portal: boolean): WireClient {
    const { random, clock } = this.#options
    const client: WireClient = {
      ...EMPTY,
      id: this.#nextId,
      created_at: new Date(clock()).toISOString(),
      token: random.hex(32),
      ...seed,
      name: seed.name ?? this.#freeName(displayName(seed)),
    }
    this.#names.set(client.name, client.id)
    this.#nextId = Math.max(this.#nextId, client.id + 1)
    this.#indexes.email.add(client.email, client.id)
    this.#indexes.phone.add(client.phone, client.id)
    if (this.#options.phoneSearchSeesMobile) this.#indexes.phone.add(client.mobile, client.id)
    this.#rows.set(client.id, { client, portal, hidden: portal ? this.#toHidden() : undefined })
    return client
  }

  // Names are unique in an account; what SingleOps does on a second one isn't documented. A suffix is our reading.
  #freeName(wanted: string): string {
    let name = wanted
    for (let n = 2; this.#names.has(name); n += 1) name = `${wanted} (${n})`
    return name
  }

  #toHidden(): Row['hidden'] {
    const rule = this.#hideRule
    if (rule === undefined) return undefined
    if (rule === 'until-shown') return { until: Number.POSITIVE_INFINITY }
    return 'ms' in rule ? { until: this.#options.clock() + rule.ms } : { searchesLeft: rule.searches }
  }
}

function displayName(seed: ClientSeed): string {
  const person = [seed.first_name, seed.last_name].filter(Boolean).join(' ')
  return seed.company_name || person || seed.email || seed.phone || 'Client'
}

const EMPTY = {
  first_name: null,
  last_name: null,
  company_name: null,
  email: null,
  phone: null,
  mobile: null,
  bill_addr_1: null,
  bill_addr_2: null,
  bill_addr_city: null,
  bill_addr_state: null,
  bill_addr_postal_code: null,
  active: true,
  on_hold: false,
  hold_reason: null,
  notice: null,
  unconfirmed: false,
  merged_into_id: null,
}
