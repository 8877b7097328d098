import type { Address } from '../lead/address.ts'
import { type Contact, contactName } from '../lead/contact.ts'
import type { Draft, Entry } from '../lead/draft.ts'
import type { AccountKey, UserId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import type { AlikeLead, Likeness, OwnMemory } from '../lead/own-memory.ts'
import { present } from '../lead/present.ts'
import { compareAddresses } from '../lead/same-address.ts'
import { findAccount } from './account.ts'
import { checkAddress } from './check-address.ts'
import { checkContact } from './check-contact.ts'
import type { Recalled, RecallQuery } from './ports.ts'
import type { AccountIntake, IntakeSettings } from './settings.ts'

/** Longer than that a form is open only when nobody is at it. */
const FORMS_FOR_MS = 30 * 60_000
export const OLDER_FOR_MS = 365 * 24 * 3_600_000
/** A form that was left holds a customer's data for nothing. One that somebody still sends after so long is made again out of what it says. */
export const LEFT_FORMS_FOR_MS = 7 * 24 * 3_600_000

export type Wanted = {
  readonly account: AccountKey
  readonly contact: Contact
  readonly address: Address
  readonly by?: UserId
}

type Recall = (query: RecallQuery) => Promise<Recalled>
type Times = { readonly settings: Pick<IntakeSettings, 'ownLeadsForMs'>; readonly now: () => number }
type Prepared = Pick<Draft, 'account' | 'taker' | 'fixes'> & {
  readonly prepared?: Partial<Pick<NonNullable<Draft['prepared']>, 'contact' | 'address'>>
}
type Everywhere = { readonly settings: IntakeSettings; readonly now: () => number }

/** What Leadhand itself knows of a submitted draft's contact and place, its own lead left out. */
export async function rememberFor(draft: Prepared, recall: Recall, times: Times): Promise<OwnMemory> {
  const memory = await remember(wantedBy(draft), recall, times)
  return { ...memory, leads: memory.leads.filter(({ id }) => id !== draft.fixes) }
}

/** The same with the leads of the other accounts: a caller may be known to a colleague of another branch. */
export async function rememberEverywhere(
  draft: Prepared,
  recall: Recall,
  { settings, now }: Everywhere,
): Promise<OwnMemory> {
  const own = await rememberFor(draft, recall, { settings, now })
  const elsewhere: (AlikeLead & { readonly account: AccountKey })[] = []
  for (const { key: account } of settings.accounts) {
    if (account === draft.account) continue
    const { leads } = await remember({ ...wantedBy(draft), account }, recall, { settings, now })
    elsewhere.push(...leads.map((lead) => ({ ...lead, account })))
  }
  return elsewhere.length > 0 ? { ...own, elsewhere } : own
}

/** What is known of what stands in an open form so far. */
export function rememberEntry(draft: Draft, recall: Recall, everywhere: Everywhere): Promise<OwnMemory> {
  const account = findAccount(everywhere.settings, draft.account)
  if (!account) throw new RangeError(`account ${draft.account} is not in the settings`)
  const { contact } = checkContact(draft.entry, account)
  const { address } = checkAddress(draft.entry, account)
  return rememberEverywhere({ ...draft, prepared: { contact, address } }, recall, everywhere)
}

function wantedBy({ account, prepared, taker }: Prepared): Wanted {
  const { contact = {}, address = {} } = prepared ?? {}
  return { account, contact, address, by: taker }
}

export async function remember(wanted: Wanted, recall: Recall, { settings, now }: Times): Promise<OwnMemory> {
  const recalled = await recall({
    ...wanted,
    leadsSince: now() - settings.ownLeadsForMs,
    formsSince: now() - FORMS_FOR_MS,
    olderSince: now() - OLDER_FOR_MS,
  })
  return {
    leads: recalled.leads.map((lead) => toAlike(lead, wanted)).filter(({ same }) => same.length > 0),
    forms: newestOfEach(recalled.forms),
    older: recalled.older,
  }
}

/** An entry's numbers as others are compared with them. */
export function numbersOf(entry: Entry, account: AccountIntake): readonly string[] {
  return plainNumbers(checkContact(entry, account).contact)
}

function toAlike(lead: Lead, wanted: Wanted): AlikeLead {
  const { id, reference, taker, state, confirmedAt, jobId, content } = lead
  const { client } = content
  return present({
    id,
    reference,
    taker,
    name: contactName(content.contact) ?? (client.kind === 'existing' ? client.name : undefined),
    state,
    confirmedAt,
    jobId,
    same: likenesses(content, wanted),
  })
}

function likenesses(
  one: { readonly contact: Contact; readonly address: Address },
  other: { readonly contact: Contact; readonly address: Address },
): readonly Likeness[] {
  const numbers = plainNumbers(other.contact)
  const place = compareAddresses(one.address, other.address)
  const same: (Likeness | false)[] = [
    plainNumbers(one.contact).some((number) => numbers.includes(number)) && 'phone',
    one.contact.email !== undefined && plainEmail(one.contact) === plainEmail(other.contact) && 'email',
    place === 'same' && 'address',
    place === 'building' && 'house',
  ]
  return same.filter((likeness) => likeness !== false)
}

function plainNumbers({ mobile, phone }: Contact): readonly string[] {
  return [mobile, phone].flatMap((number) => (number ? [number.replace(/ ext .*/u, '')] : []))
}

const plainEmail = ({ email }: Contact): string | undefined => email?.trim().toLowerCase()

/** Somebody who has opened three forms for a caller is told of once. */
function newestOfEach(forms: OwnMemory['forms']): OwnMemory['forms'] {
  return [...Map.groupBy(forms, ({ taker }) => taker).values()].flatMap((ofTaker) => ofTaker.slice(0, 1))
}
