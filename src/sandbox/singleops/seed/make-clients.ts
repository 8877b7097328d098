import type { AccountSeed } from '../account.ts'
import type { ClientSeed } from '../client-book.ts'
import { createRandom } from '../random.ts'
import { KNOWN_CLIENTS, KNOWN_MERGES } from './known-clients.ts'
import { makeClient } from './make-client.ts'
import { createNumbers } from './numbers.ts'

const KNOWN_SINCE = '2019-04-01T14:00:00.000Z'
const MERGED_SHARE = 0.01

/** The known clients, and made-up ones until there are `count`; the same for the same seed. */
export function makeClients(count: number, seed: number): Required<Pick<AccountSeed, 'clients' | 'merges'>> {
  const random = createRandom(seed)
  const clients: (ClientSeed & { readonly name: string })[] = Object.values(KNOWN_CLIENTS).map((client) => ({
    created_at: KNOWN_SINCE,
    ...client,
  }))
  const merges: { from: string; into: string }[] = [...KNOWN_MERGES]
  const freeName = createNames(clients.map((client) => client.name))
  const used: string[] = []
  const draw = createNumbers(random)
  const nextNumber = () => {
    const number = draw()
    used.push(number)
    return number
  }
  const knownNumber = () => (used.length > 0 ? random.pick(used) : undefined)

  while (clients.length < count) {
    const client = makeClient({ random, nextNumber, knownNumber })
    const name = freeName(client)
    clients.push({ ...client, name })
    if (clients.length < count && random.chance(MERGED_SHARE)) {
      const from = freeName(client)
      clients.push({ ...client, name: from, notice: null, unconfirmed: false })
      merges.push({ from, into: name })
    }
  }
  return { clients, merges }
}

// Counts on from the last copy of a name: a large data set has hundreds of some.
function createNames(taken: Iterable<string>) {
  const counts = new Map([...taken].map((name) => [name, 1]))
  return function freeName(client: ClientSeed): string {
    const person = [client.first_name, client.last_name].filter(Boolean).join(' ')
    const wanted = client.company_name ?? person
    const count = (counts.get(wanted) ?? 0) + 1
    counts.set(wanted, count)
    return count === 1 ? wanted : `${wanted} (${count})`
  }
}
