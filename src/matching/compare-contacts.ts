import type { Contact } from '../lead/contact.ts'
import { type FoundPhone, findPhones } from './phones-in-text.ts'
import type { DirectoryClient } from './ports.ts'

/**
 * exact: the same number and extension. no-extension: one side has an extension, the other none. other-extension: both have one, and they
 * differ. none: another number.
 */
export type NumberAgreement = 'exact' | 'no-extension' | 'other-extension' | 'none'

export type ContactAgreement = {
  readonly number: NumberAgreement
  /** Where the number stands in SingleOps. */
  readonly field?: 'mobile' | 'phone'
  readonly email: boolean
}

/** What of a contact stands in a client's fields; the search only compares beginnings of texts. */
export function compareContacts(
  contact: Contact,
  client: DirectoryClient,
  country: string,
): ContactAgreement {
  const ours = [contact.mobile, contact.phone].filter((number) => number !== undefined).map(toParts)
  const agreements = (['mobile', 'phone'] as const).flatMap((field) =>
    findPhones(client[field], country).flatMap((theirs) =>
      ours.map((one) => ({ field, number: compareNumbers(one, theirs) })),
    ),
  )
  const best = agreements.toSorted((a, b) => ORDER.indexOf(a.number) - ORDER.indexOf(b.number))[0]
  const email = contact.email !== undefined && hasEmail(client.email, contact.email)
  return best && best.number !== 'none' ? { ...best, email } : { number: 'none', email }
}

/** Whether a number stands in one of the client's fields, with this extension. */
export function hasNumber(client: DirectoryClient, number: string, country: string): boolean {
  const ours = toParts(number)
  return [client.phone, client.mobile].some((text) =>
    findPhones(text, country).some((theirs) => {
      const agreement = compareNumbers(ours, theirs)
      return agreement === 'exact' || (agreement === 'no-extension' && ours.extension === undefined)
    }),
  )
}

/** Several addresses may stand in one field. */
export function hasEmail(text: string | undefined, email: string): boolean {
  const wanted = email.trim().toLowerCase()
  return (text ?? '')
    .toLowerCase()
    .split(/[\s,;<>/|]+/u)
    .includes(wanted)
}

const ORDER: readonly NumberAgreement[] = ['exact', 'no-extension', 'other-extension', 'none']

function compareNumbers(ours: FoundPhone, theirs: FoundPhone): NumberAgreement {
  if (ours.main !== theirs.main) return 'none'
  if (ours.extension === theirs.extension) return 'exact'
  return ours.extension === undefined || theirs.extension === undefined ? 'no-extension' : 'other-extension'
}

function toParts(number: string): FoundPhone {
  const [main = number, extension] = number.split(' ext ')
  return { main, ...(extension && { extension }) }
}
