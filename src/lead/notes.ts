import { type Address, formatAddress } from './address.ts'
import type { Lead, LeadContent } from './lead.ts'
import { CAPS, cutAtGrapheme, cutWithEllipsis } from './limits.ts'

export type NotesParts = {
  /** Where the work is, when that isn't the client's billing address. */
  readonly site?: Address | undefined
  /** What the customer wants. */
  readonly need: string
  /** Facts that the client's record lacks, one line each. */
  readonly newFacts: readonly string[]
  /** Lines that only the office may read. */
  readonly internal?: readonly string[] | undefined
  readonly reference: string
}

/**
 * The notes of a job, at most `cap` UTF-16 units. When something must go it is the end of the need, then the end of the facts; site and
 * reference always stand.
 */
export function composeNotes(parts: NotesParts, cap: number = CAPS.jobNotes): string {
  const reference = cutAtGrapheme(oneLine(parts.reference), cap)
  const site = parts.site ? formatAddress(parts.site) : ''
  const siteLine = site && cutWithEllipsis(oneLine(`SITE: ${site}`), cap - reference.length - 1)
  const facts = [...parts.newFacts, ...(parts.internal ?? [])]
    .map(oneLine)
    // The site line says it already.
    .filter((fact) => fact !== '' && !(site && fact.endsWith(site)))
    .join('\n')
  const frame = lengthOf(siteLine) + reference.length
  const factLines = cutTo(facts, cap - frame - 1)
  const need = cutTo(parts.need.trim(), cap - frame - lengthOf(factLines) - 1)
  return [siteLine, need, factLines, reference].filter(Boolean).join('\n')
}

/** The notes that a lead gets in SingleOps. Without `internal` nothing that the customer should not read: client notes print on proposals. */
export function notesOf(
  lead: Pick<Lead, 'reference'> & {
    readonly content: Pick<LeadContent, 'client' | 'address' | 'need' | 'source' | 'takerName'>
  },
  options: { readonly internal: boolean },
): string {
  const { client, address, need } = lead.content
  const isKnown = client.kind === 'existing'
  return composeNotes({
    // A new client is billed where the work is; of an existing one's addresses we know only one, and not whether it is the site's.
    site: isKnown ? address : undefined,
    need,
    newFacts: isKnown ? client.newFacts : [],
    internal: options.internal ? internalLines(lead.content) : undefined,
    reference: lead.reference,
  })
}

function internalLines({
  client,
  source,
  takerName,
}: Pick<LeadContent, 'client' | 'source' | 'takerName'>): string[] {
  const despite = client.kind === 'new' ? client.despite : undefined
  return [
    ...(takerName ? [`Taken by: ${takerName}`] : []),
    ...(source ? [`Source: ${source}`] : []),
    ...(despite ? [`Possible duplicate of client ${despite.id}: ${despite.reason}`] : []),
  ]
}

function cutTo(text: string, room: number): string {
  return room < 2 ? '' : cutWithEllipsis(text, room)
}

const lengthOf = (part: string): number => (part === '' ? 0 : part.length + 1)

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
