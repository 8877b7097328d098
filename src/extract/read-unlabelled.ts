import { isBoilerplate, isGreeting } from './boilerplate.ts'
import { findPhones } from './find-phones.ts'
import { type Findings, type Found, mergeFindings, type PhoneMention } from './found.ts'
import { isClosingLine, type LabelledText } from './labelled-lines.ts'
import type { Layout } from './layouts/layout.ts'
import { namesService } from './lead-signs.ts'
import { isForSubscribers } from './list-mail.ts'
import type { Mail, MailContext } from './mail-context.ts'
import type { Segment } from './mail-thread.ts'
import { isRobot } from './mailbox.ts'
import { isOwnAddress, type OwnFacts } from './own-facts.ts'
import { ENOUGH, readNote } from './read-note.ts'
import { readNotification } from './read-notification.ts'
import { ofReplyTo, withSenderName } from './reply-address.ts'
import { WEBSITE, wayOf, wayOfUnknown } from './way-in.ts'

/** Reads a robot's mail without labels: a text message, an alert in prose, or a colleague's note. */
export function readUnlabelled({
  subject,
  text,
  layout,
  mail,
  own,
  segments,
  labelled,
}: MailContext & { text: string; labelled: readonly LabelledText[] }): Findings | undefined {
  const lines = text.split('\n')
  const source = layout && wayOf(layout, `${subject}\n${text}`)
  if (layout) {
    const findings = readNotification({
      labelled: labelled[0] ?? { pairs: [], loose: lines },
      lines,
      subject,
      layout,
      own,
    })
    const named = withSenderName(withGatewayNumber(findings, mail, layout, own), mail, layout, own)
    const complete = mergeFindings(named, ofReplyTo(mail, own))
    if (layout.kind === 'marketplace' && isNobody(complete)) return undefined
    const known = layout.kind === 'marketplace' ? source : (findings.source ?? source)
    return { ...complete, ...(known && { source: known }) }
  }
  if (isRobot(mail.from[0] ?? {}) && !isOwnAddress(mail.from[0]?.address, own)) {
    const [form] = labelled
    if (form && isTeaser(subject, lines, form)) {
      const findings = readNotification({ labelled: form, lines, subject, layout, own })
      return {
        ...findings,
        source: findings.source ?? wayOfUnknown(mail.from[0], `${subject}\n${text}`, own),
      }
    }
    if (isForSubscribers(lines)) return undefined
    const said = lines.filter(
      (line) =>
        !isBoilerplate(line) &&
        !isGreeting(line) &&
        !CHEER.test(line) &&
        (!isClosingLine(line) || /@|\d{3}/u.test(line)),
    )
    const note = readNote(said.join('\n'), own)
    const hasNumber = note.findings.phones.some((phone) => phone.value.use !== 'somebody-else')
    const isWish = WISHES.test(subject) && note.findings.name !== undefined
    const isPlaced = note.findings.addresses.some(
      ({ value }) => value.state !== undefined || value.postalCode,
    )
    if (note.score < (hasNumber ? ENOUGH + 1 : ENOUGH) || !(hasNumber || (isWish && isPlaced)))
      return undefined
    const way = wayOfUnknown(mail.from[0], `${subject}\n${text}`, own)
    const notes = note.findings.notes.map((text) => text.replace(/^[^\p{L}\d]*$\n?/gmu, ''))
    return { ...note.findings, notes, source: note.findings.source ?? way }
  }
  const noted = readColleague(segments, subject, own)
  const isServer = isRobot(mail.from[0] ?? {})
  return noted && isServer && !noted.source ? { ...noted, source: WEBSITE } : noted
}

// "6085550176@txtgate.example": a gateway writes the number that texted as the sender.
function withGatewayNumber(findings: Findings, mail: Mail, layout: Layout, own: OwnFacts): Findings {
  const local = /^\+?(1?\d{10})@/u.exec(mail.from[0]?.address ?? '')?.[1]
  if (layout.kind !== 'text-message' || findings.phones.length > 0 || !local) return findings
  const [number] = findPhones(local, own)
  if (!number || number.use === 'ours') return findings
  const texted: Found<PhoneMention> = {
    value: { ...number, use: 'mobile' },
    confidence: 'likely',
    origin: 'the number that wrote',
    quote: local,
  }
  return { ...findings, phones: [texted] }
}

// What a service cheers its customers with: "Congrats, Isadora picked you!", "Good luck!"
const CHEER = /^\W*(?:congrat(?:s|ulations)|good luck|great news|woo ?hoo|cha-?ching)\b.{0,80}$/iu

// Advice and advertising name no customer.
const isNobody = ({ name, email, phones }: Findings): boolean =>
  !name && !email && phones.every((phone) => phone.value.use === 'somebody-else')

// "Aldous B. sent a request: Tree stump grinding"
const WISHES =
  /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2}(?: (?:in|from|near|of) [\p{L}\d.,'’ -]{3,40}?)? (?:sent|wants|needs|is (?:looking|waiting|interested)|requested|asked|would like|has (?:a|sent|requested))\b/u

// "Petra S. in Eugene is looking for …" and a labelled place; the number costs.
function isTeaser(subject: string, lines: readonly string[], { pairs }: LabelledText): boolean {
  const opening = lines.filter((line) => line.trim() !== '').slice(0, 6)
  const wishes = [subject, ...opening].filter((line) => WISHES.test(line.trim()) && namesService(line))
  const isPlaced = pairs.some(
    ({ field }) => field === 'address' || field === 'city' || field === 'postalCode',
  )
  return isPlaced && wishes.length > 0 && wishes.length <= 2
}

// Somebody of ours writes down a call.
function readColleague(segments: readonly Segment[], subject: string, own: OwnFacts): Findings | undefined {
  const body = segments[0]?.lines.filter((line) => !isBoilerplate(line)).join('\n') ?? ''
  const note = readNote(body, own)
  const withSubject = note.score >= ENOUGH ? note : readNote(`${subject}\n${body}`, own)
  return withSubject.score >= ENOUGH + 0.5 ? withSubject.findings : undefined
}
