import { isAlertSender } from './alert-sender.ts'
import { cleanText } from './clean-text.ts'
import { readConversation } from './conversation.ts'
import type { Mailbox } from './extraction.ts'
import { hasCompanyWord } from './find-company.ts'
import { findSaidSource } from './find-source.ts'
import { type Findings, mergeFindings, NOTHING } from './found.ts'
import { toPlainText } from './html-text.ts'
import { writeJsonOut } from './label-json.ts'
import { writeQueryOut } from './label-query.ts'
import { writeXmlOut } from './label-xml.ts'
import { type LabelledText, readLabelledLines } from './labelled-lines.ts'
import type { Layout } from './layouts/layout.ts'
import { namesService } from './lead-signs.ts'
import { nameOf } from './letter-name.ts'
import type { Mail, MailContext } from './mail-context.ts'
import { asRobots, findLayoutOf, isRobotic, withBrandOf, withoutRecipient } from './mail-sender.ts'
import { type Segment, splitThread } from './mail-thread.ts'
import { isRobot } from './mailbox.ts'
import { asksAnew } from './new-request.ts'
import { isKnownNoLead, wordsToJudge } from './not-a-lead.ts'
import { toNote } from './notes.ts'
import { isOwnAddress, isOwnName, mentionsOwnName, type OwnFacts, squash } from './own-facts.ts'
import { isAdf, readAdf } from './read-adf.ts'
import { readChat } from './read-chat.ts'
import { countContactFields, readForm } from './read-form.ts'
import { readLetter } from './read-letter.ts'
import { readNotification } from './read-notification.ts'
import { readProse } from './read-prose.ts'
import { readUnlabelled } from './read-unlabelled.ts'
import { ofMailbox, ofReplyTo, withSenderName } from './reply-address.ts'
import { withoutSenderFooter } from './sender-footer.ts'
import { shortenRuns } from './shorten-runs.ts'
import { splitSignature } from './signature.ts'
import { isUnwanted } from './unwanted.ts'
import { wayOf, wayOfUnknown } from './way-in.ts'

/** What a mail says about a lead; undefined when there is none in it. */
export function readMail(mail: Mail, ours: OwnFacts): Findings | undefined {
  const findings = readWhatever(mail, ours)
  if (!findings) return undefined
  const [from] = mail.from
  const subject = cleanText(mail.subject ?? '')
  const layout = findLayoutOf(from, subject, cleanText(mail.text ?? ''), ours)
  const aboveForward = squash(wordsAboveForward(mail, ours))
  const said = findings.notes.filter((note) => !aboveForward.includes(squash(note))).join('\n')
  const kind = layout?.kind ?? (isRobotic(from, ours) ? 'form' : undefined)
  const isPlaced =
    findings.addresses.length > 0 && (findings.phones.length > 0 || findings.email !== undefined)
  const unwanted = isUnwanted({
    // The subject of an answer is our own.
    subject: layout || (from && isRobot(from)) || /^\s*re\s*:/iu.test(subject) ? '' : subject,
    said: withoutRecipient(said, mail),
    whole: withoutRecipient(cleanText(mail.text ?? ''), mail),
    kind: isPlaced && kind === 'form' ? 'router' : kind,
    isPlaced,
    isLabelled: kind === 'form' && findings.name?.origin.startsWith('labelled ') === true,
  })
  return unwanted ? undefined : findings
}

// A service quotes what somebody texted; without a line that says whose quote it is, it belongs to the mail.
function withoutMarks(text: string): string {
  const parts = splitThread(text)
  const isOwn = parts.length > 1 && parts.every(({ from, how }) => from === undefined && how !== 'forwarded')
  return isOwn ? text.replace(/^(?:[ \t]{0,3}>)+ ?/gmu, '') : text
}

// What one of us says above a forward, "get her on the calendar", says nothing about what the customer wants.
function wordsAboveForward(mail: Mail, own: OwnFacts): string {
  if (!isOwnAddress(mail.from[0]?.address, own)) return ''
  const [top, ...others] = splitThread(cleanText(mail.text ?? ''))
  const isPassedOn = others.some((each) => each.how === 'forwarded' && !isOwnAddress(each.from?.address, own))
  return top && isPassedOn ? top.lines.join(' ') : ''
}

function readWhatever(given: Mail, ours: OwnFacts): Findings | undefined {
  const mail = asRobots(given, ours)
  const subject = cleanText(mail.subject ?? '')
  const source =
    mail.text !== undefined && mail.text.trim() !== '' ? mail.text : shortenRuns(toPlainText(mail.html ?? ''))
  const from = mail.from[0]
  const own = withBrandOf(from, ours)
  if (isAdf(source)) return readAdf(source, own)
  const whole = writeXmlOut(writeJsonOut(writeQueryOut(cleanText(source))))
  const layout = findLayoutOf(from, subject, whole, own)
  // Nobody writes JSON by hand.
  const isExport = /^\s*[[{]\s*["{]/u.test(source) && !/^\s*[[{]\s*["{]/u.test(whole)
  const isAlert = layout !== undefined || isExport || isRobotic(from, own)
  const text = isAlert ? withoutSenderFooter(withoutMarks(whole).split('\n'), from, own).join('\n') : whole
  if (layout?.settled?.test(subject) || (layout?.noLead?.test(subject) && !hasContact(text))) return undefined
  const segments = splitThread(text).map((segment) =>
    segment.from && isRobot(segment.from)
      ? { ...segment, lines: withoutSenderFooter(segment.lines, segment.from, own) }
      : segment,
  )
  const isForward = segments.some((segment) => segment.how === 'forwarded')
  const innermost = segments.findLast((segment) => segment.how === 'forwarded')
  const judged = wordsToJudge({ ...(from && { from }), subject, text }, segments, own)
  const known = isKnownNoLead({
    ...(from && { from }),
    subject: withoutRecipient(judged.subject, mail),
    body: withoutRecipient(judged.body, mail),
  })
  const passedOn = innermost && readPassedOn(innermost, mail, ours)
  if (passedOn) return withRemarks(passedOn, segments, own)
  const labelled = segments.map((segment) => readLabelledLines(segment.lines))
  const form = pickForm(segments, labelled, from, own, layout)
  // What a visitor writes into the subject of our own form is no title of a mailing.
  const isOurForm =
    from !== undefined &&
    isRobot(from) &&
    isOwnAddress(from.address, own) &&
    !isKnownNoLead({ subject: '', body: text })
  if (known && !(form && (layout || isOurForm || isWhole(form, subject, text, own)))) return undefined
  const conversation = isAlert && !isForward ? readConversation(text.split('\n'), own) : undefined
  if (conversation) return readChat(conversation, { subject, layout, mail, own, segments }, text)
  if (form && !isAlert && form.segment.how === 'forwarded' && asksAnew(segments[0]?.lines.join('\n') ?? '')) {
    // "Can somebody look at the oak?" above a notice: the letter counts, the notice knows the place.
    const letter = readLetter({ mail, subject, segments: segments.slice(0, 1), own, layout })
    if (letter) return mergeFindings(letter, onlyPlace(readForm(form.labelled.pairs, own)))
  }
  if (form) return readNotificationOf(form, { subject, layout, mail, own, segments })
  if (isAlert) {
    if (isForward) return readLetter({ mail, subject, segments, own, layout })
    return readUnlabelled({ subject, text, layout, mail, own, segments, labelled })
  }
  return readLetter({ mail, subject, segments, own, layout })
}

const onlyPlace = ({ addresses }: Findings): Findings => ({ ...NOTHING, addresses })

// An alert in prose that one of us forwards, as of a voicemail, is read as if it had come straight from the service.
function readPassedOn(segment: Segment, mail: Mail, ours: OwnFacts): Findings | undefined {
  const { from, subject = '', lines } = segment
  const text = lines.join('\n')
  if (!from?.address || isOwnAddress(from.address, ours) || !isOwnAddress(mail.from[0]?.address, ours))
    return undefined
  const isService =
    isRobot(from) || findLayoutOf(from, subject, '', ours) || isAlertSender(from, subject, text, ours)
  if (!isService || countContactFields(readLabelledLines(lines).pairs) >= 2) return undefined
  const { html: _, replyTo: __, ...rest } = mail
  return readWhatever({ ...rest, from: [from], subject, text }, ours)
}

function withRemarks(findings: Findings, segments: readonly Segment[], own: OwnFacts): Findings {
  const [top] = segments
  const said = top ? toNote(splitSignature(top.lines, undefined).body, own) : ''
  return namesService(said) ? { ...findings, notes: [said, ...findings.notes] } : findings
}

// A form with everything about a person and a place, whatever its title: "New response: Spring Yard Survey".
function isWhole({ labelled }: Form, subject: string, text: string, own: OwnFacts): boolean {
  const hasWork =
    labelled.pairs.some(({ label, value }) => namesService(`${label} ${value}`)) ||
    labelled.loose.some((line) => line.length > 30 && namesService(line) && !mentionsOwnName(line, own))
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

function readNotificationOf(form: Form, { subject, layout, mail, own, segments }: MailContext): Findings {
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
  const known = layout && form.segment.how === 'top' ? withSenderName(findings, mail, layout, own) : findings
  const complete = mergeFindings(withComment(known, form, segments, mail, own), fallback)
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
  const company = complete.company ?? (complete.name && companyOfSender(mail.from[0], own))
  return { ...complete, ...(company && { company }), ...(source && { source }) }
}

// "Meadowlark Residential (via PropertyBoard)"
function companyOfSender(from: Mailbox | undefined, own: OwnFacts): Findings['company'] {
  const value = /^(\p{L}[^()]{2,60}?)\s*[(,]?\s?via\s/iu.exec(from?.name ?? '')?.[1]
  const isTheirs = value !== undefined && hasCompanyWord(value) && !isOwnName(value, own)
  return isTheirs ? { value, confidence: 'likely', origin: 'the sender', quote: value } : undefined
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
  const lines = segments[0]?.lines ?? []
  // Nothing but who passes it on.
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (from?.name !== undefined && squash(first) === squash(from.name)) return findings
  const { body } = splitSignature(lines, nameOf(from, own))
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
