import { INHERITED, ONLY_ACCOUNT } from '../../src/config/account-settings.ts'
import { processSettings } from '../../src/config/env.ts'
import { tracingVariables } from '../../src/config/tracing-variables.ts'

/** Every variable that the app reads with one account. */
export const SETTINGS: ReadonlySet<string> = new Set([
  ...Object.keys(processSettings.shape),
  ...Object.keys(tracingVariables.shape),
  ...Object.values(INHERITED),
  ...Object.values(ONLY_ACCOUNT),
])

/** Those that must not stand in a file that anybody may read. */
export const SECRETS: readonly string[] = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SINGLEOPS_USER_EMAIL',
  'SINGLEOPS_USER_TOKEN',
  'DATABASE_URL',
  'OTEL_EXPORTER_OTLP_HEADERS',
]

export const notSettings = (names: Iterable<string>): string[] =>
  [...names].filter((name) => !SETTINGS.has(name))
