import { accountEntry } from './account-settings.ts'
import { type ReadFile, readConfigFile } from './config-file.ts'
import { type Environment, tidyEnvironment } from './env.ts'
import { parse, problemsOf } from './parse.ts'
import { SettingsError } from './settings-error.ts'

/** What reading a message needs to know of us. Credentials are not among it, so that it works without any. */
export type ReadingSettings = {
  readonly country: string
  readonly areaCode?: string
  readonly ownDomains: readonly string[]
  readonly ownPhones: readonly string[]
  readonly ownNames: readonly string[]
}

const FACTS = { country: 'DEFAULT_COUNTRY', area_code: 'DEFAULT_AREA_CODE' } as const
const factsOf = accountEntry.pick({ country: true, area_code: true, own: true })

/** Country, area code and our own facts, from the environment and from all accounts of `LEADHAND_CONFIG`. Throws a `SettingsError`. */
export function readReadingSettings(environment: Environment, readFile: ReadFile): ReadingSettings {
  const given = tidyEnvironment(environment)
  const file = readConfigFile(given.LEADHAND_CONFIG, readFile)
  const inherited = Object.fromEntries(
    Object.entries(FACTS).flatMap(([setting, name]) =>
      given[name] ? [[setting, given[name]] as const] : [],
    ),
  )
  const entries = [...(file.value.accounts?.values() ?? [])].map((entry) =>
    typeof entry === 'object' && entry !== null ? entry : {},
  )
  const read = (entries.length > 0 ? entries : [{}]).map((entry) =>
    parse(factsOf, { ...inherited, ...entry }, (path) =>
      path[0] === 'area_code' ? FACTS.area_code : FACTS.country,
    ),
  )
  const problems = [...file.problems, ...read.flatMap(problemsOf)]
  const facts = read.flatMap((each) => (each.ok ? [each.value] : []))
  const [first] = facts
  if (!first || problems.length > 0) throw new SettingsError(problems)
  return {
    country: first.country,
    ...(first.area_code && { areaCode: first.area_code }),
    ownDomains: facts.flatMap((each) => each.own.domains),
    ownPhones: facts.flatMap((each) => each.own.phones),
    ownNames: facts.flatMap((each) => each.own.names),
  }
}
