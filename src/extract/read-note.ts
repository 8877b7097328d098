import { readConversation } from './conversation.ts'
import { findPhones } from './find-phones.ts'
import { findSaidSource } from './find-source.ts'
import { isFirstName } from './first-names.ts'
import { type Findings, mergeFindings, type PhoneMention } from './found.ts'
import { readLabelledLines } from './labelled-lines.ts'
import { asksForWork, namesService, soundsLikeLead, tellsTrouble, threatensSomething } from './lead-signs.ts'
import { MASK } from './mask.ts'
import { asksAnew } from './new-request.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { looksLikeName, parsePersonName } from './person-name.ts'
import { countContactFields, ownNumbersOf, readForm } from './read-form.ts'
import { readProse, restOf } from './read-prose.ts'
import { weighAsides, weighShopTalk } from './shop-talk.ts'
import { applyCorrections, dropSpelling, writeSpokenEmails, writeSpokenNumbers } from './spoken.ts'
import { bringsWork, introducesSomebody } from './work-at-hand.ts'

/** A reading and how much speaks for a lead; from `ENOUGH` on it is one. */
export type Note = { readonly findings: Findings; readonly score: number }

export const ENOUGH = 3

const COMMAND = /^\s*\/lead\b\s*/iu
const MENTIONS = /^(?:\s*@[\p{L}\d._-]+[\s,:]*)+/u
// "New lead", "walk-in": nobody calls a running job so; "client" and "caller" may be anybody's.
const STRONG_OPENING =
  /^[\s*:>-]*(?:(?:hot |new |phone |web |potential |possible )?leads?|new (?:customer|client|caller)|nouveau client|nuevo cliente|walk-?in)\b/iu
const OPENING =
  /^[\s*:>-]*(?:(?:hot |new |phone |web |potential |possible )?leads?|new (?:customer|client)|call ?back|caller|customer|client|nouveau client|nuevo cliente|walk-?in)\b/iu

// Slack's own mark of a quotation; a chat's own speakers stand behind it.
const QUOTED = /^> ?(?=[\p{L} ]{2,20}:)/gmu

// "JobTrellis APP": who posted it, copied along.
const BADGE = /^[^\n]{1,40} APP(?:\s+\d[^\n]{0,20})?\n/u

const LONGEST_SPEECH = 40_000

/** Speech and shorthand turned into what one would write. */
export function normaliseSpeech(given: string): string {
  const text = given.slice(0, LONGEST_SPEECH)
  return applyCorrections(writeSpokenNumbers(writeSpokenEmails(dropSpelling(text))))
}

// With nothing but capitals these say as little as small letters do; those are read better.
const isShouted = (text: string): boolean =>
  text === text.toUpperCase() && (text.match(/\p{Lu}{2}/gu) ?? []).length > 8

/** Reads what somebody typed or dictated about a customer: one line, several, or pasted messages. */
export function readNote(raw: string, own: OwnFacts): Note {
  const isCommand = COMMAND.test(raw)
  const said = raw.replace(COMMAND, '').replace(MENTIONS, '').replace(QUOTED, '').replace(BADGE, '')
  const text = normaliseSpeech(isShouted(said) ? said.toLowerCase() : said)
  const lines = text.split('\n')
  const conversation = readConversation(lines, own)
  if (conversation) return readExchange(conversation, own)
  const labelled = readLabelledLines(lines)
  const isForm = countContactFields(labelled.pairs) >= 2
  if (isForm) {
    const known = withOwnNumbers(own, ownNumbersOf(labelled.pairs, own))
    const form = readForm(labelled.pairs, known)
    const loose = readProse([...labelled.loose, ...form.notes].join('\n'), known, 'from the text')
    const rest = restOf(readProse(labelled.loose.join('\n'), known, '').masked)
    const findings = mergeFindings(form, {
      ...loose,
      notes: /\p{L}{3}.*\s.*\p{L}{3}/u.test(rest) && !OPENING.test(rest) ? [rest] : [],
    })
    return { findings, score: scoreOf(findings, text, isCommand, undefined) + 2 }
  }
  const prose = readProse(text, own, 'from the text')
  const notes = withoutName(restOf(prose.masked), prose.name?.quote)
  const findings: Findings = { ...withoutMask(prose), notes: [notes] }
  return { findings, score: scoreOf(findings, text, isCommand, prose.masked) }
}

function withoutMask({ masked: _, spans: __, ...findings }: ReturnType<typeof readProse>): Findings {
  return findings
}

/** The same facts with more numbers known to be ours. */
export function withOwnNumbers(own: OwnFacts, numbers: readonly string[]): OwnFacts {
  return numbers.length === 0 ? own : { ...own, phones: new Set([...own.phones, ...numbers]) }
}

/** Reads a chat or an exchange of text messages. */
export function readExchange(
  conversation: NonNullable<ReturnType<typeof readConversation>>,
  own: OwnFacts,
): Note {
  const said = normaliseSpeech(conversation.customer.join('\n'))
  const prose = readProse(said, own, 'from the conversation')
  const [speakerPhone] = findPhones(conversation.speaker, own)
  const texted: PhoneMention | undefined = speakerPhone && { ...speakerPhone, use: 'mobile' }
  const answered = conversation.answers.find((each) =>
    /\b(?:your|full|first) name\b|\bwho\b|\bname\?/iu.test(each.question),
  )
  const named = answered
    ? readProse(`name is ${answered.answer}`, own, 'from the conversation').name
    : undefined
  // The program often knows the visitor's name already.
  const known =
    looksLikeName(conversation.label) &&
    (conversation.label.includes(' ') || isFirstName(conversation.label)) &&
    !isOwnName(conversation.label, own)
      ? parsePersonName(conversation.label)
      : undefined
  const spoken =
    named ??
    (known && { value: known, confidence: 'likely' as const, origin: 'who wrote', quote: conversation.label })
  const findings: Findings = {
    ...withoutMask(prose),
    ...(spoken && { name: spoken }),
    phones:
      texted && prose.phones.every((phone) => phone.value.use === 'somebody-else' || phone.value.ofAnother)
        ? [{ value: texted, confidence: 'likely', origin: 'the number that wrote', quote: texted.quote }]
        : prose.phones,
    notes: [conversation.customer.filter((line) => !isOnlyContact(line, own)).join('\n')],
  }
  return { findings, score: ENOUGH + (namesService(said) ? 1 : 0) }
}

function isOnlyContact(line: string, own: OwnFacts): boolean {
  const rest = restOf(readProse(line, own, '').masked)
  return rest.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length <= 2 && !namesService(line)
}

const CALL_BACK = /\bcall\b[^.!?\n]{0,40}\b(?:back|bk)\b|\bcall ?back\b|\bcb\b/iu

// `open` is the text without addresses, for an Elm Street is no elm; undefined for a form, whose labels say what it is.
function scoreOf(findings: Findings, text: string, isCommand: boolean, open: string | undefined): number {
  const contact =
    (findings.phones.length > 0 ? 1.5 : 0) +
    (findings.email ? 1.5 : 0) +
    (findings.addresses.some((each) => each.value.street) ? 1 : 0)
  const words = (soundsLikeLead(text) ? 1 : 0) + (namesService(text) ? 1 : 0) + (asksForWork(text) ? 0.5 : 0)
  const opening = isCommand ? 4 : OPENING.test(text) ? 2 : 0
  const named = findings.name ? 1 : findings.company ? 0.5 : 0
  if (contact === 0 && named === 0) return isCommand && text.trim() !== '' ? ENOUGH : 0
  if (contact === 0 && opening === 0) return findings.addresses.length > 0 && words >= 2 ? ENOUGH : 0
  const talk = weighShopTalk(text)
  const isAsked = isCommand || STRONG_OPENING.test(text) || asksAnew(text)
  if (!isAsked && open !== undefined) {
    if (!namesService(open) && !tellsTrouble(open) && !threatensSomething(open) && !CALL_BACK.test(open))
      return 0
    if (talk + weighAsides(text) >= 3) return 0
    if (!bringsWork(open) && !introducesSomebody(text) && !isCard(findings)) return 0
  }
  if (!isAsked && open === undefined && talk >= 3.5) return 0
  const work = open !== undefined && bringsWork(open) && (isAsked || introducesSomebody(text)) ? 0.5 : 0
  return contact + words + work + opening + named - talk
}

// Who somebody is, how to reach them and where the work is: said of a new customer.
const isCard = ({ name, phones, email, addresses }: Findings): boolean =>
  name !== undefined &&
  phones.length < 3 &&
  (phones.length > 0 || email !== undefined) &&
  (addresses.some(({ value }) => value.street) ||
    (name.origin === 'from the beginning' && name.value.last !== undefined))

function withoutName(text: string, quote: string | undefined): string {
  const source = findSaidSource(text)
  const bare = quote === undefined ? text : removeFirst(text, quote)
  const tidy = bare
    .replace(/^[\s"'“”,;:.–—|/*-]+/u, '')
    .replace(OPENING, '')
    .replace(new RegExp(MASK, 'gu'), ' ')
    .replace(/^[\s"'“”,;:.–—|/*-]+|[\s"',;:–—|/-]+$/gu, '')
    .replace(/\s*–(?:\s*[–,;.])+\s*/gu, ' – ')
    .trim()
  return tidy === '' ? (source?.quote ?? '') : tidy
}

function removeFirst(text: string, part: string): string {
  const at = text.indexOf(part)
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + part.length)}`.replace(/ {2,}/gu, ' ')
}
