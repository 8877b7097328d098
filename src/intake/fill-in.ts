import { extractLead } from '../extract/extract-lead.ts'
import type { ExtractInput, Extraction } from '../extract/extraction.ts'
import type { Draft, Entry } from '../lead/draft.ts'
import { parsePhone } from '../lead/phone.ts'
import { present } from '../lead/present.ts'
import { withNoteMoved, withPartsAndLines } from './name-and-address.ts'
import { type Read, toEntry } from './pre-fill.ts'
import type { AccountIntake } from './settings.ts'
import { splitNeed } from './to-entry.ts'

const NAME = ['name', 'firstName', 'lastName', 'companyName'] as const
const ADDRESS = ['address', 'street', 'unit', 'city', 'state', 'postalCode'] as const

/** Reads a text or an email by an account's settings. Synchronous and without I/O. */
export function readInput(input: ExtractInput, { country, areaCode, own }: AccountIntake): Extraction {
  const { domains: ownDomains, phones: ownPhones, names: ownNames } = own
  return extractLead(input, present({ country, areaCode, ownDomains, ownPhones, ownNames }))
}

/** A draft that is submitted with a text that was pasted and not filled in: it is read as *Fill in* would, and nothing more is asked. */
export function withPastedRead(draft: Draft, account: AccountIntake): Draft {
  const text = draft.entry.pasted
  if (!text) return draft
  const read = toEntry(readInput({ kind: 'text', text, certain: true }, account), account)
  return fillIn(draft, read, account, false)
}

/**
 * Fills fields that are empty; what somebody typed stays, and what was read beside it stands behind the need. With `mayAsk` several values
 * that fit an empty field are offered, else they stand there too.
 */
export function fillIn(before: Draft, read: Read, account: AccountIntake, mayAsk: boolean): Draft {
  const draft = withNoteMovedAnew(before, account.country)
  const { pasted: _, ...typed } = withPartsAndLines(draft.entry, account.country)
  const offered = (read.choices ?? []).filter(({ field }) => mayAsk && !typed[field])
  const others = (field: 'phone' | 'address') =>
    (read.choices ?? [])
      .filter((choice) => choice.field === field && !offered.includes(choice))
      .flatMap(({ values }) => values.map(({ value }) => value))
  const numbers = fillNumbers(typed, [read.entry.phone, read.entry.secondPhone, ...others('phone')], account)
  const name = fillName(typed, read.entry)
  const filled: Entry = present({
    ...typed,
    ...name.fields,
    ...numbers.fields,
    ...(typed.address ? {} : pick(read.entry, ADDRESS)),
    email: typed.email ?? read.entry.email,
  })
  const said = [filled.address, filled.email].map(fold)
  const lines = [
    ...name.lines,
    ...numbers.left.map((number) => `Phone: ${number}`),
    ...lineUnlessSaid('Email', read.entry.email, said),
    ...distinct([read.entry.address, ...others('address')]).flatMap((line) =>
      lineUnlessSaid('Address', line, said),
    ),
  ]
  return anewWhereFilled(draft, typed, { ...filled, ...addToNeed(typed, read.entry, lines) }, read, offered)
}

function anewWhereFilled(
  draft: Draft,
  typed: Entry,
  entry: Entry,
  read: Read,
  choices: NonNullable<Draft['choices']>,
): Draft {
  const fields = Object.keys(entry).filter((key) => entry[key as keyof Entry] !== typed[key as keyof Entry])
  const hints = Object.entries(read.hints ?? {}).filter(([field]) => fields.includes(field))
  return anew(
    {
      ...draft,
      entry,
      hints: { ...Object.fromEntries(hints), ...draft.hints },
      ...(choices.length > 0 && { choices }),
    },
    [...fields, 'pasted'],
  )
}

/** `withNoteMoved` in a form that is updated: both fields show it, lest it be moved a second time. */
export function withNoteMovedAnew(draft: Draft, country: string): Draft {
  const entry = withNoteMoved(draft.entry, country)
  return entry === draft.entry ? draft : anew({ ...draft, entry }, ['need', 'address'])
}

/** The draft with these fields filled anew: each gets a new identity in the chat. */
export function anew(draft: Draft, fields: readonly string[]): Draft {
  const editions = { ...draft.editions }
  for (const field of fields) editions[field] = (editions[field] ?? 0) + 1
  return { ...draft, editions }
}

type Filled = { readonly fields: Partial<Entry>; readonly lines: readonly string[] }

/** A company goes beside a person's name that is typed already only where the text names the same person. */
function fillName(typed: Entry, read: Entry): Filled {
  if (!typed.name) return { fields: pick(read, NAME), lines: [] }
  const { companyName } = read
  const isSame = fold(typed.name) === fold(read.name)
  if (isSame && companyName && !typed.companyName) return { fields: { companyName }, lines: [] }
  const said = [typed.name, typed.companyName].map(fold)
  return {
    fields: {},
    lines: [
      ...lineUnlessSaid('Name', read.name, said),
      ...lineUnlessSaid('Company', companyName, [...said, fold(read.name)]),
    ],
  }
}

/** Numbers take what is free of the two fields; `left` are those for which there is no room. */
function fillNumbers(typed: Entry, read: readonly (string | undefined)[], account: AccountIntake) {
  const key = (text: string) => {
    const parsed = parsePhone(text, account)
    return parsed.kind === 'phone' ? parsed.number : fold(text)
  }
  const known = new Set([typed.phone, typed.secondPhone].filter((text) => text !== undefined).map(key))
  const left: string[] = []
  for (const number of read) {
    if (!number || known.has(key(number))) continue
    known.add(key(number))
    left.push(number)
  }
  const phone = typed.phone ?? left.shift()
  const secondPhone = typed.secondPhone ?? left.shift()
  return { fields: present({ phone, secondPhone }), left }
}

function addToNeed(typed: Entry, read: Entry, lines: readonly string[]): Pick<Entry, 'need' | 'rest'> {
  const whole = (entry: Entry) => `${entry.need ?? ''}${entry.rest?.text ?? ''}`
  const added = [whole(read), ...lines].filter(Boolean)
  return added.length === 0 ? {} : splitNeed([whole(typed), ...added].filter(Boolean).join('\n'))
}

function lineUnlessSaid(label: string, value: string | undefined, said: readonly string[]): string[] {
  return value && !said.includes(fold(value)) ? [`${label}: ${value}`] : []
}

function pick(entry: Entry, keys: readonly (keyof Entry)[]): Partial<Entry> {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => keys.some((one) => one === key)))
}

const distinct = (texts: readonly (string | undefined)[]): string[] => [
  ...new Set(texts.filter((text) => text !== undefined)),
]

function fold(text: string | undefined): string {
  return (text ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()
}
