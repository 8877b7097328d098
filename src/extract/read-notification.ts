import { isBoilerplate, isClosing } from './boilerplate.ts'
import { hasCompanyWord } from './find-company.ts'
import { TEXTED } from './find-source.ts'
import {
  type Findings,
  type Found,
  firstFilled,
  mergeFindings,
  type PersonName,
  type PhoneMention,
} from './found.ts'
import { isClosingLine, type LabelledText } from './labelled-lines.ts'
import type { Layout } from './layouts/layout.ts'
import { completeName } from './name-known.ts'
import { toNote } from './notes.ts'
import { chooseAddresses, headOf, withKnownTown, withTown } from './notification-address.ts'
import { chooseName } from './notification-name.ts'
import { isOwnName, mentionsOwnName, type OwnFacts, squash } from './own-facts.ts'
import { ownNumbersOf, readForm } from './read-form.ts'
import { normaliseSpeech, withOwnNumbers } from './read-note.ts'
import { readProse } from './read-prose.ts'
import { unwrapLines } from './unwrap-lines.ts'

type Notification = {
  readonly labelled: LabelledText
  readonly lines: readonly string[]
  readonly subject: string
  readonly layout: Layout | undefined
  readonly own: OwnFacts
}

/** Reads what a form, a marketplace, a phone system or an answering service sends: labels first, then what is said between them. */
export function readNotification({ labelled, lines, subject, layout, own: given }: Notification): Findings {
  const own = withOwnNumbers(given, ownNumbersOf(labelled.pairs, given))
  const isCall = layout?.kind === 'call' || layout?.kind === 'text-message'
  const form = readForm(labelled.pairs, own, isCall ? 'last-first' : 'usual')
  const loose = withoutFooter(labelled.loose, layout)
  const quoted = quotedText(lines)
  const isSpoken = isCall || layout?.kind === 'answering-service'
  const isTold = labelled.pairs.some((pair) => pair.field === 'message' && pair.value.length > 20)
  // A transcript without quotes or label is what stands between the lines.
  const transcript =
    isSpoken && quoted.length === 0 && !isTold ? loose.filter((line) => line.length > 40) : []
  const told = transcript.length > 0 ? [toNote(transcript, own)] : quoted
  const words = [...quoted, ...saidIn(labelled), ...transcript].join('\n')
  const spoken = normaliseSpeech(unwrapLines(words.split('\n')).join('\n'))
  const said = readProse(spoken, own, isCall ? 'from the transcript' : 'from the message')
  const unlabelled = labelled.pairs
    .filter((pair) => pair.field === undefined)
    .map((pair) => `${pair.label}: ${pair.value}`)
  const between = readProse(
    [...loose, ...unlabelled].filter((line) => !mentionsOwnName(line, own) || WROTE_US.test(line)).join('\n'),
    own,
    'from the notification',
  )
  const heading = readProse(subject, own, 'from the subject')
  const isText =
    layout?.kind === 'text-message' ||
    ((isCall || layout?.kind === 'chat') && TEXTED.test(`${subject}\n${lines.slice(0, 6).join('\n')}`))
  // Who calls from one line may want to be called on another.
  const isElsewhere = said.phones.length > 0 && NOT_THIS_LINE.test(spoken)
  const others = said.phones.filter((phone) => phone.value.ofAnother)
  const theirs = form.phones.length > 0 ? said.phones.filter((phone) => !others.includes(phone)) : said.phones
  const cells = form.phones.some(({ value }) => value.use === 'mobile')
    ? []
    : theirs.filter(({ value }) => value.use === 'mobile')
  const called = isCall ? [...theirs, ...(isElsewhere ? [] : form.phones)] : withCells(form.phones, cells)
  const phones = firstFilled(distinctPhones(called), said.phones, between.phones, heading.phones)
  const chosen = chooseName({
    form,
    said: said.name ?? (form.email || form.phones.length > 0 ? undefined : introducedIn(between.name)),
    isCall: isCall || (isSpoken && !form.name),
    subject,
    lines: loose,
    own,
  })
  const name =
    chosen && ((isSpoken && completeName(chosen, spoken, own)) || spellInitial(chosen, spoken) || chosen)
  const addresses = withKnownTown(withTown(chooseAddresses(form, said, between), heading.addresses), [
    ...said.addresses,
    ...between.addresses,
    ...heading.addresses,
    ...headOf(loose, own),
  ])
  const messages = labelled.pairs
    .filter((pair) => pair.field !== 'service')
    .map((pair) => pair.value)
    .join('\n')
  const inMessage =
    said.company &&
    said.company.value !== said.company.value.toUpperCase() &&
    `${messages}\n${quoted.join('\n')}\n${transcript.join('\n')}`.includes(said.company.value)
      ? said.company
      : undefined
  const company = form.company ?? companyUnder(name, lines, own, layout) ?? inMessage
  return mergeFindings(
    {
      ...(name && { name }),
      ...(company && { company }),
      ...(form.email && { email: form.email }),
      ...(form.source && { source: form.source }),
      phones: isText ? phones.map(toMobile) : phones,
      addresses,
      notes: notesOf(
        isTold,
        isCall && quoted.length > 0 ? withoutAnswers(form, labelled) : form,
        told,
        loose,
        own,
        name,
      ),
    },
    {
      ...withoutCompany(said),
      phones: [],
      addresses: [],
      notes: [],
      ...(between.email && !said.email && { email: between.email }),
    },
  )
}

// "Ruthanne V." above, "Thx, Ruthanne Visser" below what was said.
function spellInitial(name: Found<PersonName>, text: string): Found<PersonName> | undefined {
  const { first = '', last = '' } = name.value
  if (!/^\p{L}+$/u.test(first) || !/^\p{Lu}\.?$/u.test(last)) return undefined
  const full = new RegExp(`(?<!\\p{L})${first} (${last[0]}\\p{Ll}[\\p{L}'’-]+)`, 'u').exec(text)?.[1]
  return full ? { ...name, value: { first, last: full } } : undefined
}

// "Cassius Boyd (682-555-0154) sent a text to Lone Limb"
const WROTE_US = /\d{4}\)? (?:just )?(?:sent|texted|called|wrote|messaged|left)\b/iu

// Between a service's own lines any name may stand; one that is introduced is the customer's.
const introducedIn = (name: Found<PersonName> | undefined): Found<PersonName> | undefined =>
  name?.origin.startsWith('after ') || name?.quote?.toLowerCase().startsWith('call ') ? name : undefined

// Who calls from somebody else's telephone says not to call there.
const NOT_THIS_LINE =
  /\b(?:do(?:n['’]?t| not)|not|never) (?:call|use|ring|text|try|phone)(?: me)?(?: back)?(?: on| at)? this (?:number|phone|line|one)\b|\bnot (?:at |on )?this (?:number|phone|line)\b|\bthis (?:number |phone |line )?(?:is(?:n['’]?t| not) my|is (?:my |the |a |an )?(?:(?:neighbou?r|friend|boss|work|daughter|son|sister|brother)['’]?s|borrowed|somebody|someone))\b/iu

// What was said is told; the phone system's figures about it are not.
const withoutAnswers = (form: Findings, { pairs }: LabelledText): Findings => ({
  ...form,
  notes: pairs.filter((pair) => pair.field === 'message' && pair.value.length > 20).map((pair) => pair.value),
})

const SAID_FIELDS: ReadonlySet<string | undefined> = new Set([undefined, 'message', 'service'])

// "Insurance carrier: Old Dominion Mutual" names nobody who asks.
const OF_OTHERS = /\b(?:insur\p{L}+|carrier|adjuster|lender|utility|realtor)\b/iu

// A short label is nobody's words; a long one is the customer's own sentence. "Caller: SMITH, JANE" holds no number.
function saidIn({ pairs }: LabelledText): readonly string[] {
  return pairs
    .filter(
      ({ label, field, value }) =>
        (SAID_FIELDS.has(field) && !OF_OTHERS.test(label)) ||
        ((field === 'phone' || field === 'mobile') && !/\d/u.test(value)),
    )
    .map(({ label, value }) => (label.split(' ').length > 6 ? `${label} ${value}` : value))
}

// "Ok to call cell 508 555 0151" in a message beside a labelled line.
const withCells = (
  phones: readonly Found<PhoneMention>[],
  cells: readonly Found<PhoneMention>[],
): readonly Found<PhoneMention>[] => (phones.length === 0 ? phones : [...phones, ...cells.slice(0, 1)])

function distinctPhones(phones: readonly Found<PhoneMention>[]): readonly Found<PhoneMention>[] {
  const bare = (phone: Found<PhoneMention>): string | undefined => phone.value.number.split(' ')[0]
  return phones.filter((phone, at) => phones.findIndex((other) => bare(other) === bare(phone)) === at)
}

// "Clementine Ashby", and on the next line "Ashby Farms".
function companyUnder(
  name: Found<PersonName> | undefined,
  lines: readonly string[],
  own: OwnFacts,
  layout: Layout | undefined,
): Found<string> | undefined {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  const at = filled.findIndex((line) => name?.quote !== undefined && line === name.quote.split('\n')[0])
  const next = at < 0 ? undefined : filled[at + 1]
  if (
    !next ||
    next.length > 60 ||
    /[\d:]/u.test(next) ||
    !hasCompanyWord(next) ||
    isOwnName(next, own) ||
    layout?.kind === 'marketplace'
  )
    return undefined
  return { value: next, confidence: 'likely', origin: 'below the name', quote: next }
}

function withoutCompany({ company: _, ...rest }: Findings): Findings {
  return rest
}

const toMobile = (found: Found<PhoneMention>): Found<PhoneMention> => ({
  ...found,
  value: { ...found.value, use: 'mobile' },
})

// "Auto-reply sent: “Sorry we missed you”" are our words.
const OUR_REPLY =
  /\b(?:auto[- ]?(?:repl(?:y|ied)|response|text)|(?:we|you) (?:replied|answered|sent)|greeting)\b[^\n]*$/iu

function quotedText(lines: readonly string[]): readonly string[] {
  const text = lines.join('\n')
  return [...text.matchAll(/(?<![\p{L}\d])["“]([^"“”]{15,4000})["”](?=[\s.,]|$)/gu)]
    .filter((match) => !OUR_REPLY.test(text.slice(Math.max(0, match.index - 40), match.index)))
    .map((match) => (match[1] ?? '').trim())
}

// From the first closing line on, everything belongs to the sender's software.
function withoutFooter(lines: readonly string[], layout: Layout | undefined): readonly string[] {
  const end = lines.findIndex(
    (line, at) => at > 2 && (/^\s*--\s*$/u.test(line) || isClosingLine(line) || isClosing(line)),
  )
  const sender = squash(layout?.name ?? '')
  const kept = end < 0 ? lines : lines.slice(0, end)
  return kept.filter(
    (line) =>
      !isBoilerplate(line) &&
      !(sender.length > 3 && squash(line).startsWith(sender)) &&
      !/\b(?:inc|llc|ltd|corp)\b\.?,?.{0,60}\d{3}/iu.test(line),
  )
}

const OWN_WORDS = /\b(?:i|we|my|our|i['’]m|we['’]re|i['’]d|us|me|looking for|needs?)\b/iu

function notesOf(
  isTold: boolean,
  form: Findings,
  quoted: readonly string[],
  loose: readonly string[],
  own: OwnFacts,
  name: Found<PersonName> | undefined,
): readonly string[] {
  const messages = form.notes
  const inMessages = messages.join('\n')
  const extra = quoted.filter((text) => !inMessages.includes(text.slice(0, 40)))
  const notes = [...extra, ...messages]
  const between = loose.filter((line) => !isClosingLine(line) && !mentionsOwnName(line, own))
  if (extra.length > 0 || isTold) return notes
  if (messages.join('').length > 30) {
    // Answers tell little beside a paragraph in the customer's own words.
    const words = toNote(
      between.filter((line) => line.length > 60 && OWN_WORDS.test(line)),
      own,
    )
    return words === '' ? notes : [words, ...notes]
  }
  const rest = between.filter(
    (line) => line.trim() !== name?.quote && !/^\s*[A-Z][\p{L} ]+, [A-Z]{2}(?: \d{5})?\s*$/u.test(line),
  )
  return [...notes, toNote(rest, own)]
}
