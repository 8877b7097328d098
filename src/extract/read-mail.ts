import { isBoilerplate, isGreeting } from './boilerplate.ts'
import { cleanText } from './clean-text.ts'
import { type Conversation, readConversation } from './conversation.ts'
import type { ExtractInput, Mailbox } from './extraction.ts'
import { findPhones } from './find-phones.ts'
import { findSaidSource, sourceOfLayout } from './find-source.ts'
import { type Findings, type Found, mergeFindings, NOTHING, type PhoneMention } from './found.ts'
import { toPlainText } from './html-text.ts'
import { isClosingLine, type LabelledText, readLabelledLines } from './labelled-lines.ts'
import type { LabelField } from './labels.ts'
import type { Layout } from './layouts/layout.ts'
import { namesService } from './lead-signs.ts'
import { nameOf } from './letter-name.ts'
import { asRobots, findLayoutOf, isRobotic, withBrandOf, withoutRecipient } from './mail-sender.ts'
import { type Segment, splitThread } from './mail-thread.ts'
import { domainOf, isRelay, isRobot } from './mailbox.ts'
import { isKnownNoLead, wordsToJudge } from './not-a-lead.ts'
import { toNote } from './notes.ts'
import { isOwnAddress, isOwnName, type OwnFacts, squash } from './own-facts.ts'
import { isAdf, readAdf } from './read-adf.ts'
import { countContactFields, readForm } from './read-form.ts'
import { readLetter } from './read-letter.ts'
import { ENOUGH, readExchange, readNote } from './read-note.ts'
import { readNotification } from './read-notification.ts'
import { readProse } from './read-prose.ts'
import { withoutSenderFooter } from './sender-footer.ts'
import { shortenRuns } from './shorten-runs.ts'
import { splitSignature } from './signature.ts'
import { isUnwanted } from './unwanted.ts'

type Mail = Extract<ExtractInput, { kind: 'email' }>

/** What a mail says about a lead; undefined when there is none in it. */
export function readMail(mail: Mail, ours: OwnFacts): Findings | undefined {
  const findings = readWhatever(mail, ours)
  if (!findings) return undefined
  const [from] = mail.from
  const subject = cleanText(mail.subject ?? '')
  const layout = findLayoutOf(from, subject, cleanText(mail.text ?? ''), ours)
  const said = findings.notes.join('\n')
  const unwanted = isUnwanted({
    // The subject of an answer is our own.
    subject: layout || (from && isRobot(from)) || /^\s*re\s*:/iu.test(subject) ? '' : subject,
    said: withoutRecipient(said, mail),
    whole: withoutRecipient(cleanText(mail.text ?? ''), mail),
    kind: layout?.kind ?? (isRobotic(from, ours) ? 'form' : undefined),
    isPlaced: findings.addresses.length > 0 && (findings.phones.length > 0 || findings.email !== undefined),
  })
  return unwanted ? undefined : findings
}

function readWhatever(given: Mail, ours: OwnFacts): Findings | undefined {
  const mail = asRobots(given, ours)
  const subject = cleanText(mail.subject ?? '')
  const source =
    mail.text !== undefined && mail.text.trim() !== '' ? mail.text : shortenRuns(toPlainText(mail.html ?? ''))
  const from = mail.from[0]
  const own = withBrandOf(from, ours)
  if (isAdf(source)) return readAdf(source, own)
  const whole = cleanText(source)
  const layout = findLayoutOf(from, subject, whole, own)
  const isAlert = layout !== undefined || isRobotic(from, own)
  const text = isAlert ? withoutSenderFooter(whole.split('\n'), from, own).join('\n') : whole
  if (layout?.noLead?.test(subject) && !hasContact(text)) return undefined
  const segments = splitThread(text).map((segment) =>
    segment.from && isRobot(segment.from)
      ? { ...segment, lines: withoutSenderFooter(segment.lines, segment.from, own) }
      : segment,
  )
  const isForward = segments.some((segment) => segment.how === 'forwarded')
  const judged = wordsToJudge({ ...(from && { from }), subject, text }, segments, own)
  const known = isKnownNoLead({
    ...(from && { from }),
    subject: withoutRecipient(judged.subject, mail),
    body: withoutRecipient(judged.body, mail),
  })
  const labelled = segments.map((segment) => readLabelledLines(segment.lines))
  const form = pickForm(segments, labelled, from, own, layout)
  // What a visitor writes into the subject of our own form is no title of a mailing.
  const isOurForm =
    from !== undefined &&
    isRobot(from) &&
    isOwnAddress(from.address, own) &&
    !isKnownNoLead({ subject: '', body: text })
  if (known && !(form && (layout || isOurForm || isWhole(form, subject, text)))) return undefined
  const conversation = isAlert && !isForward ? readConversation(text.split('\n'), own) : undefined
  if (conversation) return readChat(conversation, { subject, layout, mail, own, segments }, text)
  if (form) return readNotificationOf(form, { subject, layout, mail, own, segments })
  if (isAlert) {
    if (isForward) return readLetter({ mail, subject, segments, own, layout })
    return readUnlabelled({ subject, text, layout, mail, own, segments, labelled })
  }
  return readLetter({ mail, subject, segments, own, layout })
}

// A form with everything about a person and a place, whatever its title: "New response: Spring Yard Survey".
function isWhole({ labelled }: Form, subject: string, text: string): boolean {
  const hasWork = labelled.pairs.some(({ label, value }) => namesService(`${label} ${value}`))
  return (
    countContactFields(labelled.pairs) >= 4 &&
    hasWork &&
    !isKnownNoLead({ subject: '', body: `${subject}\n${text}` })
  )
}

const hasContact = (text: string): boolean =>
  countContactFields(readLabelledLines(text.split('\n')).pairs) >= 2

type Form = { readonly segment: Segment; readonly labelled: LabelledText }

// The innermost part that is a form; what a person wrote counts as one only when it is labelled throughout.
function pickForm(
  segments: readonly Segment[],
  labelled: readonly LabelledText[],
  from: Mailbox | undefined,
  own: OwnFacts,
  layout: Layout | undefined,
): Form | undefined {
  for (let at = segments.length - 1; at >= 0; at -= 1) {
    const segment = segments[at]
    const read = labelled[at]
    if (!segment || !read) continue
    const author = segment.from ?? (segment.how === 'top' ? from : undefined)
    const fields = countContactFields(read.pairs)
    const byRobot = isRobotic(author, own) || (segment.how === 'top' && layout !== undefined)
    const isReplyToUs = segment.how !== 'top' && isOwnAddress(author?.address, own) && !isRobotic(from, own)
    if (isReplyToUs) continue
    const named = read.pairs.some(
      (pair) => pair.field === 'name' || pair.field === 'firstName' || pair.field === 'message',
    )
    if (byRobot ? fields >= 2 || (fields >= 1 && (layout !== undefined || named)) : fields >= 3 && named)
      return { segment, labelled: read }
  }
  return undefined
}

type Context = {
  readonly subject: string
  readonly layout: Layout | undefined
  readonly mail: Mail
  readonly own: OwnFacts
  readonly segments: readonly Segment[]
}

function readNotificationOf(form: Form, { subject, layout, mail, own, segments }: Context): Findings {
  const findings = readNotification({
    labelled: form.labelled,
    lines: form.segment.lines,
    subject: form.segment.subject ?? subject,
    layout,
    own,
  })
  const header = form.segment.how === 'top' ? undefined : form.segment.from
  const isHeaderCustomer =
    header?.address !== undefined && !isOwnAddress(header.address, own) && !isRobot(header)
  const fallback = isHeaderCustomer ? ofMailbox(header, own) : ofReplyTo(mail, own)
  const complete = mergeFindings(withComment(findings, form, segments, mail, own), fallback)
  const heard =
    layout?.kind === 'marketplace'
      ? undefined
      : findSaidSource(`${layout?.kind === 'router' ? `${subject}\n` : ''}${complete.notes.join('\n')}`)
  const said = findings.source ?? heard
  const isTyped =
    segments.length === 1 && mail.from[0] !== undefined && !isRobotic(mail.from[0], own) && !layout
  const text = `${subject}\n${form.segment.lines.join('\n')}`
  const way = layout ? wayOf(layout, text) : wayOfUnknown(mail.from[0], text, own)
  const source = said ?? (isTyped ? undefined : way)
  return { ...complete, ...(source && { source }) }
}

// What one of us wrote above a forwarded call: a caller id knows less than who called back.
function withComment(
  findings: Findings,
  form: Form,
  segments: readonly Segment[],
  mail: Mail,
  own: OwnFacts,
): Findings {
  const at = segments.indexOf(form.segment)
  const [from] = mail.from
  if (at !== 1 || form.segment.how !== 'forwarded' || !isOwnAddress(from?.address, own)) return findings
  const { body } = splitSignature(segments[0]?.lines ?? [], nameOf(from, own))
  const said = readProse(body.join('\n'), own, 'from the comment above the forward')
  const isCallerId = !findings.name || findings.name.quote === findings.name.quote?.toUpperCase()
  const name = isCallerId && said.name && said.name.confidence !== 'weak' ? said.name : findings.name
  const addresses = [...said.addresses.filter((each) => each.value.street), ...findings.addresses]
  const isTold = namesService(body.join('\n'))
  return {
    ...findings,
    ...(name && { name }),
    addresses: findings.addresses.some((each) => each.value.street) ? findings.addresses : addresses,
    notes: isTold ? [toNote(body, own), ...findings.notes] : findings.notes,
  }
}

function ofReplyTo(mail: Mail, own: OwnFacts): Findings {
  const replyTo = mail.replyTo
  if (!replyTo?.address || isOwnAddress(replyTo.address, own) || isRobot(replyTo)) return NOTHING
  return ofMailbox(replyTo, own)
}

function ofMailbox(mailbox: Mailbox, own: OwnFacts): Findings {
  if (!mailbox.address || isRelay(mailbox.address)) return NOTHING
  const named =
    mailbox.name && !isOwnName(mailbox.name, own)
      ? readNote(`name is ${mailbox.name}`, own).findings.name
      : undefined
  return {
    ...NOTHING,
    ...(named && { name: { ...named, origin: 'from the reply address' } }),
    email: { value: mailbox.address.toLowerCase(), confidence: 'likely', origin: 'from the reply address' },
  }
}

// What the program knew of a visitor stands above the chat.
const KNOWN_BEFORE: ReadonlySet<LabelField> = new Set(['email', 'phone', 'mobile', 'address', 'company'])

function readChat(conversation: Conversation, { subject, layout, own }: Context, text: string): Findings {
  const heading = readForm(
    readLabelledLines(text.split('\n')).pairs.filter(
      ({ field }) => field !== undefined && KNOWN_BEFORE.has(field),
    ),
    own,
  )
  const findings = { ...mergeFindings(readExchange(conversation, own).findings, { ...heading, notes: [] }) }
  const way: Found<string> = layout
    ? wayOf(layout, `${subject}\n${text}`)
    : { value: 'Website chat', confidence: 'likely', origin: 'from the kind of message' }
  return { ...findings, source: findings.source ?? way }
}

const WEBSITE: Found<string> = {
  value: 'Website form',
  confidence: 'likely',
  origin: 'from the kind of message',
}

// A service that nobody told us of is called as it calls itself, unless it only carries our own form.
function wayOfUnknown(sender: Mailbox | undefined, text: string, own: OwnFacts): Found<string> {
  const name = sender?.name?.replace(/^.*\bvia\b\s*/iu, '').trim()
  const isForm = /\b(?:web ?site|web|forms?|submi\w+|page|widget|wordpress)\b/iu.test(`${name} ${text}`)
  const isBrand =
    name !== undefined &&
    squash(name).startsWith(squash(domainOf(sender?.address)?.split('.').at(-2) ?? '').slice(0, 6))
  if (isForm || !name || !isBrand || isOwnAddress(sender?.address, own)) return WEBSITE
  return { value: name, confidence: 'likely', origin: 'the sender' }
}

const wayOf = (layout: Layout, text: string): Found<string> => ({
  value: sourceOfLayout(layout, text),
  confidence: 'likely',
  origin: 'from the kind of message',
})

// A robot's mail without labels: a text message, an alert in prose, or a colleague's note.
function readUnlabelled({
  subject,
  text,
  layout,
  mail,
  own,
  segments,
  labelled,
}: Context & { text: string; labelled: readonly LabelledText[] }): Findings | undefined {
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
    const complete = mergeFindings(withGatewayNumber(findings, mail, layout, own), ofReplyTo(mail, own))
    if (layout.kind === 'marketplace' && isNobody(complete)) return undefined
    const known = layout.kind === 'marketplace' ? source : (findings.source ?? source)
    return { ...complete, ...(known && { source: known }) }
  }
  if (isRobot(mail.from[0] ?? {}) && !isOwnAddress(mail.from[0]?.address, own)) {
    const said = lines.filter(
      (line) => !isBoilerplate(line) && !isGreeting(line) && (!isClosingLine(line) || /@|\d{3}/u.test(line)),
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

// Advice and advertising name no customer.
const isNobody = ({ name, email, phones }: Findings): boolean =>
  !name && !email && phones.every((phone) => phone.value.use === 'somebody-else')

// "Aldous B. sent a request: Tree stump grinding"
const WISHES =
  /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2} (?:sent|wants|needs|is (?:looking|waiting|interested)|requested|asked|would like|has (?:a|sent|requested))\b/u

// Somebody of ours writes down a call.
function readColleague(segments: readonly Segment[], subject: string, own: OwnFacts): Findings | undefined {
  const body = segments[0]?.lines.filter((line) => !isBoilerplate(line)).join('\n') ?? ''
  const note = readNote(body, own)
  const withSubject = note.score >= ENOUGH ? note : readNote(`${subject}\n${body}`, own)
  return withSubject.score >= ENOUGH + 0.5 ? withSubject.findings : undefined
}
