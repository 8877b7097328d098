import { z } from 'zod'
import type { AccountIntake, CustomInputRule } from '../intake/settings.ts'
import { byName, type Format, oneOf, text, wholeNumber } from './format.ts'
import {
  apiUserEmail,
  apiUserToken,
  areaCode,
  channelId,
  line,
  ownDomain,
  ownPhone,
  timeZone,
  variableName,
} from './formats.ts'

type LeadSourceByWayIn = AccountIntake['leadSource']['byWayIn']

// Without effect where the account's custom input has no such option.
const LEAD_SOURCES: LeadSourceByWayIn = {
  command: 'Phone',
  shortcut: 'Phone',
  home: 'Phone',
  'next-lead': 'Phone',
  email: 'Email',
}

const anyName = line('a name', 'Tree Care')
const name = text(anyName)

// `*` stands for everywhere else.
const channelOrAnywhere: Format = {
  ...channelId,
  isValid: (value) => value === '*' || channelId.isValid(value),
}

/** `false`: none takes it, whatever it is called. */
const inputOrNone = z.unknown().transform((input, context): string | null => {
  // Not undefined, for which the default would be put.
  if (input === false) return null
  const read = name.safeParse(input)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const params = issue?.code === 'custom' ? issue.params : undefined
  context.issues.push({
    code: 'custom',
    input,
    message: issue?.message ?? 'is no name',
    ...(params && { params }),
  })
  return z.NEVER
})

const leadSource = z.object({
  input: inputOrNone.default('Lead Source'),
  by_way_in: z
    .object({
      command: name.optional(),
      shortcut: name.optional(),
      home: name.optional(),
      message: name.optional(),
      email: name.optional(),
      'next-lead': name.optional(),
      'another-site': name.optional(),
    } satisfies Record<keyof LeadSourceByWayIn, z.ZodType>)
    .default({}),
})

const own = z.object({
  domains: z.array(text(ownDomain)).default([]),
  phones: z.array(text(ownPhone)).default([]),
  names: z.array(name).default([]),
})

/** `show`, `optional`, or the value that is sent without asking: `hide: Residential`. */
const customInputRule = z.unknown().transform((input, context): CustomInputRule => {
  if (input === 'show' || input === 'optional') return { kind: input }
  if (
    typeof input === 'object' &&
    input !== null &&
    Object.keys(input).join() === 'hide' &&
    'hide' in input
  ) {
    // `hide: yes` and `hide: 3` are no texts in YAML.
    const { hide } = input
    const value = name.safeParse(typeof hide === 'boolean' || typeof hide === 'number' ? String(hide) : hide)
    if (value.success) return { kind: 'hide', value: value.data }
  }
  context.issues.push({
    code: 'custom',
    input,
    message: 'is no rule for a custom input',
    params: {
      remedy:
        'Write show, or optional, or { hide: the value that is always sent }, e.g. { hide: Residential }',
    },
  })
  return z.NEVER
})

/** One account, as it stands in the configuration file under `accounts`. */
export const accountEntry = z.object({
  name: name.optional(),
  user_email_env: text(variableName),
  user_token_env: text(variableName),
  time_zone: text(timeZone),
  country: oneOf(['US', 'CA']).default('US'),
  area_code: text(areaCode).optional(),
  /** Of the lead visit stage; 8 in the Lead Entry API page. */
  visit_stage: wholeNumber({ from: 1, to: 999_999_999, example: 8 }).default(8),
  task_times: oneOf(['local', 'utc']).default('local'),
  notes_are_internal: z.boolean().default(false),
  reference_input: name.optional(),
  phone_search_sees_mobile: z.boolean().optional(),
  lead_channel: text(channelId).optional(),
  operation_channels: byName(anyName, text(channelId)).default({}),
  channels: z.array(text(channelId)).default([]),
  default_operations: byName(channelOrAnywhere, name).default({}),
  lead_source: leadSource.prefault({}),
  custom_inputs: byName(anyName, customInputRule).default({}),
  own: own.prefault({}),
})

export type AccountEntry = z.output<typeof accountEntry>

/** The credentials that an account's entry points at. */
export const credentials = { userEmail: text(apiUserEmail), userToken: text(apiUserToken) }

/** What the account takes from the environment where the file says nothing. */
export const INHERITED = {
  time_zone: 'ACCOUNT_TIME_ZONE',
  country: 'DEFAULT_COUNTRY',
  area_code: 'DEFAULT_AREA_CODE',
  lead_channel: 'LEAD_CHANNEL',
} as const satisfies Partial<Record<keyof AccountEntry, string>>

/** Where the credentials of the only account stand unless the file names other variables. */
export const ONLY_ACCOUNT = {
  user_email_env: 'SINGLEOPS_USER_EMAIL',
  user_token_env: 'SINGLEOPS_USER_TOKEN',
} as const

/** What is preset as lead source: the account's own words before ours. */
export function leadSourceByWayIn(entry: AccountEntry): LeadSourceByWayIn {
  const chosen = Object.entries(entry.lead_source.by_way_in).filter(([, value]) => value !== undefined)
  return { ...LEAD_SOURCES, ...Object.fromEntries(chosen) }
}
