import type { Mailbox } from './extraction.ts'
import { asksForWork } from './lead-signs.ts'
import type { LetterPart } from './letter-part.ts'
import { isRobot } from './mailbox.ts'
import { asksAnew } from './new-request.ts'
import { isOwnAddress, isOwnName, type OwnFacts } from './own-facts.ts'
import { bringsWork } from './work-at-hand.ts'

/** Whether somebody from outside wrote it. */
export function isCustomer(author: Mailbox | undefined, own: OwnFacts): boolean {
  if (!author || (!author.address && !author.name)) return false
  if (isOwnAddress(author.address, own)) return false
  if (author.address && isRobot(author) && !author.name) return false
  return !(author.name && isOwnName(author.name, own) && !author.address)
}

/** Whether two mailboxes are one person's. */
export function isSameAuthor(left: Mailbox | undefined, right: Mailbox | undefined): boolean {
  if (!left || !right) return false
  if (left.address && right.address)
    return left.address === right.address.toLowerCase() || left.address.toLowerCase() === right.address
  return left.name !== undefined && left.name === right.name
}

const MANAGES =
  /\b(?:property manag\w+|portfolio|hoa|poa|association|board|realty|realtor|management|manager|mgmt|condo\w*|strata|apartments?|facilit\w+|landlord|leasing|gestion|syndic\w*|copropri\w+|treasurer|president|superintendent|project coordinator)\b/iu
/** Whether a signature is of somebody who orders for others: a manager, a board, a landlord. */
export const managesPlaces = (signature: string): boolean =>
  MANAGES.test(signature.replace(/\b(?:project manager|realtors?|realty|real estate)\b/giu, ''))

const ONLY_PASSES = /\b(?:insur\w+|adjuster|claims?|mutual|my wife|my husband|neighbou?r|friend|fyi)\b/iu

// A landlord's own words.
const LETS =
  /\b(?:tenant|renter|resident)s?['’]s? (?:note|e-?mail|message|complaint|request|words)\b|\b(?:my|our) (?:tenants?|renters?|lodgers?|subtenants?|rental)\b|\b(?:send|address|e-?mail) (?:the |your |it |me )*(?:quote|estimate|offer|bid|proposal|invoice|bill)?s? ?to me\b/iu

// "My insurance company sent this, can you quote it? I'm at 3316 Hackamore Dr."
const LIVES_THERE =
  /\b(?:i['’]?m|i am|we['’]re|we are|i live|we live) at \d|\bmy (?:address|house|property) is\b/iu

// A house number with its street.
const PLACED = /(?<![\d.-])\d{1,5} \p{Lu}/u
const OTHERS = /\b(?:she|he|her|his|him|they|their|them)\b/iu

// "Dear Janet," from the insurance: a letter to the sender, not to us.
function isTo(author: Mailbox | undefined, { segment }: LetterPart): boolean {
  const first = author?.name?.split(/[\s,]/u)[0]?.toLowerCase() ?? ''
  const opening = segment.lines.find((line) => line.trim() !== '') ?? ''
  return (
    first.length > 1 &&
    opening.length < 60 &&
    opening
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(first)
  )
}

/** Whose request it is: innermost is who asked first, but a manager or owner who passes a tenant's words on is the one who orders. */
export function chooseCustomer(outsiders: readonly LetterPart[]): LetterPart | undefined {
  const innermost = outsiders.findLast((part) => part.segment.how !== 'quoted') ?? outsiders[0]
  const [outer] = outsiders
  if (!innermost || !outer || isSameAuthor(outer.author, innermost.author)) return outer ?? innermost
  const words = [...outer.signed.signature, outer.author?.name ?? '', outer.author?.address ?? ''].join('\n')
  const text = outer.segment.lines.join('\n')
  if (LETS.test(text) || (LIVES_THERE.test(text) && asksForWork(text))) return outer
  if (asksForWork(text) && PLACED.test(text) && !OTHERS.test(text) && isTo(outer.author, innermost))
    return outer
  // "My insurance asks for an estimate, see below": what is forwarded asks for no work.
  if (asksAnew(text) && !bringsWork(innermost.segment.lines.join('\n')) && !ONLY_PASSES.test(text))
    return outer
  return MANAGES.test(words) && !ONLY_PASSES.test(`${words}\n${text}`) ? outer : innermost
}
