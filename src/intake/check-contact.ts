import { z } from 'zod'
import type { Contact } from '../lead/contact.ts'
import type { Entry } from '../lead/draft.ts'
import { CAPS } from '../lead/limits.ts'
import { parsePhone } from '../lead/phone.ts'
import { present } from '../lead/present.ts'
import { splitPhones } from '../lead/split-phones.ts'
import { namePartsOf } from './name-and-address.ts'
import { checkLength, type FieldName, type Problem } from './problem.ts'
import type { AccountIntake } from './settings.ts'

export type CheckedContact = {
  readonly contact: Contact
  readonly problems: readonly Problem[]
  /** Things to know that are not wrong, e.g. an assumed area code; by field. */
  readonly hints: Readonly<Record<string, string>>
}

const email = z.email()

/** Phones become E.164; the first that can be texted is the mobile. Everything that is wrong is found at once. */
export function checkContact(entry: Entry, account: AccountIntake): CheckedContact {
  const names = namePartsOf(entry)
  const phones = checkPhones(entry, account)
  const problems = [
    ...phones.problems,
    ...checkEmail(entry.email),
    ...[
      checkLength('firstName', 'The first name', names.firstName, CAPS.portalField),
      checkLength('lastName', 'The last name', names.lastName, CAPS.portalField),
      checkLength('companyName', 'The company', names.companyName, CAPS.portalField),
    ].filter((problem) => problem !== undefined),
  ]
  return {
    contact: present({ ...names, email: entry.email?.trim() || undefined, ...phones.slots }),
    problems,
    hints: phones.hints,
  }
}

function checkPhones(entry: Entry, account: AccountIntake) {
  const home = present({ country: account.country, areaCode: account.areaCode })
  const problems: Problem[] = []
  const hints: Record<string, string> = {}
  const slots: { phone?: string; mobile?: string } = {}
  for (const field of ['phone', 'secondPhone'] as const) {
    const said: string[] = []
    for (const typed of splitPhones(entry[field] ?? '', home)) {
      const read = parsePhone(typed, home)
      if (read.kind === 'impossible') problems.push({ field, text: read.reason })
      if (read.kind !== 'phone') continue
      if (read.assumedAreaCode) said.push(`Area code ${account.areaCode} was assumed.`)
      if (read.assumedZero) said.push('The letter O was read as a zero.')
      if (read.number === slots.mobile || read.number === slots.phone) continue
      const slot = freeSlot(slots, read.textable)
      if (slot) slots[slot] = read.number
      else problems.push({ field, text: TOO_MANY })
    }
    if (said.length > 0) hints[field] = [...new Set(said)].join(' ')
  }
  return { slots, problems, hints }
}

const TOO_MANY = 'There is room for two numbers. Please put the others under "What do they need?".'

function freeSlot(
  taken: { phone?: string; mobile?: string },
  textable: boolean,
): 'phone' | 'mobile' | undefined {
  const order = textable ? (['mobile', 'phone'] as const) : (['phone', 'mobile'] as const)
  return order.find((slot) => taken[slot] === undefined)
}

function checkEmail(typed: string | undefined): Problem[] {
  const field: FieldName = 'email'
  const text = typed?.trim()
  if (!text) return []
  const tooLong = checkLength(field, 'The email', text, CAPS.portalField)
  if (tooLong) return [tooLong]
  if (email.safeParse(text).success) return []
  return [{ field, text: 'This is not an email address. A good one looks like jane@example.com.' }]
}
