import type { Address } from '../../src/lead/address.ts'
import type { Contact } from '../../src/lead/contact.ts'
import type { SandboxClient } from '../../src/sandbox/singleops-server.ts'

/** What a taker knows, and which client it is. */
export type Labelled = {
  readonly kind: string
  readonly contact: Contact
  readonly address: Address
  /** The client that the search has to show; undefined: SingleOps doesn't know the person. */
  readonly truth: number | undefined
  /** Whether it may be called strong: a family member is no proof. */
  readonly mayBeStrong: boolean
}

const STRANGER = { firstName: 'Zebulon', lastName: 'Quarrington' } as const

/** Kept for clients that everybody knows, and none of them has it. */
const NOBODYS = '+17705550149'

const NICKNAMES: Readonly<Record<string, string>> = {
  Charles: 'Charlie',
  Daniel: 'Dan',
  Deborah: 'Debbie',
  Jennifer: 'Jen',
  Katherine: 'Kate',
  Margaret: 'Peggy',
  Matthew: 'Matt',
  Michael: 'Mike',
  Rebecca: 'Becky',
  Richard: 'Rick',
  Robert: 'Bob',
  Susan: 'Sue',
  Thomas: 'Tom',
  Timothy: 'Tim',
  William: 'Bill',
}

/**
 * Drafts about the sandbox's clients: callers whose number, email or name is known, by their own first name or what they are called, some
 * misheard; companies without a person; callers with an extension or a second number; family members on the same number, one of them
 * called almost the same; and strangers whose number differs from a client's by one digit.
 */
export function labelDrafts(clients: readonly SandboxClient[], seesMobile: boolean): Labelled[] {
  return clients.flatMap((client, index) => {
    if (client.merged_into_id !== null) return labelMerged(client, seesMobile)
    const number = reachableNumber(client, seesMobile)
    return number === undefined ? labelByEmail(client) : labelByNumber(client, number, index)
  })
}

function labelByNumber(client: SandboxClient, number: string, index: number): Labelled[] {
  const label = (kind: string, contact: Contact, parts: Partial<Labelled> = {}): Labelled[] => [
    { kind, contact, address: {}, truth: client.id, mayBeStrong: true, ...parts },
  ]
  const name = nameOf(client)
  switch (index % 13) {
    case 0:
      return label('number and name', { ...name, mobile: number }, { address: addressOf(client) })
    case 1:
      return label('number alone', { phone: number })
    case 2:
      return client.last_name
        ? label(
            'family',
            { firstName: 'Zebulon', lastName: client.last_name, mobile: number },
            { mayBeStrong: false },
          )
        : []
    case 3:
      return label('name, number and extension', { ...name, phone: `${number} ext 4711` })
    case 4:
      return label('another person on the number', { ...STRANGER, mobile: number }, { mayBeStrong: false })
    case 5:
      return label(
        'a stranger with a near number',
        { ...STRANGER, mobile: nearNumber(number) },
        {
          truth: undefined,
          mayBeStrong: false,
        },
      )
    case 6:
      return labelByEmail(client)
    case 7: {
      const nickname = NICKNAMES[client.first_name ?? '']
      return nickname ? label('nickname', { ...name, firstName: nickname, mobile: number }) : []
    }
    case 8:
      return (client.last_name ?? '').length > 5
        ? label('a slip in the last name', { ...name, lastName: withSlip(client.last_name), mobile: number })
        : []
    case 9:
      return client.company_name
        ? label('company alone', { companyName: client.company_name, phone: number })
        : []
    case 10:
      return label('two numbers', { ...name, mobile: number, phone: NOBODYS })
    case 11: {
      const [firstName, lastName] = [client.first_name ?? '', client.last_name ?? '']
      return /.{4}[^aeiouy]$/u.test(firstName)
        ? label(
            'family one letter apart',
            { firstName: `${firstName}a`, lastName, mobile: number },
            { mayBeStrong: false },
          )
        : []
    }
    default:
      return label(
        'another site',
        { ...name, mobile: number },
        {
          address: { street: '1 Elsewhere Rd', city: 'Macon', state: 'GA' },
        },
      )
  }
}

function labelByEmail(client: SandboxClient): Labelled[] {
  if (!client.email) return []
  const contact = { ...nameOf(client), email: client.email.toLowerCase() }
  return [{ kind: 'email and name', contact, address: {}, truth: client.id, mayBeStrong: true }]
}

function labelMerged(client: SandboxClient, seesMobile: boolean): Labelled[] {
  const number = reachableNumber(client, seesMobile)
  if (number === undefined || client.merged_into_id === null) return []
  const contact = { ...nameOf(client), mobile: number }
  return [{ kind: 'merged', contact, address: {}, truth: client.merged_into_id, mayBeStrong: true }]
}

/** The number that a beginning of a field can reach: with text before it, none can. */
function reachableNumber(client: SandboxClient, seesMobile: boolean): string | undefined {
  const fields = seesMobile ? [client.phone, client.mobile] : [client.phone]
  for (const text of fields) {
    if (!text || !/^[\d(+]/u.test(text)) continue
    const digits = text.replace(/\D/gu, '').replace(/^1/u, '').slice(0, 10)
    if (digits.length === 10) return `+1${digits}`
  }
  return undefined
}

/** As it is misheard: one letter in the middle is another one. */
function withSlip(name: string | null): string {
  const at = (name?.length ?? 0) >> 1
  return `${name?.slice(0, at)}${name?.[at] === 'e' ? 'i' : 'e'}${name?.slice(at + 1)}`
}

const nearNumber = (number: string): string => `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`

function nameOf(client: SandboxClient): Contact {
  return {
    ...(client.first_name && { firstName: client.first_name }),
    ...(client.last_name && { lastName: client.last_name }),
    ...(client.company_name && { companyName: client.company_name }),
  }
}

function addressOf(client: SandboxClient): Address {
  return {
    ...(client.bill_addr_1 && { street: client.bill_addr_1.toUpperCase() }),
    ...(client.bill_addr_2 && { unit: client.bill_addr_2 }),
    ...(client.bill_addr_city && { city: client.bill_addr_city }),
  }
}
