import { isCompanyName } from '../extract/company-name.ts'
import { type Address, formatAddress } from '../lead/address.ts'
import { contactName, splitName } from '../lead/contact.ts'
import type { Entry } from '../lead/draft.ts'
import { parseAddressLine } from '../lead/parse-address.ts'
import { present } from '../lead/present.ts'

export type NameParts = Pick<Entry, 'firstName' | 'lastName' | 'companyName'>

/** The name in its parts. The short field is split anew only where it says something else than the parts that are known. */
export function namePartsOf(entry: Entry): NameParts {
  const { firstName, lastName, companyName } = entry
  const known = present({ firstName, lastName, companyName })
  if (entry.name === undefined || entry.name === contactName(known)) return known
  const isCompany = !firstName && !lastName && Boolean(companyName)
  if (isCompany || (!companyName && isCompanyName(entry.name))) return { companyName: entry.name }
  return present({ ...splitName(entry.name), companyName })
}

/** The address in its parts, by the same rule as the name. The state is as typed. */
export function addressPartsOf(entry: Entry, country: string): Address {
  const { street, unit, city, state, postalCode } = entry
  const known = present({ street, unit, city, state, postalCode })
  if (entry.address === undefined || entry.address === formatAddress(known)) return known
  return parseAddressLine(entry.address, { country })
}

/** The entry with its short fields and parts telling the same; what a form shows after it was toggled. */
export function withPartsAndLines(entry: Entry, country: string): Entry {
  const { name, address, firstName, lastName, companyName, street, unit, city, state, postalCode, ...rest } =
    entry
  const names = namePartsOf(entry)
  const parts = addressPartsOf(entry, country)
  return present({
    ...rest,
    ...names,
    ...parts,
    name: contactName(names),
    address: formatAddress(parts) || undefined,
  })
}
