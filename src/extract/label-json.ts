import { plainLabel, toLabelField } from './labels.ts'

const DEEPEST = 8
const MOST_PAIRS = 200
// An answer beside its question: {"question": "Your name?", "answer": "…"}.
const ASKED = ['question', 'label', 'title', 'field', 'name', 'key']
const ANSWERED = ['answer', 'value', 'response', 'values', 'text']

/** Writes a JSON object in a text as labelled lines: automations send what a form collected that way. */
export function writeJsonOut(text: string): string {
  const opening = /(?:^|\n)[^\S\n]{0,20}(?=\{\s*"|\[\s*\{)/u.exec(text)
  const from = opening ? opening.index + opening[0].length : -1
  const to = text.lastIndexOf(text[from] === '[' ? ']' : '}')
  if (from < 0 || to < from) return text
  const parsed = parse(text.slice(from, to + 1))
  if (typeof parsed !== 'object' || parsed === null) return text
  const lines: string[] = []
  collect(parsed, [], lines)
  if (lines.length < 2) return text
  const around = (part: string): string => part.replace(/^`{3}\p{L}*$/gmu, '').trim()
  return [around(text.slice(0, from)), lines.join('\n'), around(text.slice(to + 1))].join('\n\n').trim()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/[\r\n\t]/gu, ' '))
  } catch {
    return undefined
  }
}

function collect(value: unknown, path: readonly string[], lines: string[]): void {
  if (path.length > DEEPEST || lines.length >= MOST_PAIRS) return
  const plain = toText(value)
  if (plain !== undefined) {
    const label = labelOf(path)
    if (plain !== '' && label !== '') lines.push(`${label}: ${plain}`)
    return
  }
  if (Array.isArray(value)) {
    for (const each of value) collect(each, path, lines)
    return
  }
  if (typeof value !== 'object' || value === null) return
  const record: Readonly<Record<string, unknown>> = { ...value }
  const typed = toTyped(record, path)
  if (typed) {
    collect(typed.value, [...path.slice(0, -1), typed.label], lines)
    return
  }
  const keys = Object.keys(record)
  const asked = [
    ...ASKED,
    ...keys.filter((key) => /_(?:question|label|title|field|name|key|id)$/u.test(key)),
  ].find((key) => typeof record[key] === 'string')
  const answered = [
    ...ANSWERED,
    ...keys.filter((key) => /_(?:answer|value|response|text)s?$/u.test(key)),
  ].find((key) => key in record)
  if (asked && answered) collect(record[answered], [...path, String(record[asked])], lines)
  else for (const [key, each] of Object.entries(record)) collect(each, [...path, key], lines)
}

const TYPES = ['type', 'kind', 'label']
const REACHED: ReadonlySet<string | undefined> = new Set(['phone', 'mobile', 'email'])
const TYPED = ['value', 'number', 'phone', 'email', 'address']

// "phoneNumbers": [{"type": "mobile", "value": "…"}] says "mobile phone number".
function toTyped(
  record: Readonly<Record<string, unknown>>,
  path: readonly string[],
): { label: string; value: unknown } | undefined {
  const one = spell(path.at(-1) ?? '').replace(/(?:(?<=ss)es|(?<!s)s)$/u, '')
  const key = TYPED.find((each) => typeof record[each] === 'string')
  if (key === undefined || !REACHED.has(toLabelField(one))) return undefined
  const type = TYPES.map((each) => record[each]).find((each) => typeof each === 'string')
  const both = `${type ?? ''} ${one}`.trim()
  return { label: toLabelField(both) ? both : one, value: record[key] }
}

function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value.replace(/\s+/gu, ' ').trim()
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean' || value === null || value === undefined) return ''
  const isList =
    Array.isArray(value) && value.every((each) => typeof each === 'string' || typeof each === 'number')
  return isList ? value.join(', ') : undefined
}

// "company" › "name" is the company's name, "customer" › "phone" just the phone.
function labelOf(path: readonly string[]): string {
  const [parent = '', key = ''] = path.length > 1 ? path.slice(-2) : ['', path[0] ?? '']
  const both = spell(`${parent} ${key}`.trim())
  return toLabelField(both) && toLabelField(both) !== toLabelField(spell(key)) ? both : spell(key)
}

const spell = (key: string): string =>
  /[?\s]/u.test(key) ? key.trim().replace(/:$/u, '') : plainLabel(key.replace(/[-_.]+/gu, ' '))
