import { parsePhone } from '../lead/phone.ts'
import type { ExtractInput, ExtractSettings, Mailbox } from './extraction.ts'
import { domainOf, isPublicDomain } from './mailbox.ts'

/** What is known to be ours, from the settings and from whom the message was sent to. */
export type OwnFacts = {
  readonly country: string
  readonly areaCode?: string
  readonly addresses: ReadonlySet<string>
  readonly domains: ReadonlySet<string>
  readonly phones: ReadonlySet<string>
  readonly names: readonly string[]
  /** How our names begin: enough words to be told from others. */
  readonly shortNames: readonly string[]
}

export function collectOwnFacts(input: ExtractInput, settings: ExtractSettings): OwnFacts {
  const recipients =
    input.kind === 'email' ? [...input.to, ...input.cc.filter((box) => isNamedLike(box, settings))] : []
  const addresses = recipients.flatMap((box) => (box.address ? [box.address.toLowerCase()] : []))
  const domains = addresses
    .flatMap((address) => domainOf(address) ?? [])
    .filter((domain) => !isPublicDomain(domain))
  const names = [...settings.ownNames, ...recipients.flatMap((box) => businessName(box) ?? [])]
  return {
    country: settings.country,
    ...(settings.areaCode !== undefined && { areaCode: settings.areaCode }),
    addresses: new Set(addresses),
    domains: new Set([...settings.ownDomains.map((domain) => domain.toLowerCase()), ...domains]),
    phones: new Set(settings.ownPhones.flatMap((text) => toNumber(text, settings) ?? [])),
    names: names.map(squash).filter((name) => name.length >= 5),
    shortNames: names.flatMap((name) => shorten(name) ?? []),
  }
}

export function isOwnAddress(address: string | undefined, own: OwnFacts): boolean {
  if (address === undefined) return false
  const lower = address.toLowerCase()
  if (own.addresses.has(lower)) return true
  const domain = domainOf(lower)
  if (domain === undefined || isPublicDomain(domain)) return false
  return [...own.domains].some((ours) => domain === ours || domain.endsWith(`.${ours}`))
}

/** Whether the text names our business, spelled with or without spaces, or by its beginning. */
export function isOwnName(text: string, own: OwnFacts): boolean {
  const squashed = squash(text)
  if (squashed.length < 5) return false
  return own.names.some(
    (name) => squashed.includes(name) || (name.startsWith(squashed) && squashed.length >= 6),
  )
}

/** Whether the text has our name in it: the whole of it, or its first two words. */
export function mentionsOwnName(text: string, own: OwnFacts): boolean {
  const squashed = squash(text)
  return [...own.names, ...own.shortNames].some((name) => squashed.includes(name))
}

/** Whether the text begins with our name: "Red River Tree Care - Main" is no town. */
export function beginsOwnName(text: string, own: OwnFacts): boolean {
  const squashed = squash(text)
  return own.names.some((name) => squashed.startsWith(name))
}

// "Green Canopy" of "Green Canopy Arbor": the first words that have ten letters between them.
function shorten(name: string): string | undefined {
  let short = ''
  for (const word of name.split(/\s+/u)) {
    short += squash(word)
    if (short.length >= 10) return short
  }
  return undefined
}

export function squash(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/gu, 'and')
    .replace(/[^a-z0-9]/gu, '')
}

function toNumber(text: string, settings: ExtractSettings): string | undefined {
  const parsed = parsePhone(text, settings)
  return parsed.kind === 'phone' ? parsed.number.split(' ext ')[0] : undefined
}

// A recipient's name is a person's ("Rick Amos") or the business': only the latter is ours in the whole text.
function businessName(box: Mailbox): string | undefined {
  const name = box.name?.trim()
  const domain = domainOf(box.address)
  if (!name || !domain) return undefined
  const squashed = squash(name)
  const label = squash(domain.split('.')[0] ?? '')
  return label.length >= 5 &&
    squashed.length >= 5 &&
    (squashed.startsWith(label.slice(0, 5)) || label.startsWith(squashed.slice(0, 5)))
    ? name
    : undefined
}

function isNamedLike(box: Mailbox, settings: ExtractSettings): boolean {
  const domain = domainOf(box.address)
  return domain !== undefined && settings.ownDomains.includes(domain)
}
