import type { FoundClient, SentClients } from '../delivery/ports.ts'
import type { Contact } from '../lead/contact.ts'
import type { AccountKey } from '../lead/ids.ts'
import { formatPhone, parsePhone } from '../lead/phone.ts'
import { present } from '../lead/present.ts'
import { DirectoryError } from '../matching/errors.ts'
import type { ClientDirectory, DirectoryClient, SearchTerm } from '../matching/ports.ts'
import { type Accounts, findAccount } from './accounts.ts'
import type { SingleOpsAccount } from './settings.ts'

// 5,000 clients with the very same number or email are no clients that we have made.
const MOST_PAGES = 100

/**
 * Looks for clients by exactly what we sent: the numbers are searched in the spelling in which we write them. Our own numbers may stand
 * in a field that the search doesn't see, hence all that we sent is asked.
 */
export function createSentClients({
  directory,
  accounts,
}: {
  readonly directory: ClientDirectory
  readonly accounts: Accounts
}): SentClients {
  async function findByTerm(
    account: AccountKey,
    term: SearchTerm,
    signal: AbortSignal,
  ): Promise<DirectoryClient[]> {
    const found: DirectoryClient[] = []
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { clients, mayHaveMore } = await directory.search(account, term, page, signal)
      found.push(...clients)
      if (!mayHaveMore) return found
    }
    throw new DirectoryError('unreadable', 'SingleOps has no end of clients with this contact')
  }

  return {
    async find(key, contact, signal) {
      const account = findAccount(accounts, key)
      const { country } = account
      // When one question fails the look is worthless: the others are broken off too.
      const failing = new AbortController()
      const either = AbortSignal.any([signal, failing.signal])
      try {
        const found = await Promise.all(
          toTerms(contact, country).map((term) => findByTerm(key, term, either)),
        )
        const byId = new Map(found.flat().map((client) => [client.id, client]))
        return [...byId.values()]
          .map((client) => ({ id: client.id, contact: toContact(client, contact, account) }))
          .filter((client) => sharesContact(client, contact))
      } catch (error) {
        failing.abort(error)
        throw error
      }
    },
  }
}

function toTerms(contact: Contact, country: string): SearchTerm[] {
  const numbers = [contact.phone, contact.mobile].filter((number) => number !== undefined)
  const phones = numbers.map((number) => formatPhone(number, country))
  return [
    ...[...new Set(phones)].map((term) => ({ field: 'phone', term }) as const),
    ...(contact.email ? [{ field: 'email', term: contact.email } as const] : []),
  ]
}

/** The client's contact in the form in which a lead has it; what can't be read stays as it is. */
function toContact(client: DirectoryClient, sent: Contact, account: SingleOpsAccount): Contact {
  const { country, phoneSearchSeesMobile } = account
  const toNumber = (text: string | undefined) => {
    const parsed = text === undefined ? undefined : parsePhone(text, { country })
    return parsed?.kind === 'phone' ? parsed.number : text
  }
  const phone = toNumber(client.phone)
  const mobile = toNumber(client.mobile)
  const isOurCopy = !phoneSearchSeesMobile && sent.phone === undefined && phone === mobile
  return present({
    firstName: client.firstName,
    lastName: client.lastName,
    companyName: client.companyName,
    email: client.email,
    // Where a mobile had to be written under phone too, that one is not part of the lead's contact.
    phone: isOurCopy ? undefined : phone,
    mobile,
  })
}

function sharesContact({ contact: theirs }: FoundClient, ours: Contact): boolean {
  const numbers = [ours.phone, ours.mobile].filter((number) => number !== undefined)
  return (
    [theirs.phone, theirs.mobile].some((number) => number !== undefined && numbers.includes(number)) ||
    (ours.email !== undefined && theirs.email?.toLowerCase() === ours.email.toLowerCase())
  )
}
