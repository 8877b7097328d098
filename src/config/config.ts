import { DELIVERY_DEFAULTS, type DeliverySettings } from '../delivery/settings.ts'
import type { IntakeSettings } from '../intake/settings.ts'
import type { NotificationSettings } from '../notifications/settings.ts'
import type { TracingSettings } from '../ops/settings.ts'
import type { SingleOpsSettings } from '../singleops/settings.ts'
import type { SlackSettings } from '../slack/settings.ts'
import { readAccounts } from './accounts.ts'
import { type ReadFile, readConfigFile } from './config-file.ts'
import {
  type Environment,
  httpSettings,
  type ProcessSettings,
  processSettings,
  tidyEnvironment,
} from './env.ts'
import { toIntakeSettings } from './intake-settings.ts'
import { toNotificationSettings } from './notification-settings.ts'
import { parse, problemsOf } from './parse.ts'
import { SettingsError, type SettingsProblem } from './settings-error.ts'
import { toSingleOpsSettings } from './singleops-settings.ts'
import { toSlackSettings } from './slack-settings.ts'
import { readTracingSettings } from './tracing-settings.ts'

export type Config = {
  readonly logLevel: ProcessSettings['LOG_LEVEL']
  /** Unset: no traces. */
  readonly tracing?: TracingSettings
  /** How long a stop waits for what is under way. */
  readonly stopWithinMs: number
  /** With `databaseUrl` the folder is only looked at for leads that were left in it. */
  readonly store: {
    readonly dataDir: string
    readonly databaseUrl?: string
    /** From when on finished leads don't name their customer any more; unset: never. */
    readonly keepCustomersForMs?: number
  }
  readonly intake: IntakeSettings
  readonly slack: SlackSettings
  readonly singleops: SingleOpsSettings
  readonly delivery: DeliverySettings
  readonly notifications: NotificationSettings
}

/** Checks all settings, or throws a `SettingsError` that lists everything that is wrong with them. */
export function readConfig(environment: Environment, readFile: ReadFile): Config {
  const given = tidyEnvironment(environment)
  const own = parse(processSettings, given, toVariable)
  const tracing = readTracingSettings(given)
  const file = readConfigFile(given.LEADHAND_CONFIG, readFile)
  const accounts = file.value.accounts && readAccounts(file.value.accounts, given)
  const problems = [
    ...problemsOf(own),
    ...receivingProblems(given),
    ...tracing.problems,
    ...file.problems,
    ...(accounts?.problems ?? []),
  ]
  if (!own.ok || !accounts || problems.length > 0) throw new SettingsError(withoutRepeats(problems))
  const keepDays = file.value.general.personal_data.keep_days
  return {
    logLevel: own.value.LOG_LEVEL,
    ...(tracing.value && { tracing: tracing.value }),
    stopWithinMs: own.value.STOP_WITHIN * 1000,
    store: {
      dataDir: own.value.DATA_DIR,
      ...(own.value.DATABASE_URL && { databaseUrl: own.value.DATABASE_URL }),
      ...(keepDays && { keepCustomersForMs: keepDays * DAY_MS }),
    },
    intake: toIntakeSettings(accounts.value, file.value.general),
    slack: toSlackSettings(own.value, file.value.general, accounts.value),
    singleops: toSingleOpsSettings(own.value, accounts.value),
    delivery: DELIVERY_DEFAULTS,
    notifications: toNotificationSettings(own.value, file.value.general, accounts.value),
  }
}

/** Socket Mode needs its token; whoever has set anything of HTTP needs the secret. */
function receivingProblems(given: Environment): readonly SettingsProblem[] {
  if (given.SLACK_APP_TOKEN) return []
  if (given.SLACK_SIGNING_SECRET || given.PUBLIC_URL) {
    return problemsOf(parse(httpSettings, given, toVariable))
  }
  return [
    {
      where: 'SLACK_APP_TOKEN',
      problem: 'is not set',
      remedy:
        "Make an app-level token (xapp-…) with the scope connections:write on the Slack app's page Basic Information. To receive over HTTP instead, set SLACK_SIGNING_SECRET and PUBLIC_URL",
    },
  ]
}

const DAY_MS = 24 * 3_600_000

const toVariable = (path: readonly PropertyKey[]): string => String(path[0])

/** Two accounts that lack the same variable are one problem. */
function withoutRepeats(problems: readonly SettingsProblem[]): SettingsProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.where}\n${problem.problem}`, problem])).values()]
}
