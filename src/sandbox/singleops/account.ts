import { ClientBook, type ClientSeed } from './client-book.ts'
import type { SandboxTask, StoredJob } from './job.ts'
import { createRandom } from './random.ts'
import type { WireCustomInput, WireOperation } from './wire.ts'

/** What is not given is filled in: active, for all operations, optional, of resource `job`, a text. */
export type OperationSeed = Pick<WireOperation, 'id' | 'name'> & Partial<WireOperation>
export type CustomInputSeed = Pick<WireCustomInput, 'id' | 'name'> &
  Partial<Omit<WireCustomInput, 'operations'>> & { readonly operations?: readonly number[] }

export type AccountSeed = {
  readonly key: string
  readonly userEmail: string
  readonly userToken: string
  readonly operations: readonly OperationSeed[]
  readonly customInputs?: readonly CustomInputSeed[]
  readonly clients?: readonly ClientSeed[]
  /** Names of clients that the office has merged. */
  readonly merges?: readonly { readonly from: string; readonly into: string }[]
  /** IANA zone. Default America/New_York. */
  readonly timeZone?: string
}

export type CustomInput = Omit<WireCustomInput, 'operations'> & { readonly operations: readonly number[] }

export type Account = {
  readonly key: string
  readonly userEmail: string
  readonly userToken: string
  readonly timeZone: string
  operations: readonly WireOperation[]
  customInputs: readonly CustomInput[]
  readonly clients: ClientBook
  readonly jobs: StoredJob[]
  readonly tasks: SandboxTask[]
  readonly firstId: number
}

export type AccountOptions = {
  readonly seed: number
  readonly clock: () => number
  readonly phoneSearchSeesMobile: boolean
}

// Far enough apart that no id of one account is one of another, and no client's one of a job: a mix-up is seen at once.
const IDS_PER_ACCOUNT = 10_000_000
const FIRST_CLIENT_BEHIND = 1_000_000

export function openAccount(seed: AccountSeed, index: number, options: AccountOptions): Account {
  const firstId = IDS_PER_ACCOUNT * index + 148_830
  const random = createRandom(options.seed + index)
  const clients = new ClientBook({ ...options, firstId: firstId + FIRST_CLIENT_BEHIND, random })
  for (const client of seed.clients ?? []) clients.add(client)
  for (const { from, into } of seed.merges ?? []) clients.merge(clients.idOf(from), clients.idOf(into))
  return {
    key: seed.key,
    userEmail: seed.userEmail,
    userToken: seed.userToken,
    timeZone: seed.timeZone ?? 'America/New_York',
    operations: seed.operations.map(toOperation),
    customInputs: (seed.customInputs ?? []).map(toCustomInput),
    clients,
    jobs: [],
    tasks: [],
    firstId,
  }
}

export function toOperation(seed: OperationSeed): WireOperation {
  return { display_name: seed.name, active: true, tax_location_id: null, location_id: null, ...seed }
}

export function toCustomInput(seed: CustomInputSeed, index: number): CustomInput {
  return {
    input_type: 'text',
    resource_type: 'job',
    required: false,
    operations: [],
    dropdown_options: [],
    position: index + 1,
    ...seed,
  }
}
