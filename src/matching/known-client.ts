import type { ClientRecord } from '../lead/draft.ts'
import { present } from '../lead/present.ts'
import type { DirectoryClient } from './ports.ts'

/** A client as it is known from before, in the form in which the search answers one, to be compared with what is typed. */
export function knownClient(
  { id, name }: Pick<DirectoryClient, 'id' | 'name'>,
  record: ClientRecord,
): DirectoryClient {
  return { ...record, id, name, archived: false, onHold: false, unconfirmed: false }
}

/** The part of a client that `knownClient` makes one of again. */
export function recordOf(client: DirectoryClient): ClientRecord {
  const { firstName, lastName, companyName, email, phone, mobile } = client
  const { street, unit, city, state, postalCode } = client
  return present({
    firstName,
    lastName,
    companyName,
    email,
    phone,
    mobile,
    street,
    unit,
    city,
    state,
    postalCode,
  })
}
