import { cleanText } from './clean-text.ts'
import { type Conversation, readConversation } from './conversation.ts'
import type { ExtractInput, Mailbox } from './extraction.ts'
import { findSaidSource, sourceOfLayout } from './find-source.ts'
import { type Findings, type Found, mergeFindings, NOTHING } from './found.ts'
import { toPlainText } from './html-text.ts'
import { type LabelledText, readLabelledLines } from './labelled-lines.ts'
import { findLayout } from './layouts/known-layouts.ts'
import type { Layout } from './layouts/layout.ts'
import { type Segment, splitThread } from './mail-thread.ts'
import { isRelay, isRobot } from './mailbox.ts'
import { isKnownNoLead, isUnwanted } from './not-a-lead.ts'
import { isOwnAddress, isOwnName, type OwnFacts } from './own-facts.ts'
import { isAdf, readAdf } from './read-adf.ts'
import { countContactFields } from './read-form.ts'
import { readLetter } from './read-letter.ts'
import { ENOUGH, readExchange, readNote } from './read-note.ts'
import { readNotification } from './read-notification.ts'
import { shortenRuns } from './shorten-runs.ts'

type Mail = Extract<ExtractInput, { kind: 'email' }>

/** What a mail says about a lead; undefined when there is none in it. */
export function readMail(mail: Mail, own: OwnFacts): Findings | undefined {
  const findings = readWhatever(mail, own)
  if (!findings) return undefined
  const [from] = mail.from
  const subject = cleanText(mail.subject ?? '')
  const layout = findLayoutOf(from, subject, cleanText(mail.text ?? ''), own)
  const said = findings.notes.join('\n')
  const unwanted = isUnwanted({
    subject: layout || (from && isRobot(from)) ? '' : subject,
    said: withoutRecipient(said, mail),
    whole: withoutRecipient(cleanText(mail.text ?? ''), mail),
    kind: layout?.kind ?? (isRobotic(from, own) ? 'form' : undefined),
  })
  return unwanted ? undefined : findings
}

function readWhatever(mail: Mail, own: OwnFacts): Findings | undefined {
  const subject = cleanText(mail.subject ?? '')
  const source =
    mail.text !== undefined && mail.text.trim() !== '' ? mail.text : shortenRuns(toPlainText(mail.html ?? ''))
  const from = mail.from[0]
  if (isAdf(source)) return readAdf(source, own)
  const text = cleanText(source)
  const layout = findLayoutOf(from, subject, text, own)
  if (layout?.noLead?.test(subject) && !hasContact(text)) return undefined
  const segments = [...splitThread(text)]
  const isForward = segments.some((segment) => segment.how === 'forwarded')
  const innermost = segments.findLast((segment) => segment.how === 'forwarded')
  const known = isKnownNoLead({
    ...(from && { from }),
    subject: withoutRecipient(innermost?.subject ?? subject, mail),
    body: withoutRecipient(innermost ? innermost.lines.join('\n') : text, mail),
  })
  const labelled = segments.map((segment) => readLabelledLines(segment.lines))
  const form = pickForm(segments, labelled, from, own, layout)
  if (known && !(form && layout)) return undefined
  const isAlert = layout !== undefined || isRobotic(from, own)
  const conversation = isAlert && !isForward ? readConversation(text.split('\n'), own) : undefined
  if (conversation) return readChat(conversation, { subject, layout, mail, own, segments }, text)
  if (form) return readNotificationOf(form, { subject, layout, mail, own, segments })
  if (isAlert) {
    if (isForward) return readLetter({ mail, subject, segments, own, layout })
    return readUnlabelled({ subject, text, layout, mail, own, segments, labelled })
  }
  return readLetter({ mail, subject, segments, own, layout })
}

// "Working capital for Cedar Hollow" speaks of us, not of a cedar.
function withoutRecipient(text: string, mail: Mail): string {
  return mail.to.reduce((rest, { name = '' }) => {
    const [first = '', second = ''] = name.trim().split(/\s+/u)
    const short = `${first} ${second}`.trim()
    return short.length < 5 ? rest : rest.replaceAll(name.trim(), 'us').replaceAll(short, 'us')
  }, text)
}

function findLayoutOf(
  from: Mailbox | undefined,
  subject: string,
  text: string,
  own: OwnFacts,
): Layout | undefined {
  const isTheirRobot = from !== undefined && isRobot(from) && !isOwnAddress(from.address, own)
  // "Missed call", "New voicemail": what the sender's name leaves open, the subject says.
  const bySender = findLayout(from, '') ?? (isTheirRobot ? findLayout({ name: subject }, '') : undefined)
  if (bySender) return isOwnAddress(from?.address, own) ? undefined : bySender
  return isRobotic(from, own) ? findLayout(undefined, text) : undefined
}

const isRobotic = (from: Mailbox | undefined, own: OwnFacts): boolean =>
  from === undefined || isRobot(from) || isOwnAddress(from.address, own)

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
  const complete = mergeFindings(findings, fallback)
  const heard =
    layout?.kind === 'marketplace'
      ? undefined
      : findSaidSource(`${layout?.kind === 'router' ? `${subject}\n` : ''}${complete.notes.join('\n')}`)
  const said = findings.source ?? heard
  const isTyped =
    segments.length === 1 && mail.from[0] !== undefined && !isRobotic(mail.from[0], own) && !layout
  const way = layout ? wayOf(layout, `${subject}\n${form.segment.lines.join('\n')}`) : WEBSITE
  const source = said ?? (isTyped ? undefined : way)
  return { ...complete, ...(source && { source }) }
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

function readChat(conversation: Conversation, { subject, layout, own }: Context, text: string): Findings {
  const { findings } = readExchange(conversation, own)
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
    const complete = mergeFindings(findings, ofReplyTo(mail, own))
    if (layout.kind === 'marketplace' && isNobody(complete)) return undefined
    const known = layout.kind === 'marketplace' ? source : (findings.source ?? source)
    return { ...complete, ...(known && { source: known }) }
  }
  if (isRobot(mail.from[0] ?? {}) && !isOwnAddress(mail.from[0]?.address, own)) {
    const note = readNote(text, own)
    const hasNumber = note.findings.phones.some((phone) => phone.value.use !== 'somebody-else')
    return note.score >= ENOUGH + 1 && hasNumber ? note.findings : undefined
  }
  const noted = readColleague(segments, subject, own)
  const isServer = isRobot(mail.from[0] ?? {})
  return noted && isServer && !noted.source ? { ...noted, source: WEBSITE } : noted
}

// Advice and advertising name no customer.
const isNobody = ({ name, email, phones }: Findings): boolean =>
  !name && !email && phones.every((phone) => phone.value.use === 'somebody-else')

// Somebody of ours writes down a call.
function readColleague(segments: readonly Segment[], subject: string, own: OwnFacts): Findings | undefined {
  const body = segments[0]?.lines.join('\n') ?? ''
  const note = readNote(body, own)
  const withSubject = note.score >= ENOUGH ? note : readNote(`${subject}\n${body}`, own)
  return withSubject.score >= ENOUGH + 0.5 ? withSubject.findings : undefined
}
