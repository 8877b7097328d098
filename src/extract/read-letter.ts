import type { Address } from '../lead/address.ts'
import type { ExtractInput, Mailbox } from './extraction.ts'
import { companyOfDomain } from './find-company.ts'
import { findSaidSource, sourceOfLayout } from './find-source.ts'
import type { Findings, Found } from './found.ts'
import { withoutHandingOn } from './handed-on.ts'
import { readLabelledLines } from './labelled-lines.ts'
import type { Layout } from './layouts/layout.ts'
import { asksForPrice, asksForWork, namesService, tellsTrouble } from './lead-signs.ts'
import { findCompany } from './letter-company.ts'
import { chooseCustomer, isCustomer, isSameAuthor, managesPlaces } from './letter-customer.ts'
import { chooseName, nameOf, speaksThemselves } from './letter-name.ts'
import { answersOf, asksAboutWork, commentsOf, placesWeNamed, remarksOf } from './letter-ours.ts'
import type { LetterPart } from './letter-part.ts'
import { isDoorOpener, isThirdPerson, mergePhones, toSomebodyElse } from './letter-phones.ts'
import { findReferred, type Referred } from './letter-referral.ts'
import { isListMail } from './list-mail.ts'
import type { Segment } from './mail-thread.ts'
import { domainOf, isRelay, isRobot } from './mailbox.ts'
import { isInPassing, isNotForUs, namesOwnThing } from './not-for-us.ts'
import { toNote } from './notes.ts'
import { isOwnAddress, isOwnName, type OwnFacts } from './own-facts.ts'
import { readForm } from './read-form.ts'
import { ENOUGH, normaliseSpeech, readNote } from './read-note.ts'
import { readProse } from './read-prose.ts'
import { splitSignature } from './signature.ts'
import { unwrapLines } from './unwrap-lines.ts'
import { bringsWork } from './work-at-hand.ts'

type Mail = Extract<ExtractInput, { kind: 'email' }>

const SIGNED = 'from the signature'

type Letter = {
  readonly mail: Mail
  readonly subject: string
  readonly segments: readonly Segment[]
  readonly own: OwnFacts
  /** Known sender of the outermost mail, where it is no person. */
  readonly layout?: Layout | undefined
}

/** Reads what people write to each other: finds the customer among the writers of a thread, then the customer's words. */
export function readLetter({ mail, subject, segments, own, layout }: Letter): Findings | undefined {
  const parts = segments.map((segment): LetterPart => {
    const author = segment.how === 'top' ? senderOf(mail, own) : segment.from
    const signed = splitSignature(segment.lines, nameOf(author, own))
    return { segment, author, signed: { ...signed, body: unwrapLines(signed.body) } }
  })
  const outsiders = parts.filter((part) => isCustomer(part.author, own) && hasText(part))
  const customer = chooseCustomer(outsiders)
  if (!customer) return readInside(parts, subject, own)
  if (customer.segment.how === 'top' && isListMail(customer.segment.lines)) return undefined
  const theirs = parts.filter((part) => isSameAuthor(part.author, customer.author))
  const others = outsiders.filter((part) => !theirs.includes(part))
  const findings = readTheirs(customer, theirs, others, parts, subject, own)
  const everything = [
    subject,
    ...theirs.flatMap((part) => part.segment.lines),
    ...others.flatMap((part) => part.segment.lines),
  ].join('\n')
  const words = [
    ...theirs.flatMap((part) => part.signed.body),
    ...answersOf(parts, own).flatMap((each) => each.notes),
  ].join('\n')
  const asked = [subject, ...outsiders.flatMap((part) => part.signed.body), ...quotedOf(parts, own)].join(
    '\n',
  )
  const isAnswer = asksAboutWork(parts, own) && findings.addresses.some(({ value }) => value.street)
  if (!isAnswer && !(bringsWork(asked) && isWanted(everything, `${subject}\n${words}`, findings)))
    return undefined
  if (!isAnswer && (isNotForUs(customer.author, words) || isInPassing(`${subject}\n${words}`, findings)))
    return undefined
  const said = findings.source ?? insideSource(parts, own)
  const way = wayIn(mail, layout, everything, own)
  const source = said ?? way
  return { ...findings, ...(source && { source }) }
}

// Work is asked for, or something is wrong with what we work on.
function isWanted(everything: string, theirs: string, findings: Findings): boolean {
  if (asksForPrice(theirs)) return true
  const asks = asksForWork(theirs)
  const site = findings.addresses.find((each) => each.origin !== SIGNED)
  const isReachable = findings.phones.length > 0 || findings.addresses.length > 0
  if (isReachable && namesService(theirs) && namesOwnThing(theirs)) return true
  if (!namesService(everything)) return asks && findings.addresses.length > 0
  return asks || tellsTrouble(theirs) || theirs.includes('?') || site !== undefined || asksForWork(everything)
}

// A web server of ours writes a customer's mail as if it were forwarded.
function wayIn(
  mail: Mail,
  layout: Layout | undefined,
  text: string,
  own: OwnFacts,
): Found<string> | undefined {
  const [from] = mail.from
  const isOurServer = from !== undefined && isRobot(from) && isOwnAddress(from.address, own)
  if (!layout && !isOurServer) return undefined
  const value = layout ? sourceOfLayout(layout, text) : 'Website form'
  return { value, confidence: 'likely', origin: 'from the kind of message' }
}

// What a colleague wrote above a forward about where the lead came from.
function insideSource(parts: readonly LetterPart[], own: OwnFacts): Found<string> | undefined {
  return parts
    .filter((part) => part.segment.how !== 'quoted' && isOwnAddress(part.author?.address, own))
    .map((part) => findSaidSource(part.segment.lines.join('\n')))
    .find(Boolean)
}

// What of ours is answered: "Are you still looking to have the ash removed?"
const quotedOf = (parts: readonly LetterPart[], own: OwnFacts): readonly string[] =>
  parts
    .filter((part) => part.segment.how === 'quoted' && !isCustomer(part.author, own))
    .flatMap((part) => part.signed.body)

const hasText = (part: LetterPart): boolean => part.segment.lines.some((line) => line.trim() !== '')

function senderOf(mail: Mail, own: OwnFacts): Mailbox | undefined {
  const from = mail.from[0]
  const replyTo = mail.replyTo
  const isBetter = replyTo?.address && from && isRobot(from) && !isOwnAddress(replyTo.address, own)
  return isBetter ? { ...from, ...replyTo } : from
}

function readTheirs(
  customer: LetterPart,
  theirs: readonly LetterPart[],
  others: readonly LetterPart[],
  parts: readonly LetterPart[],
  subject: string,
  own: OwnFacts,
): Findings {
  const bodies = theirs.map((part) => readBody(part.signed.body, own, 'from the message'))
  const signatures = theirs.map((part) => readBody(part.signed.signature, own, SIGNED))
  const inner = others.map((part) => readBody(part.signed.body, own, 'from the forwarded message'))
  const comments = commentsOf(parts, own)
  const answers = answersOf(parts, own)
  const name = chooseName(customer, theirs, bodies, own)
  const company = findCompany(customer, theirs, bodies, own)
  const email = customer.author?.address
  const phones = mergePhones([...bodies, ...answers], signatures, [...comments, ...inner])
  const named = placesWeNamed(parts, own)
  const addresses = chooseAddresses([...bodies, ...answers, ...inner, ...comments, ...named], signatures)
  const heading = readBody([subject], own, 'from the subject')
  const hasStreet = addresses.some((each) => each.value.street !== undefined && each.origin !== SIGNED)
  const titled = hasStreet ? [] : heading.addresses.filter((each) => each.value.street !== undefined)
  const source = [...bodies, ...comments].map((each) => each.source).find(Boolean) ?? passedOnBy(others, own)
  const referred = referredBy(theirs, own)
  if (referred) {
    const by = company?.value ?? customer.author?.name
    const notes = notesOf(theirs, others, answers, subject, own)
    return {
      ...referred,
      addresses,
      notes: [...notes, ...remarksOf(parts, own)],
      source: { value: `Referral: ${by}`, confidence: 'likely', origin: 'from who passed it on' },
    }
  }
  return {
    ...(name && { name }),
    ...(company && { company }),
    ...(email &&
      !isRelay(email) && { email: { value: email.toLowerCase(), confidence: 'sure', origin: 'the sender' } }),
    ...(source && { source }),
    phones: phones.length > 0 ? phones : heading.phones,
    addresses: [...titled.map((each) => withPlace(each, addresses[0])), ...addresses],
    notes: [...notesOf(theirs, others, answers, subject, own), ...remarksOf(parts, own)],
  }
}

// A contractor's letter about a customer of theirs, unless the writer is to be dealt with.
function referredBy(theirs: readonly LetterPart[], own: OwnFacts): Referred | undefined {
  const text = theirs.map((part) => part.signed.body.join('\n')).join('\n')
  const signed = theirs.map((part) => part.signed.signature.join('\n')).join('\n')
  if (speaksThemselves(text) || managesPlaces(signed)) return undefined
  return findReferred(text, theirs[0]?.author?.address, own)
}

// The street in the subject, the town in the mail.
const withPlace = (found: Found<Address>, place: Found<Address> | undefined): Found<Address> =>
  found.value.city === undefined && found.value.postalCode === undefined
    ? { ...found, value: { ...place?.value, ...found.value } }
    : found

function readBody(lines: readonly string[], own: OwnFacts, origin: string): Findings {
  const said = normaliseSpeech(lines.join('\n'))
  // In their signature the main line is theirs, not ours.
  const text =
    origin === SIGNED
      ? said.replace(/\b(?:main|office|business|company) line\b/giu, (line) => 'office'.padEnd(line.length))
      : said
  const prose = readProse(text, own, origin)
  const labelled = readLabelledLines(text.split('\n'))
  const form = readForm(
    labelled.pairs.filter(
      (pair) => pair.field === 'address' || pair.field === 'city' || pair.field === 'mobile',
    ),
    own,
  )
  const labelledStreet = form.addresses.find((each) => each.value.street && /\d/u.test(each.value.street))
  return {
    ...prose,
    phones: prose.phones
      .filter((phone) => !isDoorOpener(text, phone.value))
      .map((phone) => (isThirdPerson(text, phone.value) ? toSomebodyElse(phone) : phone)),
    notes: [],
    addresses:
      labelledStreet && !/signature/u.test(origin)
        ? [
            labelledStreet,
            ...prose.addresses.filter((each) => each.value.street !== labelledStreet.value.street),
          ]
        : prose.addresses,
  }
}

function chooseAddresses(
  bodies: readonly Findings[],
  signatures: readonly Findings[],
): readonly Found<Address>[] {
  const streets = bodies.flatMap((each) => each.addresses).filter((each) => each.value.street !== undefined)
  if (streets.length > 0) return streets
  const signed = signatures
    .flatMap((each) => each.addresses)
    .filter((each) => each.value.street !== undefined)
  const places = bodies.flatMap((each) => each.addresses)
  const isSameTown = places.every(
    (place) =>
      place.confidence === 'weak' &&
      signed.some(({ value }) => value.city?.toLowerCase() === place.value.city?.toLowerCase()),
  )
  if (signed.length > 0 && isSameTown)
    return signed.map((each) => ({ ...each, confidence: 'weak' as const, origin: SIGNED }))
  return places
}

function passedOnBy(others: readonly LetterPart[], own: OwnFacts): Found<string> | undefined {
  const words = others.map((part) => [...part.segment.lines, part.author?.name ?? ''].join('\n')).join('\n')
  const said = findSaidSource(words)
  if (said) return said
  if (/\b(?:insured|adjuster|claim|insurance)\b/iu.test(words))
    return { value: 'Insurance', confidence: 'likely', origin: 'from who passed it on' }
  const company = others
    .map((part) => companyOfDomain(domainOf(part.author?.address), part.signed.signature))
    .find(Boolean)
  const by = company ?? others[0]?.author?.name
  return by && !isOwnName(by, own)
    ? { value: `Referral: ${by}`, confidence: 'weak', origin: 'from who passed it on' }
    : undefined
}

function notesOf(
  theirs: readonly LetterPart[],
  others: readonly LetterPart[],
  answers: readonly Findings[],
  subject: string,
  own: OwnFacts,
): readonly string[] {
  const oldestFirst = [
    ...others
      .slice()
      .reverse()
      .map((part) => withoutHandingOn(part.signed.body)),
    ...theirs
      .slice()
      .reverse()
      .map((part) => part.signed.body),
  ]
  const notes = oldestFirst.map((lines) => toNote(lines, own)).filter((note) => note !== '')
  const answered = answers.flatMap((each) => each.notes)
  const topic = subject.replace(/^(?:\s*(?:re|fw|fwd|tr|wg|rv|aw|sv|i|enc)\s*:\s*)+/iu, '').trim()
  const all = [...notes, ...answered]
  const isTold = all.some((note) => namesService(note))
  return topic !== '' && !isTold ? [topic, ...all] : all
}

// Nobody from outside: a colleague's own words, perhaps about a call.
function readInside(parts: readonly LetterPart[], subject: string, own: OwnFacts): Findings | undefined {
  const text = parts
    .filter((part) => part.segment.how !== 'quoted')
    .map((part) => part.segment.lines.join('\n'))
    .join('\n')
  const note = readNote(text, own)
  const heard = note.findings.source ?? findSaidSource(subject)
  if (note.score >= ENOUGH + 0.5) return { ...note.findings, ...(heard && { source: heard }) }
  const more = readNote(`${subject}\n${text}`, own)
  return more.score >= ENOUGH + 1 ? more.findings : undefined
}
