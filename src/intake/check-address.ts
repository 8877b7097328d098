import type { Address } from '../lead/address.ts'
import type { Entry } from '../lead/draft.ts'
import { CAPS } from '../lead/limits.ts'
import { present } from '../lead/present.ts'
import { toRegionCode } from '../lead/regions.ts'
import { addressPartsOf } from './name-and-address.ts'
import { checkLength, type Problem } from './problem.ts'
import type { AccountIntake } from './settings.ts'

export type CheckedAddress = { readonly address: Address; readonly problems: readonly Problem[] }

/** The state becomes its code; an unknown one is refused with an example. */
export function checkAddress(entry: Entry, account: AccountIntake): CheckedAddress {
  const { state, ...parts } = addressPartsOf(entry, account.country)
  const code = state === undefined ? undefined : toRegionCode(state, account.country)
  const problems = [
    checkLength('street', 'The street', parts.street, CAPS.portalField),
    checkLength('unit', 'The unit', parts.unit, CAPS.portalField),
    checkLength('city', 'The city', parts.city, CAPS.portalField),
    checkLength('postalCode', 'The ZIP or postal code', parts.postalCode, CAPS.portalField),
    state !== undefined && code === undefined ? unknownState(account.country) : undefined,
  ].filter((problem) => problem !== undefined)
  return { address: present({ ...parts, state: code }), problems }
}

function unknownState(country: string): Problem {
  const example = country === 'CA' ? 'Ontario or ON' : 'Georgia or GA'
  return {
    field: 'state',
    text: `This is no state or province that we know. Write its name or code, like ${example}.`,
  }
}
