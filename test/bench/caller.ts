/** Somebody who needs something, with a name, a number and an address that nobody else has. */
export type Caller = { readonly lastName: string; readonly values: Readonly<Record<string, string>> }

export type ReachedBy = 'email' | 'phone'

let callers = 0

/** Leadhand asks SingleOps once for an email, and for the spellings of a number: each is measured. */
export function newCaller(by: ReachedBy): Caller {
  callers += 1
  const lastName = `Case${[...String(callers)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
  const exchange = 200 + (callers % 800)
  const line = String(Math.floor(callers / 800) % 10_000).padStart(4, '0')
  const reach: Readonly<Record<string, string>> =
    by === 'email'
      ? { Email: `nora.${lastName.toLowerCase()}@example.com` }
      : { Phone: `404-${exchange}-${line}` }
  return {
    lastName,
    values: {
      ...reach,
      Name: `Nora ${lastName}`,
      'Address of the work': `${callers} Elm St, Marietta, GA 30060`,
      'What do they need?': 'Oak leaning on the fence, wants it down before the storm season',
      Operation: 'first',
    },
  }
}
