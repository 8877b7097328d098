import { z } from 'zod'
import type { AccountKey } from '../lead/ids.ts'
import { CAPS } from '../lead/limits.ts'
import type { OwnMemory } from '../lead/own-memory.ts'
import { parsePhone } from '../lead/phone.ts'
import { accountForChannel } from './account.ts'
import type { DraftStore } from './ports.ts'
import { remember } from './remember.ts'
import type { ClientSearch, ContactQuery, FoundMatch, OtherContact } from './search-clients.ts'
import type { IntakeSettings } from './settings.ts'

/** What one account's SingleOps and our own memory know of a number or email. */
export type ContactFound = {
  readonly account: AccountKey
  readonly match: FoundMatch
  readonly memory: OwnMemory
}

export type FindDeps = {
  readonly drafts: DraftStore
  readonly search: (query: ContactQuery) => ClientSearch
  readonly settings: IntakeSettings
  readonly now: () => number
}

const email = z.email().max(CAPS.portalField)
// Letters would count as keys of a telephone: "find jane smith" is a lead's text.
const NUMBER_ONLY = /^[\d\s().+\-–/]+(?:\s*(?:x|ext\.?|#)\s*\d{1,7})?$/iu

/** The number or email that a text consists of; undefined when it says anything else. */
export function readContact(
  text: string,
  channel: string | undefined,
  settings: IntakeSettings,
): OtherContact | undefined {
  const trimmed = text.trim()
  if (email.safeParse(trimmed).success) return { email: trimmed }
  if (!NUMBER_ONLY.test(trimmed)) return undefined
  const { country, areaCode } = accountForChannel(settings, channel)
  const phone = parsePhone(trimmed, { country, areaCode })
  return phone.kind === 'phone' ? { phone: phone.number } : undefined
}

/** Looks in every account, the channel's first. */
export function findContact(
  contact: OtherContact,
  channel: string | undefined,
  { drafts, search, settings, now }: FindDeps,
): Promise<readonly ContactFound[]> {
  const own = accountForChannel(settings, channel)
  const accounts = [own, ...settings.accounts.filter(({ key }) => key !== own.key)]
  return Promise.all(
    accounts.map(async ({ key: account }) => {
      const wanted = { account, contact, address: {} }
      const [match, memory] = await Promise.all([
        search(wanted).ended,
        remember(wanted, drafts.recall, { settings, now }),
      ])
      return { account, match, memory }
    }),
  )
}
