/** Where the work is. Every part may be missing. */
export type Address = {
  readonly street?: string
  readonly unit?: string
  readonly city?: string
  /** Two-letter code of a US state or Canadian province. */
  readonly state?: string
  readonly postalCode?: string
}

/** One line for people: `200 Main St, Apt 4, Marietta, GA 30060`. Empty when nothing is known. */
export function formatAddress(address: Address): string {
  const region = [address.state, address.postalCode].filter(Boolean).join(' ')
  return [address.street, address.unit, address.city, region].filter(Boolean).join(', ')
}

export function hasAddress(address: Address): boolean {
  return formatAddress(address) !== ''
}
