import { z } from 'zod'

/** How one setting has to look. */
export type Format = {
  /** "a channel id" */
  readonly expected: string
  readonly example: string
  isValid(value: string): boolean
  /** A remedy that fits this very mistake better than the example does. Gives undefined when it knows none. */
  advise?(value: string): string | undefined
  /** The value never appears in a problem. */
  readonly secret?: true
}

/** A setting written as text; a number is taken for its digits, since YAML reads `770` as one. */
export function text(format: Format) {
  return z.unknown().transform((input, context): string => {
    const value = typeof input === 'number' ? String(input) : input
    if (typeof value === 'string' && format.isValid(value.trim())) return value.trim()
    context.issues.push({
      code: 'custom',
      input,
      message: describeMistake(value, format),
      params: { remedy: remedyFor(typeof value === 'string' ? value.trim() : '', format) },
    })
    return z.NEVER
  })
}

function remedyFor(value: string, format: Format): string {
  return format.advise?.(value) ?? `Give ${format.expected}, e.g. ${format.example}`
}

function describeMistake(value: unknown, format: Format): string {
  if (value === undefined) return 'is not set'
  if (value === null || value === '') return 'is empty'
  if (format.secret || typeof value !== 'string') return `is not ${format.expected}`
  return `is ${JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)}, not ${format.expected}`
}

/** A whole number between two bounds, both included. */
export function wholeNumber({ from, to, example }: { from: number; to: number; example: number }) {
  return text({
    expected: `a whole number from ${from} to ${to}`,
    example: String(example),
    isValid: (value) => /^\d{1,9}$/u.test(value) && Number(value) >= from && Number(value) <= to,
  }).transform(Number)
}

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return text({
    expected: `one of ${words.join(', ')}`,
    example: words[0] ?? '',
    isValid: (value) => words.includes(value),
    advise: () => `Use one of: ${words.join(', ')}`,
  }).transform((value) => value as Words[number])
}

/** Settings by name, where people choose the names. */
export function byName<Value extends z.ZodType>(format: Format, value: Value) {
  return z.record(z.string(), value).superRefine((entries, context) => {
    for (const key of Object.keys(entries).filter((name) => !format.isValid(name))) {
      context.addIssue({
        code: 'custom',
        path: [key],
        message: `stands under a name that is not ${format.expected}`,
        params: { remedy: remedyFor(key, format) },
      })
    }
  })
}
