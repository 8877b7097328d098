import type { z } from 'zod'
import type { SettingsProblem } from './settings-error.ts'

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly SettingsProblem[] }

/** What could be read, beside what could not. */
export type WithProblems<Value> = {
  readonly value: Value
  readonly problems: readonly SettingsProblem[]
}

export const problemsOf = (parsed: Parsed<unknown>): readonly SettingsProblem[] =>
  parsed.ok ? [] : parsed.problems

/** Reads `input` by `schema`; `toWhere` names the place of a problem as the person knows it. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  toWhere: (path: readonly PropertyKey[]) => string,
): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  return {
    ok: false,
    problems: result.error.issues.map((issue) => ({
      where: toWhere(issue.path),
      ...describeIssue(issue),
    })),
  }
}

type Issue = z.core.$ZodIssue

function describeIssue(issue: Issue): Pick<SettingsProblem, 'problem' | 'remedy'> {
  if (issue.code === 'custom' && typeof issue.params?.remedy === 'string') {
    return { problem: issue.message, remedy: issue.params.remedy }
  }
  // What is left are shapes: a list where a map belongs, a text where true or false belongs.
  const expected = issue.code === 'invalid_type' ? shapeName(issue.expected) : 'something else'
  return { problem: `is not ${expected}`, remedy: `Write ${expected}, as in leadhand.example.yml` }
}

function shapeName(expected: string): string {
  if (expected === 'object' || expected === 'record') return 'a group of indented settings'
  if (expected === 'array') return 'a list'
  if (expected === 'boolean') return 'true or false'
  return `a ${expected}`
}

/** `['accounts', 'north', 'channels', 0]` → `accounts.north.channels[0]`. */
export function toYamlPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (written, key) =>
      typeof key === 'number'
        ? `${written}[${key}]`
        : written === ''
          ? String(key)
          : `${written}.${String(key)}`,
    '',
  )
}
