import { isCompanyName } from '../extract/company-name.ts'
import { type Address, formatAddress } from '../lead/address.ts'
import { contactName, splitName } from '../lead/contact.ts'
import type { Entry } from '../lead/draft.ts'
import { readAddressLine } from '../lead/parse-address.ts'
import { present } from '../lead/present.ts'
import { splitNeed } from './to-entry.ts'

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
  return readAddressLine(entry.address, { country }).address
}

/** The entry with what stands behind its address, and is none of it, behind the need: it is nothing to be billed to. */
export function withNoteMoved(entry: Entry, country: string): Entry {
  const { street, unit, city, state, postalCode, address = '' } = entry
  const known = formatAddress(present({ street, unit, city, state, postalCode }))
  const read = address === known ? undefined : readAddressLine(address, { country })
  if (read?.note === undefined) return entry
  const { rest } = entry
  const parts = {
    street: undefined,
    unit: undefined,
    city: undefined,
    state: undefined,
    postalCode: undefined,
  }
  return present({
    ...entry,
    ...parts,
    ...read.address,
    address: formatAddress(read.address),
    ...(rest
      ? { rest: { ...rest, text: `${rest.text}\n${read.note}` } }
      : splitNeed([entry.need, read.note].filter(Boolean).join('\n'))),
  })
}

/** The entry with its short fields and parts telling the same; what a form shows after it was toggled. */
export function withPartsAndLines(typed: Entry, country: string): Entry {
  const entry = withNoteMoved(typed, country)
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

/**
 * The entry as a form says it that showed these fields. Of a short field and its parts the one that was shown decides: the other is made to
 * say the same, and where the short field was emptied, what it showed is gone.
 */
export function asShown(entry: Entry, shown: ReadonlySet<string>): Entry {
  return withShownAddress(withShownName(entry, shown), shown)
}

function withShownName(entry: Entry, shown: ReadonlySet<string>): Entry {
  const { name, ...parts } = entry
  if (shown.has('firstName')) return present({ ...parts, name: contactName(parts) })
  if (name !== undefined || !shown.has('name')) return entry
  const { firstName, lastName, ...nameless } = parts
  // A company behind a person's name was not shown.
  if (firstName || lastName) return nameless
  const { companyName: _, ...rest } = nameless
  return rest
}

function withShownAddress(entry: Entry, shown: ReadonlySet<string>): Entry {
  const { address, ...parts } = entry
  if (shown.has('street')) {
    const { street, unit, city, state, postalCode } = parts
    const line = formatAddress(present({ street, unit, city, state, postalCode }))
    return present({ ...parts, address: line || undefined })
  }
  if (address !== undefined || !shown.has('address')) return entry
  const { street: _, unit: __, city: ___, state: ____, postalCode: _____, ...rest } = parts
  return rest
}
