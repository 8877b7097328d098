import { isBrandOf } from './alert-sender.ts'
import type { Mailbox } from './extraction.ts'
import { asksForPrice, namesService, withoutTrade } from './lead-signs.ts'
import type { Segment } from './mail-thread.ts'
import { isRobot } from './mailbox.ts'
import { asksAnew, MOST_READ } from './new-request.ts'
import { FAMILIES, PITCH } from './no-lead-families.ts'
import { isOwnAddress, type OwnFacts } from './own-facts.ts'
import { sellsToUs } from './sells-to-us.ts'

const ROBOTS = /^(?:mailer-daemon|postmaster|bounces?)@/iu

/** Whether a mail is of a kind that never is a lead, whoever and whatever it names. */
export function isKnownNoLead(mail: {
  readonly from?: Mailbox
  readonly subject: string
  readonly body: string
}): boolean {
  if (ROBOTS.test(mail.from?.address ?? '')) return true
  const subject = mail.subject.replace(/^(?:\s*(?:re|fw|fwd|tr|wg|rv|aw|sv)\s*:\s*)+/iu, '')
  const body = mail.body.slice(0, 20_000).replace(/\s+/gu, ' ')
  const isOfTrade = namesService(withoutTrade(`${subject}\n${body}`))
  if (hasSigns(`${subject} ${body}`, PITCH, isOfTrade ? 3 : 2) && !(isOfTrade && asksAnew(body))) return true
  if (sellsToUs(body.slice(0, MOST_READ))) return true
  const isAsked = asksForPrice(body) && namesService(body)
  const isAskedAnew = namesService(body) && asksAnew(body)
  return FAMILIES.some((family) => {
    if (family.unlessAsked && isAsked) return false
    if (family.unlessAskedAnew && isAskedAnew) return false
    if (family.byRobot && !(mail.from && (isRobot(mail.from) || isBrandOf(mail.from)))) return false
    const inSubject = family.subject?.test(subject) ?? false
    if (!family.body) return inSubject
    const wanted = family.hits ?? 1
    return hasSigns(body, family.body, inSubject ? Math.min(1, wanted) : wanted + (family.subject ? 1 : 0))
  })
}

// As many different ones, in any case.
function hasSigns(text: string, pattern: RegExp, wanted: number): boolean {
  const signs = new Set<string>()
  for (const match of text.matchAll(pattern)) {
    signs.add(match[0].toLowerCase())
    if (signs.size >= wanted) return true
  }
  return false
}

/** The subject and the words by which a mail is judged: of a forward the innermost, of an answer to us none of ours. */
export function wordsToJudge(
  mail: { readonly from?: Mailbox; readonly subject: string; readonly text: string },
  segments: readonly Segment[],
  own: OwnFacts,
): { readonly subject: string; readonly body: string } {
  // What we wrote stands below an answer too: "-------- Original Message --------".
  const isAnswer = ({ how, from }: Segment): boolean =>
    !isOwnAddress(mail.from?.address, own) && (how === 'quoted' || isOwnAddress(from?.address, own))
  const [top] = segments
  // What an outsider says above a forward counts: "They gave me 30 days. Can somebody look at the oak?"
  const isAsked =
    !isOwnAddress(mail.from?.address, own) &&
    !(mail.from && isRobot(mail.from)) &&
    top?.how === 'top' &&
    asksAnew(top.lines.join('\n'))
  if (isAsked && segments.some(({ how }) => how === 'forwarded'))
    return { subject: '', body: top.lines.join('\n') }
  const innermost = segments.findLast((segment) => segment.how === 'forwarded' && !isAnswer(segment))
  const isReply = segments.some(isAnswer)
  const theirs = isReply
    ? segments
        .filter((segment) => !isAnswer(segment))
        .flatMap(({ lines }) => lines)
        .join('\n')
    : mail.text
  return {
    subject: isReply && /^\s*re\s*:/iu.test(mail.subject) ? '' : (innermost?.subject ?? mail.subject),
    body: innermost ? innermost.lines.join('\n') : theirs,
  }
}
