import { findAddresses } from '../lead/find-addresses.ts'
import { isBoilerplate } from './boilerplate.ts'
import type { Mailbox } from './extraction.ts'
import { isClosingLine } from './labelled-lines.ts'
import { domainOf, isPublicDomain } from './mailbox.ts'
import { isOwnAddress, isOwnName, type OwnFacts, squash } from './own-facts.ts'

// A footer is short; what stands higher up is the message.
const MOST_LINES = 10

/** The lines without what a sender's software puts at the end: its own name, its postal address, links, law. */
export function withoutSenderFooter(
  lines: readonly string[],
  sender: Mailbox | undefined,
  own: OwnFacts,
): readonly string[] {
  const names = namesOf(sender, own)
  const brand = brandOf(sender, own)
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const floor = filled[2] ?? lines.length
  let end = lines.length
  for (const at of filled.slice(-MOST_LINES).reverse()) {
    if (at < floor) break
    const line = lines[at] ?? ''
    if (isImprint(line, names, own) || isBrandAt(line, brand, own)) end = at
    else if (!isBoilerplate(line) && !isClosingLine(line) && !isPlaceOnly(line, own)) break
  }
  return lines.slice(0, end)
}

function namesOf(sender: Mailbox | undefined, own: OwnFacts): readonly string[] {
  if (!sender || isOwnAddress(sender.address, own)) return []
  const domain = domainOf(sender.address) ?? ''
  const label = isPublicDomain(domain) ? '' : (domain.split('.').at(-2) ?? '')
  // "Devon Price via LeadHatch": what stands before is the customer.
  const display = (sender.name ?? '').replace(/^.*\bvia\b/iu, '')
  return [display, label]
    .map(squash)
    .filter((name) => name.length >= 4 && !isOwnName(name, own))
    .map((name) => name.slice(0, 12))
}

// "Ruby Receptionists <…@ruby-reception…>" calls itself Ruby where it gives its address.
function brandOf(sender: Mailbox | undefined, own: OwnFacts): string | undefined {
  const domain = domainOf(sender?.address) ?? ''
  if (isPublicDomain(domain) || isOwnAddress(sender?.address, own)) return undefined
  const [brand = ''] = (domain.split('.').at(-2) ?? '').split('-')
  const isCalled = (sender?.name ?? '').split(/\s+/u).some((word) => squash(word) === brand)
  return brand.length >= 4 && isCalled && !isOwnName(brand, own) ? brand : undefined
}

function isBrandAt(line: string, brand: string | undefined, own: OwnFacts): boolean {
  const [head = ''] = line.trim().split(/[^\p{L}\p{N}]+/u)
  return (
    brand !== undefined &&
    squash(head) === brand &&
    line.length < 200 &&
    findAddresses(line, own.country).length > 0
  )
}

const CORPORATE = /\b(?:inc|llc|ltd|corp|gmbh|pty|plc|technologies|pbc)\b\.?/iu

// "LeadHatch, 400 S Tryon St, Charlotte": whose software it was, and where that is at home.
function isImprint(line: string, names: readonly string[], own: OwnFacts): boolean {
  const text = line.trim().replace(/^(?:sent (?:by|from|via)|thanks,?|from|by|©|the)\s+/iu, '')
  const isBehind = text
    .split(/(?<=[.?!])\s+/u)
    .some((piece) => names.some((name) => squash(piece).startsWith(name)))
  if (isBehind && text.length < 200 && findAddresses(text, own.country).length > 0) return true
  if (text.length > 160 || /^[^,]{0,30}:\s/u.test(text)) return false
  if (names.some((name) => squash(text).startsWith(name))) return true
  return CORPORATE.test(text) && findAddresses(text, own.country).length > 0 && !/^\d/u.test(text)
}

function isPlaceOnly(line: string, own: OwnFacts): boolean {
  const [found] = findAddresses(line, own.country)
  return found !== undefined && found.start < 3 && line.trim().length < 80 && !line.includes(':')
}
