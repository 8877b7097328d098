import { z } from 'zod'
import { toYamlPath } from './parse.ts'
import type { SettingsProblem } from './settings-error.ts'
import { suggestName } from './suggest.ts'

/** Names in `input` that `schema` doesn't know, at any depth: a misspelt setting would otherwise be ignored in silence. */
export function findUnknownKeys(
  schema: z.core.$ZodType,
  input: unknown,
  path: readonly PropertyKey[] = [],
): SettingsProblem[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return findUnknownKeys(schema.unwrap(), input, path)
  }
  if (schema instanceof z.ZodArray && Array.isArray(input)) {
    return input.flatMap((item, index) => findUnknownKeys(schema.element, item, [...path, index]))
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return []
  if (schema instanceof z.ZodRecord) {
    return Object.entries(input).flatMap(([key, value]) =>
      // The only name that zod drops by itself.
      key === '__proto__' ? [noName(path)] : findUnknownKeys(schema.valueType, value, [...path, key]),
    )
  }
  if (!(schema instanceof z.ZodObject)) return []
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  return Object.entries(input).flatMap(([key, value]) => {
    const known = Object.hasOwn(shape, key) ? shape[key] : undefined
    return known ? findUnknownKeys(known, value, [...path, key]) : [unknownKey(key, path, Object.keys(shape))]
  })
}

const noName = (path: readonly PropertyKey[]): SettingsProblem => ({
  where: toYamlPath([...path, '__proto__']),
  problem: 'is no name',
  remedy: 'Choose another name',
})

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[]): SettingsProblem {
  const near = suggestName(key, known)
  return {
    where: toYamlPath([...path, key]),
    problem: 'is not a setting',
    remedy: near ? `Did you mean ${near}?` : `Known here: ${known.join(', ')}`,
  }
}
