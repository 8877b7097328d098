import type { Format } from './format.ts'
import { suggestName } from './suggest.ts'

const CHANNEL_REMEDY =
  "Use the channel's id, e.g. C0123ABCDEF: in Slack open the channel's details, the id stands at the bottom"

export const channelId: Format = {
  expected: "a channel's id",
  example: 'C0123ABCDEF',
  isValid: (value) => /^[CG][A-Z0-9]{7,}$/u.test(value),
  advise: () => CHANNEL_REMEDY,
}

/** Apart by commas or blanks. */
export const channelIds: Format = {
  expected: "channels' ids",
  example: 'C0123ABCDEF, C0456GHIJKL',
  isValid: (value) => splitList(value).length > 0 && splitList(value).every(channelId.isValid),
  advise: () => CHANNEL_REMEDY,
}

export const splitList = (value: string): readonly string[] => value.split(/[\s,]+/u).filter(Boolean)

export const userGroupId: Format = {
  expected: "a user group's id",
  example: 'S0123ABCDEF',
  isValid: (value) => /^S[A-Z0-9]{7,}$/u.test(value),
  advise: () =>
    "Use the user group's id, e.g. S0123ABCDEF: in Slack open People → User groups → the group → ⋯ → Copy group ID",
}

export const userId: Format = {
  expected: "a person's member id",
  example: 'U0123ABCDEF',
  isValid: (value) => /^[UW][A-Z0-9]{7,}$/u.test(value),
  advise: () =>
    "Use the member id, e.g. U0123ABCDEF: in Slack open the person's profile → ⋯ → Copy member ID",
}

export const botToken: Format = {
  expected: 'a bot token',
  example: 'xoxb-…',
  secret: true,
  isValid: (value) => /^xoxb-\S+$/u.test(value),
  advise: () => "Copy the Bot User OAuth Token (xoxb-…) from the Slack app's page OAuth & Permissions",
}

export const appToken: Format = {
  expected: 'an app-level token',
  example: 'xapp-…',
  secret: true,
  isValid: (value) => /^xapp-\S+$/u.test(value),
  advise: () =>
    "Make an app-level token (xapp-…) with the scope connections:write on the Slack app's page Basic Information, or unset it to receive over HTTP",
}

export const signingSecret: Format = {
  expected: 'a signing secret',
  example: '32 hexadecimal digits',
  secret: true,
  isValid: (value) => /^\S{8,}$/u.test(value) && !/^x(?:ox|app)/u.test(value),
  advise: () => "Copy the Signing Secret from the Slack app's page Basic Information",
}

export const apiUserEmail: Format = {
  expected: 'an email address',
  example: 'leads@example.com',
  secret: true,
  isValid: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value),
  advise: () => 'Give the email address of the API user of this SingleOps account',
}

export const apiUserToken: Format = {
  expected: 'an API token',
  example: 'a long word',
  secret: true,
  isValid: (value) => /^\S+$/u.test(value),
  advise: () => 'Give the API token of the API user of this SingleOps account, without blanks',
}

/** Secrets stand in the environment only; the configuration file names where. */
export const variableName: Format = {
  expected: 'the name of an environment variable',
  example: 'NORTH_SINGLEOPS_TOKEN',
  secret: true,
  isValid: (value) => /^[A-Z][A-Z0-9_]*$/u.test(value),
  advise: () =>
    'Name the environment variable that holds the value, e.g. NORTH_SINGLEOPS_TOKEN; the value itself never goes into this file',
}

export const apiUrl: Format = {
  expected: 'an address that may carry credentials',
  example: 'https://app.singleops.com/api/v1/',
  secret: true,
  isValid: (value) => {
    const url = URL.parse(value)
    return (
      url !== null && mayCarryCredentials(url) && !url.search && !url.hash && !url.username && !url.password
    )
  },
  advise: (value) =>
    URL.parse(value)?.protocol === 'http:'
      ? 'Use https: over http everybody on the way reads the credentials (only names of this machine or its own network may use http)'
      : undefined,
}

// A host without a dot, as in a compose file, can't be one on the internet.
function mayCarryCredentials(url: URL): boolean {
  if (url.protocol === 'https:') return true
  return url.protocol === 'http:' && (/^127\.|^\[::1\]$/u.test(url.hostname) || !url.hostname.includes('.'))
}

/** Slack only posts to https. */
export const publicUrl: Format = {
  expected: 'an https address',
  example: 'https://leads.example.com',
  isValid: (value) => {
    const url = URL.parse(value)
    return url?.protocol === 'https:' && !url.search && !url.hash && !url.username && !url.password
  },
  advise: (value) =>
    URL.parse(value)?.protocol === 'http:' ? 'Use https: Slack posts to nothing else' : undefined,
}

export const pageTemplate: Format = {
  expected: 'a web address with {id}',
  example: 'https://app.singleops.com/jobs/{id}',
  isValid: (value) =>
    value.includes('{id}') && /^https?:$/u.test(URL.parse(value.replaceAll('{id}', '1'))?.protocol ?? ''),
  advise: () =>
    'Open a job or client in SingleOps, copy its web address and put {id} where its number stands, e.g. https://app.singleops.com/jobs/{id}',
}

export const databaseUrl: Format = {
  expected: 'the address of a Postgres database',
  example: 'postgres://leadhand:password@db.example.com:5432/leadhand',
  secret: true,
  isValid: (value) => /^postgres(?:ql)?:$/u.test(URL.parse(value)?.protocol ?? ''),
}

export const areaCode: Format = {
  expected: 'an area code',
  example: '770',
  isValid: (value) => /^[2-9]\d{2}$/u.test(value),
}

export const timeZone: Format = {
  expected: 'a time zone',
  example: 'America/New_York',
  isValid: isPlacedZone,
  advise: (value) => {
    const near = suggestName(value, Intl.supportedValuesOf('timeZone'))
    return near
      ? `Did you mean ${near}? Use the name of a place, which knows its daylight saving time`
      : 'Use the name of a place, e.g. America/New_York: an abbreviation or offset knows no daylight saving time'
  },
}

function isPlacedZone(value: string): boolean {
  if (value !== 'UTC' && !/^[A-Z][\w+-]+(?:\/[\w+-]+)+$/u.test(value)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const timeOfDay: Format = {
  expected: 'a time of day',
  example: '16:00',
  isValid: (value) => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(value),
  advise: () => 'Write hours and minutes from 00:00 to 23:59, e.g. 07:30 or 16:00',
}

const MAILBOX_PROVIDERS = new Set([
  'aol.com',
  'att.net',
  'comcast.net',
  'gmail.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'me.com',
  'msn.com',
  'outlook.com',
  'verizon.net',
  'yahoo.com',
])

export const ownDomain: Format = {
  expected: "a domain that only the company's people use",
  example: 'example.com',
  isValid: (value) =>
    /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/iu.test(value) && !MAILBOX_PROVIDERS.has(value.toLowerCase()),
  advise: (value) =>
    MAILBOX_PROVIDERS.has(value.toLowerCase())
      ? 'Leave it out: customers have addresses there too, and theirs would be taken for yours'
      : undefined,
}

export const ownPhone: Format = {
  expected: 'a phone number with area code',
  example: '770-555-0100',
  isValid: (value) => /^\+?[\d\s().-]+$/u.test(value) && /^\d{10,15}$/u.test(value.replaceAll(/\D/gu, '')),
}

// It becomes a part of ids in Slack and of rows in the database.
export const accountKeyFormat: Format = {
  expected: "an account's key",
  example: 'north',
  isValid: (value) => /^[a-z][a-z0-9_-]{0,29}$/u.test(value),
  advise: () =>
    'Use a short word of small letters, digits, - and _, e.g. north; what people read is its `name`',
}

/** Any text of one line; `what` completes "Give …". */
export function line(what: string, example: string): Format {
  return { expected: what, example, isValid: (value) => value !== '' && !/[\r\n]/u.test(value) }
}
