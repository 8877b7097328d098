import { z } from 'zod'
import { type AccountEntry, accountEntry, credentials, INHERITED, ONLY_ACCOUNT } from './account-settings.ts'
import type { ConfigFile } from './config-file.ts'
import type { Environment } from './env.ts'
import { text } from './format.ts'
import { accountKeyFormat, variableName } from './formats.ts'
import { type Parsed, parse, problemsOf, toYamlPath, type WithProblems } from './parse.ts'
import type { SettingsProblem } from './settings-error.ts'

export type AccountSettings = AccountEntry & {
  readonly key: string
  readonly userEmail: string
  readonly userToken: string
}

type RawEntry = Readonly<Record<string, unknown>>

/** The accounts of the file, filled up from the environment; without any in the file, the one of the environment: `main`. */
export function readAccounts(
  entries: NonNullable<ConfigFile['accounts']>,
  environment: Environment,
): WithProblems<readonly AccountSettings[]> {
  const named = entries.size > 0 ? [...entries] : [['main', {}] as const]
  const read = named.map(([key, entry]) => readAccount(key, entry, environment, named.length === 1))
  const accounts = read.flatMap(({ value }) => (value ? [value] : []))
  return {
    value: accounts,
    problems: [...read.flatMap(({ problems }) => problems), ...findClashes(accounts)],
  }
}

function readAccount(
  key: string,
  written: unknown,
  environment: Environment,
  isOnly: boolean,
): WithProblems<AccountSettings | undefined> {
  const name = parse(text(accountKeyFormat), key, () => `accounts.${key}`)
  const entry = parse(z.record(z.string(), z.unknown()), written, () => `accounts.${key}`)
  if (!entry.ok) return { value: undefined, problems: [name, entry].flatMap(problemsOf) }

  const filled: RawEntry = { ...(isOnly ? ONLY_ACCOUNT : {}), ...inheritedFrom(environment), ...entry.value }
  const settings = parse(accountEntry, filled, (path) => nameSetting(key, entry.value, path))
  const userEmail = readCredential(credentials.userEmail, filled.user_email_env, environment)
  const userToken = readCredential(credentials.userToken, filled.user_token_env, environment)
  if (name.ok && settings.ok && userEmail.ok && userToken.ok) {
    const value = { key, ...settings.value, userEmail: userEmail.value, userToken: userToken.value }
    return { value, problems: [] }
  }
  return { value: undefined, problems: [name, settings, userEmail, userToken].flatMap(problemsOf) }
}

function inheritedFrom(environment: Environment): RawEntry {
  const settings = Object.entries(INHERITED).map(([setting, name]) => [setting, environment[name]] as const)
  return Object.fromEntries(settings.filter(([, value]) => value !== undefined))
}

/** Where a person finds the setting: in the file, or in the environment when the file leaves it to that. */
function nameSetting(key: string, entry: RawEntry, path: readonly PropertyKey[]): string {
  const inherited = Object.entries(INHERITED).find(([setting]) => setting === path[0])
  return inherited && !(inherited[0] in entry) ? inherited[1] : toYamlPath(['accounts', key, ...path])
}

function readCredential(
  schema: z.ZodType<string>,
  variable: unknown,
  environment: Environment,
): Parsed<string> {
  // Said already where the variable is named.
  if (typeof variable !== 'string' || !variableName.isValid(variable)) return { ok: false, problems: [] }
  return parse(schema, environment[variable], () => variable)
}

/** What is right in each account and wrong between two. */
function findClashes(accounts: readonly AccountSettings[]): SettingsProblem[] {
  return [
    ...findTwice(accounts, 'channels', ({ channels }) => channels).map(({ where, value }) => ({
      where,
      problem: `holds ${value}, which is a channel of another account too`,
      remedy: 'Leave it to one of them: the channel decides which account a lead is for',
    })),
    ...findTwice(accounts, 'name', (account) => [accountName(account)]).map(({ where, value }) => ({
      where,
      problem: `is ${JSON.stringify(value)}, as another account is called`,
      remedy: 'Give each account a name of its own: people choose by it',
    })),
    ...findTwice(accounts, 'user_token_env', (account) => [account.user_token_env]).map(({ where }) => ({
      where,
      problem: "names another account's variable",
      remedy: 'Give each account its own API user: SingleOps knows the account by it',
    })),
  ]
}

/** How people read the account. */
export const accountName = (account: AccountSettings): string => account.name ?? account.key

/** All channels that get cards of this account. */
export const leadChannelsOf = (account: AccountSettings): string[] => [
  ...new Set([
    ...(account.lead_channel ? [account.lead_channel] : []),
    ...Object.values(account.operation_channels),
  ]),
]

function findTwice(
  accounts: readonly AccountSettings[],
  setting: keyof AccountEntry,
  valuesOf: (account: AccountSettings) => readonly string[],
): { readonly where: string; readonly value: string }[] {
  const owners = new Map<string, string>()
  return accounts.flatMap((account) =>
    valuesOf(account).flatMap((value) => {
      const owner = owners.get(value) ?? account.key
      owners.set(value, owner)
      return owner === account.key ? [] : [{ where: `accounts.${account.key}.${setting}`, value }]
    }),
  )
}
