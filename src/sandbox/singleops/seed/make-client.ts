import type { ClientSeed } from '../client-book.ts'
import type { Random } from '../random.ts'
import { fillPhoneField, spellEmail, spellNumber } from './spellings.ts'
import {
  COMPANY_HEADS,
  COMPANY_TAILS,
  FIRST_NAMES,
  HOLD_REASONS,
  LAST_NAMES,
  MAIL_DOMAINS,
  NOTICES,
  PLACES,
  STREET_KINDS,
  STREETS,
  UNITS,
} from './words.ts'

export type ClientMaker = {
  readonly random: Random
  readonly nextNumber: () => string
  /** A number that somebody has already: now and then it is used again, as families and offices do. */
  readonly knownNumber: () => string | undefined
}

const FIRST_DAY = Date.UTC(2016, 2, 1)
const DAYS = 3400
const DAY_MS = 86_400_000

export function makeClient(maker: ClientMaker): ClientSeed {
  const { random } = maker
  const company = random.chance(0.16) ? `${random.pick(COMPANY_HEADS)} ${random.pick(COMPANY_TAILS)}` : null
  const person = company && random.chance(0.4) ? undefined : makePerson(random)
  return {
    first_name: person?.first ?? null,
    last_name: person?.last ?? null,
    company_name: company,
    email: random.chance(0.72) ? makeEmail(person, company, random) : null,
    ...makePhones(maker),
    ...(random.chance(0.93) ? makeAddress(random) : {}),
    ...makeStanding(random),
    created_at: new Date(FIRST_DAY + random.below(DAYS) * DAY_MS + random.below(DAY_MS)).toISOString(),
  }
}

type Person = { readonly first: string; readonly last: string }

function makePerson(random: Random): Person {
  return { first: random.pick(FIRST_NAMES), last: random.pick(LAST_NAMES) }
}

function makePhones({ random, nextNumber, knownNumber }: ClientMaker): Pick<ClientSeed, 'phone' | 'mobile'> {
  const number = (random.chance(0.03) && knownNumber()) || nextNumber()
  const luck = random.below(100)
  if (luck < 64)
    return { phone: fillPhoneField(number, random, nextNumber), mobile: random.chance(0.1) ? '' : null }
  if (luck < 84) {
    return { phone: fillPhoneField(number, random, nextNumber), mobile: spellNumber(nextNumber(), random) }
  }
  if (luck < 96) return { phone: random.chance(0.5) ? '' : null, mobile: spellNumber(number, random) }
  return { phone: null, mobile: null }
}

function makeEmail(person: Person | undefined, company: string | null, random: Random): string {
  const domain = company ? `${toLetters(company)}.example` : random.pick(MAIL_DOMAINS)
  if (!person) return spellEmail(`${random.pick(['office', 'info', 'manager', 'ap'])}@${domain}`, random)
  const first = toLetters(person.first)
  const last = toLetters(person.last)
  const local = random.pick([
    `${first}.${last}`,
    `${first[0]}${last}`,
    `${first}${last}${random.below(90) + 10}`,
    `${last}_${first}`,
  ])
  return spellEmail(`${local}@${domain}`, random)
}

function toLetters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/gu, '')
}

function makeAddress(random: Random): Partial<ClientSeed> {
  const [city, state, zip] = random.pick(PLACES)
  const street = `${random.below(4800) + 10} ${random.pick(STREETS)} ${random.pick(STREET_KINDS)}`
  return {
    bill_addr_1: random.chance(0.06) ? street.toUpperCase() : street,
    bill_addr_2: random.chance(0.09) ? random.pick(UNITS) : null,
    bill_addr_city: random.chance(0.04) ? city.toLowerCase() : city,
    bill_addr_state: state,
    bill_addr_postal_code: random.chance(0.05) ? `${zip}-${random.below(9000) + 1000}` : zip,
  }
}

function makeStanding(random: Random): Partial<ClientSeed> {
  const luck = random.below(200)
  if (luck < 12) return { active: false }
  if (luck < 16) return { on_hold: true, hold_reason: random.pick(HOLD_REASONS) }
  if (luck < 26) return { notice: random.pick(NOTICES) }
  return luck < 32 ? { unconfirmed: true } : {}
}
