import { readConversation } from './conversation.ts'
import { applyCorrections } from './corrections.ts'
import { quotedWhole } from './customer-voice.ts'
import { findPhones } from './find-phones.ts'
import { findSaidSource } from './find-source.ts'
import { isFirstName } from './first-names.ts'
import { type Findings, type Found, mergeFindings, type PersonName, type PhoneMention } from './found.ts'
import { plainHouseNumbers } from './house-number.ts'
import { type Pair, readLabelledLines } from './labelled-lines.ts'
import { guessLabelField } from './labels.ts'
import {
  asksForPrice,
  asksForWork,
  namesService,
  soundsLikeLead,
  tellsTrouble,
  threatensSomething,
} from './lead-signs.ts'
import { MASK } from './mask.ts'
import { asksAnew } from './new-request.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { looksLikeName, parsePersonName } from './person-name.ts'
import { countContactFields, ownNumbersOf, readForm } from './read-form.ts'
import { readProse, restOf } from './read-prose.ts'
import { findSaidCompany } from './said-company.ts'
import { weighAsides, weighShopTalk } from './shop-talk.ts'
import { dropSpelling, writeSpokenEmails, writeSpokenMarks, writeSpokenNumbers } from './spoken.ts'
import { bringsWork, introducesSomebody } from './work-at-hand.ts'

/** A reading and how much speaks for a lead; from `ENOUGH` on it is one. */
export type Note = { readonly findings: Findings; readonly score: number }

export const ENOUGH = 3

const COMMAND = /^\s*\/[a-z_-]{0,12}leads?\b\s*/iu
const MENTIONS = /^(?:\s*@[\p{L}\d._-]+[\s,:]*)+/u
// "New lead", "walk-in": nobody calls a running job so; "client" and "caller" may be anybody's.
const STRONG_OPENING =
  /^[\s*:>-]*(?:(?:hot |new |phone |web |potential |possible )?leads?|new (?:customer|client|caller)|nouveau client|nuev[oa] cliente|nouvelle (?:demande|cliente)|walk-?in)\b/iu
const OPENING =
  /^[\s*:>-]*(?:(?:hot |new |phone |web |potential |possible )?leads?|new (?:customer|client)|call ?back|caller|customer|client|nouveau client|cliente|nuevo cliente|nueva cliente|nouvelle (?:demande|cliente)|walk-?in)\b/iu

// Slack's own mark of a quotation; a chat's own speakers stand behind it.
const QUOTED = /^> ?(?=[\p{L} ]{2,20}:)/gmu

// "JobTrellis APP": who posted it, copied along.
const BADGE = /^[^\n]{1,40} APP(?:\s+\d[^\n]{0,20})?\n/u

const LONGEST_SPEECH = 40_000

/** Speech and shorthand turned into what one would write. */
export function normaliseSpeech(given: string): string {
  const text = plainHouseNumbers(given.slice(0, LONGEST_SPEECH))
  return applyCorrections(writeSpokenNumbers(writeSpokenEmails(dropSpelling(writeSpokenMarks(text)))))
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
    const company = form.company ?? companyBeside(labelled.pairs, known)
    const findings = mergeFindings(company ? { ...form, company } : form, {
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

// "who: Yolanda @ Bright Path Montessori"
function companyBeside(pairs: readonly Pair[], own: OwnFacts): Findings['company'] {
  const names = pairs.filter(
    (pair) => pair.field === 'name' && /\s(?:@|w\/|with|from|of|at)\s/u.test(pair.value),
  )
  return names.map((pair) => findSaidCompany(pair.value, own)).find((company) => company !== undefined)
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
  const whole = spoken && withAnsweredSurname(spoken, conversation.answers)
  const asked = readAnswers(conversation.answers, own)
  const findings: Findings = {
    ...withoutMask(prose),
    ...(!prose.email && asked.email && { email: asked.email }),
    addresses: withAskedPlace(prose.addresses, asked.addresses),
    ...(whole && { name: whole }),
    phones:
      texted && prose.phones.every((phone) => phone.value.use === 'somebody-else' || phone.value.ofAnother)
        ? [{ value: texted, confidence: 'likely', origin: 'the number that wrote', quote: texted.quote }]
        : prose.phones,
    notes: [conversation.customer.filter((line) => !isOnlyContact(line, own)).join('\n')],
  }
  return { findings, score: ENOUGH + (namesService(said) ? 1 : 0) }
}

const ASKED: ReadonlySet<string | undefined> = new Set([
  'city',
  'cityLine',
  'state',
  'postalCode',
  'address',
  'street',
  'email',
])

// What is asked for in so many words says what the answer is: "What city?" – "ft worth".
function readAnswers(
  answers: readonly { readonly question: string; readonly answer: string }[],
  own: OwnFacts,
): Findings {
  const pairs = answers.flatMap(({ question, answer }) => {
    const label = question.split(/(?<=[.!])\s+/u).at(-1) ?? question
    const field = guessLabelField(label)
    return field && ASKED.has(field) && answer.length <= 100 ? [{ label, field, value: answer }] : []
  })
  return readForm(pairs, own)
}

function withAskedPlace(said: Findings['addresses'], asked: Findings['addresses']): Findings['addresses'] {
  const [first, ...rest] = said
  const place = asked[0]?.value
  if (!first) return asked
  if (!place || first.value.city !== undefined || first.value.postalCode !== undefined) return said
  const { city, state, postalCode } = place
  const value = {
    ...first.value,
    ...(city && { city }),
    ...(state && { state }),
    ...(postalCode && { postalCode }),
  }
  return [{ ...first, value }, ...rest]
}

// "And a last name and phone for the ticket?" – "Van Kirk. 865-555-0126"
function withAnsweredSurname(
  name: Found<PersonName>,
  answers: readonly { readonly question: string; readonly answer: string }[],
): Found<PersonName> {
  if (name.value.last) return name
  const answer = answers.find(({ question }) => /\b(?:last name|surname)\b/iu.test(question))?.answer ?? ''
  const said =
    /^(?:it['’]?s |sure,? |yes,? )?(\p{L}[\p{L}'’-]+(?: \p{L}[\p{L}'’-]+){0,2})(?=\s*(?:[.,;(]|\d|$))/iu.exec(
      answer,
    )?.[1]
  const last = said && parsePersonName(`Given ${said}`)?.last
  return last ? { ...name, value: { ...name.value, last } } : name
}

function isOnlyContact(line: string, own: OwnFacts): boolean {
  const rest = restOf(readProse(line, own, '').masked)
  return rest.split(/\s+/u).filter((word) => /\p{L}{2}/u.test(word)).length <= 2 && !namesService(line)
}

const CALL_BACK = /\bcall\b[^.!?\n]{0,40}\b(?:back|bk)\b|\bcall ?back\b|\bcb\b/iu

const WORK =
  /\b(?:removals?|shelter ?belts?|wind ?breaks?|thinning|limbing|chipping|bush ?hog\w*|brush ?hog\w*)\b/iu

// Whose name, number and place stand there is hardly talked about in passing: more slight signs are needed then.
const WHOLE = 4
const isWhole = (findings: Findings): boolean =>
  findings.name?.value.first !== undefined &&
  findings.name.value.last !== undefined &&
  (findings.phones.length > 0 || findings.email !== undefined) &&
  findings.addresses.length > 0

const isReached = (findings: Findings): boolean =>
  findings.phones.length > 0 &&
  findings.addresses.some(({ value }) => value.street && (value.city ?? value.postalCode))

// "call ¦ abt poplar on the service drop"
const CALL_ABOUT =
  /\b(?:call|cb|text|txt|ring|phone|e-?mail|contact|reach)\b[^.!?\n¦]{0,30}¦+\s*(?:abt|about|re|regarding|for)\b/iu

// `open` is the text without addresses, for an Elm Street is no elm; undefined for a form, whose labels say what it is.
function scoreOf(findings: Findings, text: string, isCommand: boolean, open: string | undefined): number {
  const contact =
    (findings.phones.length > 0 ? 1.5 : 0) +
    (findings.email ? 1.5 : 0) +
    (findings.addresses.some((each) => each.value.street) ? 1 : 0)
  const isAskedBack = open !== undefined && CALL_ABOUT.test(open)
  const words =
    (soundsLikeLead(text) ? 1 : 0) +
    (namesService(text) ? 1 : 0) +
    (asksForWork(text) || isAskedBack ? 0.5 : 0)
  const opening = isCommand ? 4 : OPENING.test(text) ? 2 : 0
  const named = findings.name ? 1 : findings.company ? 0.5 : 0
  if (contact === 0 && named === 0) return isCommand && text.trim() !== '' ? ENOUGH : 0
  const said = weighShopTalk(quotedWhole(text))
  const talk = said <= ONE_SIGN && isNewcomer(findings, open) ? 0 : said
  const isAsked = isCommand || STRONG_OPENING.test(text) || asksAnew(text)
  if (contact === 0 && opening === 0)
    return findings.addresses.length > 0 && words >= 2 && (isAsked || talk + weighAsides(text) < 3)
      ? ENOUGH
      : 0
  if (!isAsked && open !== undefined) {
    const isAboutWork =
      namesService(open) || tellsTrouble(open) || threatensSomething(open) || CALL_BACK.test(open)
    const isSaidInFull =
      (isWhole(findings) && (asksForPrice(open) || (isReached(findings) && talk === 0))) ||
      (named > 0 && isReached(findings) && asksForPrice(open))
    if (!isAboutWork && !WORK.test(open) && !isSaidInFull) return 0
    const asides = said > talk ? 0 : weighAsides(text)
    if (talk + asides >= (isWhole(findings) && talk === 0 ? WHOLE : 3)) return 0
    if (!bringsWork(open) && !introducesSomebody(text) && !isCard(findings)) return 0
  }
  if (!isAsked && open === undefined && talk >= 3.5) return 0
  const work = open !== undefined && bringsWork(open) && (isAsked || introducesSomebody(text)) ? 0.5 : 0
  return contact + words + work + opening + named - talk
}

// Who can be reached, lives somewhere and has work there outweighs one sign of talk about other work.
const ONE_SIGN = 4.5
const WANTS = /\b(?:wants|needs|would like|looking for|asked (?:about|for|if))\b/iu
const isNewcomer = (findings: Findings, open: string | undefined): boolean =>
  open !== undefined &&
  (isWhole(findings) || (isReached(findings) && findings.name?.value.last !== undefined)) &&
  findings.addresses.some(({ value }) => value.street) &&
  bringsWork(open) &&
  (WANTS.test(open) || tellsTrouble(open))

// Who somebody is, how to reach them and where the work is: said of a new customer.
const isCard = ({ name, phones, email, addresses }: Findings): boolean =>
  name !== undefined &&
  phones.length < 3 &&
  (phones.length > 0 ||
    email !== undefined ||
    (name.value.last !== undefined && addresses.some(({ value }) => value.street && value.city))) &&
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
