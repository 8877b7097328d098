import { isObject, type JsonObject } from '../json.ts'
import type { Problem } from './problem.ts'

export type SurfaceName = 'modal' | 'home' | 'message'

/** Where a check writes what it finds. */
export type Findings = { readonly surface: SurfaceName; readonly problems: Problem[] }

/** Looks at one value; `at` is its JSON pointer. */
export type Check = (value: unknown, at: string, findings: Findings) => void

export type Fields = Readonly<Record<string, Check>>

export function report(findings: Findings, message: string, at: string): void {
  findings.problems.push({ message, pointer: at })
}

/** A string; lengths in UTF-16 units, the stricter way to count: Slack does not say how it counts emoji. */
export function string({ min = 0, max, form }: { min?: number; max?: number; form?: RegExp } = {}): Check {
  return (value, at, findings) => {
    if (typeof value !== 'string') return report(findings, 'should be string', at)
    if (value.length < min) return report(findings, `must be more than ${min - 1} characters`, at)
    if (max !== undefined && value.length > max)
      return report(findings, `must be less than ${max + 1} characters`, at)
    if (form && !form.test(value)) report(findings, 'does not match the required format', at)
  }
}

export const boolean: Check = (value, at, findings) => {
  if (typeof value !== 'boolean') report(findings, 'should be boolean', at)
}

export function integer({ min, max }: { min?: number; max?: number } = {}): Check {
  return (value, at, findings) => {
    if (!Number.isInteger(value)) return report(findings, 'should be integer', at)
    if (min !== undefined && Number(value) < min) return report(findings, `must be at least ${min}`, at)
    if (max !== undefined && Number(value) > max) report(findings, `must be at most ${max}`, at)
  }
}

export function oneOf(...allowed: readonly unknown[]): Check {
  return (value, at, findings) => {
    if (!allowed.includes(value)) report(findings, 'must be a valid enum value', at)
  }
}

export function listOf(item: Check, { min = 0, max }: { min?: number; max?: number } = {}): Check {
  return (value, at, findings) => {
    if (!Array.isArray(value)) return report(findings, 'should be array', at)
    if (value.length < min) report(findings, `no fewer than ${min} items allowed`, at)
    if (max !== undefined && value.length > max) report(findings, `no more than ${max} items allowed`, at)
    for (const [index, entry] of value.entries()) item(entry, `${at}/${index}`, findings)
  }
}

/** An object with these fields and no others; `type` is always allowed. `also` looks at the object as a whole. */
export function record(
  required: Fields,
  optional: Fields = {},
  also: (value: JsonObject, at: string, findings: Findings) => void = () => undefined,
): Check {
  return (value, at, findings) => {
    if (!isObject(value)) return report(findings, 'should be object', at)
    for (const key of Object.keys(required)) {
      if (value[key] === undefined) report(findings, `missing required field: ${key}`, at)
    }
    for (const [key, entry] of Object.entries(value)) {
      // JSON leaves these out.
      if (entry === undefined) continue
      const check = required[key] ?? optional[key]
      if (check) check(entry, `${at}/${key}`, findings)
      else if (key !== 'type') report(findings, `invalid additional property: ${key}`, at)
    }
    also(value, at, findings)
  }
}

/** Any object: for parts that nobody here looks into. */
export const anyObject: Check = (value, at, findings) => {
  if (!isObject(value)) report(findings, 'should be object', at)
}

/** An object whose `type` says how to look at it; `allowed` are the types that may stand here. */
export function oneOfTypes(checks: Fields, allowed: (type: string, findings: Findings) => boolean): Check {
  return (value, at, findings) => {
    if (!isObject(value)) return report(findings, 'should be object', at)
    const { type } = value
    if (typeof type !== 'string') return report(findings, 'missing required field: type', at)
    const check = checks[type]
    if (!check || !allowed(type, findings)) return report(findings, `unsupported type: ${type}`, `${at}/type`)
    check(value, at, findings)
  }
}
