import { parseDocument } from 'yaml'
import { z } from 'zod'
import { accountEntry } from './account-settings.ts'
import { oneOf, text, wholeNumber } from './format.ts'
import { accountKeyFormat, channelId, line, timeOfDay, userGroupId, userId } from './formats.ts'
import { type Parsed, parse, problemsOf, toYamlPath, type WithProblems } from './parse.ts'
import type { SettingsProblem } from './settings-error.ts'
import { findUnknownKeys } from './unknown-keys.ts'

export type ReadFile = (path: string) => string

const followUpPreset = z.object({
  label: text(line('a label', 'today 4 pm')),
  day: oneOf(['today', 'tomorrow', 'next-working-day']),
  time: text(timeOfDay),
})

const presets = z.array(followUpPreset).superRefine((all, context) => {
  const times = all.map(({ day, time }) => `${day} ${time}`)
  for (const [index, time] of times.entries()) {
    if (times.indexOf(time) === index) continue
    context.addIssue({
      code: 'custom',
      path: [index],
      message: `is ${time}, as another one is`,
      params: { remedy: 'Leave one of the two out' },
    })
  }
})

const followUp = z.object({
  presets: presets.default([
    { label: 'today 4 pm', day: 'today', time: '16:00' },
    { label: 'tomorrow 7:30', day: 'tomorrow', time: '07:30' },
    { label: 'next working day 8:00', day: 'next-working-day', time: '08:00' },
  ]),
  call_minutes: wholeNumber({ from: 5, to: 600, example: 15 }).default(15),
  visit_minutes: wholeNumber({ from: 5, to: 600, example: 60 }).default(60),
})

const search = z.object({
  requests: wholeNumber({ from: 1, to: 100, example: 16 }).default(16),
  seconds: wholeNumber({ from: 1, to: 60, example: 6 }).default(6),
  own_leads_for_hours: wholeNumber({ from: 1, to: 720, example: 72 }).default(72),
})

const unfinished = z.object({
  listed_for_hours: wholeNumber({ from: 1, to: 168, example: 24 }).default(24),
  remind_after_minutes: wholeNumber({ from: 1, to: 1440, example: 5 }).default(5),
})

const create = z.object({
  groups: z.array(text(userGroupId)).default([]),
  channels: z.array(text(channelId)).default([]),
})

const permissions = z.object({
  create: create.prefault({}),
  decide: z.array(text(userId)).default([]),
  administer: z.array(text(userId)).default([]),
  guests: z.boolean().default(false),
})

const cardRule = z.object({
  channel: text(channelId),
  accounts: z.array(text(accountKeyFormat)).optional(),
  operations: z.array(text(line("an operation's name", 'Tree Care'))).optional(),
  zips: z.array(text(line('the beginning of a ZIP code', '300'))).optional(),
  sources: z.array(text(line('a lead source', 'Angi'))).optional(),
  client: oneOf(['new', 'existing']).optional(),
})

const cardRules = z.object({
  match: oneOf(['first', 'all']).default('first'),
  rules: z.array(cardRule).default([]),
})

const personalData = z.object({
  keep_days: wholeNumber({ from: 1, to: 3650, example: 365 }).optional(),
})

/** What holds for all accounts. */
const general = z.object({
  follow_up: followUp.prefault({}),
  search: search.prefault({}),
  unfinished: unfinished.prefault({}),
  permissions: permissions.prefault({}),
  card_rules: cardRules.prefault({}),
  personal_data: personalData.prefault({}),
})

export type GeneralSettings = z.output<typeof general>

export type ConfigFile = {
  readonly general: GeneralSettings
  /** As written: what an entry leaves out may come from the environment. Undefined when they can't be read. */
  readonly accounts: ReadonlyMap<string, unknown> | undefined
}

const accounts = z.record(z.string(), z.unknown()).default({})

const wholeFile = general.extend({ accounts: z.record(z.string(), accountEntry).optional() })

/** Reads the YAML file as far as it can be read; without a path, what an empty file would give. */
export function readConfigFile(path: string | undefined, readFile: ReadFile): WithProblems<ConfigFile> {
  const byDefault = general.parse({})
  if (path === undefined) return { value: { general: byDefault, accounts: new Map() }, problems: [] }
  const content = readYaml(path, readFile)
  if (!content.ok) return { value: { general: byDefault, accounts: undefined }, problems: content.problems }

  const settings = parse(general, content.value, toYamlPath)
  const entries = parse(accounts, content.value.accounts, () => 'accounts')
  return {
    value: {
      general: settings.ok ? settings.value : byDefault,
      accounts: entries.ok ? new Map(Object.entries(entries.value)) : undefined,
    },
    problems: [...findUnknownKeys(wholeFile, content.value), ...problemsOf(settings), ...problemsOf(entries)],
  }
}

function readYaml(path: string, readFile: ReadFile): Parsed<Readonly<Record<string, unknown>>> {
  let source: string
  try {
    source = readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    const remedy =
      code === ' (EISDIR)'
        ? 'It is a folder: Docker makes one where the file is missing. Remove it, and put the file there'
        : 'Check the path; it starts at the folder that Leadhand is started in'
    return fail({ where: 'LEADHAND_CONFIG', problem: `can't be read${code}`, remedy })
  }
  const document = parseDocument(source)
  const [mistake] = document.errors
  if (mistake) {
    const at = mistake.linePos?.[0]
    const where = at ? `${path} line ${at.line}, column ${at.col}` : path
    const remedy = 'Compare with leadhand.example.yml: two blanks per level, a blank after each colon'
    return fail({ where, problem: `is not YAML (${mistake.code})`, remedy })
  }
  let content: unknown
  try {
    content = document.toJS() ?? {}
  } catch {
    // The library's own guard against references to references that grow without end.
    const remedy = 'Write out what & and * stand for'
    return fail({ where: path, problem: 'repeats itself by references too often', remedy })
  }
  return parse(z.record(z.string(), z.unknown()), content, () => path)
}

const fail = (problem: SettingsProblem): Parsed<never> => ({ ok: false, problems: [problem] })
