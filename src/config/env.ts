import { z } from 'zod'
import { oneOf, text, wholeNumber } from './format.ts'
import {
  apiUrl,
  appToken,
  botToken,
  channelId,
  channelIds,
  databaseUrl,
  line,
  pageTemplate,
  publicUrl,
  signingSecret,
  splitList,
  userGroupId,
} from './formats.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The environment of this process: the only place that reads it. */
export function readEnvironment(): Environment {
  return { ...process.env }
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

/** What holds for the whole process. What an account may set for itself stands in `account-settings.ts`. */
export const processSettings = z.object({
  // 0 takes any free port.
  PORT: wholeNumber({ from: 0, to: 65_535, example: 3000 }).default(3000),
  // Seconds. What sends the signal has to wait a little longer before it kills: Docker by itself waits ten.
  STOP_WITHIN: wholeNumber({ from: 1, to: 600, example: 8 }).default(8),
  LOG_LEVEL: oneOf(LOG_LEVELS).default('info'),
  DATA_DIR: text(line('a folder', './data')).default('./data'),
  DATABASE_URL: text(databaseUrl).optional(),
  SLACK_BOT_TOKEN: text(botToken),
  SLACK_APP_TOKEN: text(appToken).optional(),
  SLACK_SIGNING_SECRET: text(signingSecret).optional(),
  PUBLIC_URL: text(publicUrl).optional(),
  SLACK_API_URL: text(apiUrl).transform(endWithSlash).default('https://slack.com/api/'),
  SINGLEOPS_BASE_URL: text(apiUrl).transform(endWithSlash).default('https://app.singleops.com/api/v1/'),
  SINGLEOPS_JOB_URL: text(pageTemplate).optional(),
  SINGLEOPS_CLIENT_URL: text(pageTemplate).optional(),
  INTAKE_CHANNEL: text(channelIds).transform(splitList).optional(),
  OFFICE_CHANNEL: text(channelId).optional(),
  OFFICE_GROUP: text(userGroupId).optional(),
  LEADHAND_CONFIG: text(line('the path of a YAML file', './leadhand.yml')).optional(),
})

/** What receiving over HTTP needs on top; Socket Mode has no requests to verify. */
export const httpSettings = z.object({ SLACK_SIGNING_SECRET: text(signingSecret) })

export type ProcessSettings = z.output<typeof processSettings>

/**
 * Without blanks around values and without empty ones: compose files and `.env` templates leave `NAME=` for "not set". Also without the
 * quotes around a whole value, which `docker run --env-file` takes for a part of it.
 */
export function tidyEnvironment(environment: Environment): Environment {
  const given = Object.entries(environment).map(
    ([name, value]) => [name, value && withoutQuotes(value.trim())] as const,
  )
  return Object.fromEntries(given.filter(([, value]) => value))
}

const withoutQuotes = (value: string): string => /^(['"])(.*)\1$/su.exec(value)?.[2] ?? value

function endWithSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
