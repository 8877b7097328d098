import { type PhoneHome, parsePhone } from './phone.ts'

const BETWEEN = /\s*(?:[,;/|&\n]|\bor\b|\band\b)\s*/iu
// More text than two numbers with what they are called; a pasted paragraph stays cheap.
const LONGEST = 160

/**
 * The numbers of a field into which somebody typed several, each with what it is called: "770-555-0123 home, 404-555-0120 cell". A text
 * that is one number, or of which something would be left over, stays whole.
 */
export function splitPhones(text: string, home: PhoneHome): string[] {
  const whole = text.trim()
  if (whole.length > LONGEST || parsePhone(whole, home).kind !== 'impossible') return [whole]
  const parts = whole.split(BETWEEN).filter(Boolean)
  if (parts.length > 1) return parts.every((part) => isNumber(part, home)) ? parts : [whole]
  return splitAtGap(whole, home) ?? [whole]
}

/** "770 555 0123 404 555 0120": the one gap with a whole number on either side. */
function splitAtGap(text: string, home: PhoneHome): [string, string] | undefined {
  const { country } = home
  const pairs = [...text.matchAll(/\s+/gu)]
    .map(({ index }): [string, string] => [text.slice(0, index), text.slice(index).trim()])
    .filter((pair) => pair.every((part) => isNumber(part, { country })))
  return pairs.length === 1 ? pairs[0] : undefined
}

const isNumber = (text: string, home: PhoneHome): boolean => parsePhone(text, home).kind === 'phone'
