import { findAddresses } from '../lead/find-addresses.ts'
import { isBoilerplate, isClosing, isGreeting } from './boilerplate.ts'
import { findEmails } from './find-emails.ts'
import { findPhones } from './find-phones.ts'
import { findUrls, MASK, maskSpans } from './mask.ts'
import type { OwnFacts } from './own-facts.ts'

const CONTACT_WORDS =
  /\b(?:my|our|the|his|her|their|phone|cell|mobile|number|numbers|is|are|at|on|reach|reached|can|be|call|text|me|us|email|e-mail|address|located|live|i|i'm|im|we|we're|you|please|or|and|best|to|by|in|home|work|office|house|it's|its|contact|thanks|thank|tel|t[ée]l|ph|anytime|here|also|if|needed|a|get|hi|hello|hey|this|name|afternoons?|mornings?|evenings?|most|days?|after|before|soir|for|of|from|have|has|line|direct|site|job|property|placed?|back|mon|num[ée]ro|est|adresse|mi|es|n[úu]mero)\b/giu

const MOST_LINES = 400
const LONGEST_LINE = 8000

/** What the customer said, without greeting, contact data that stands by itself, and debris of mail programs. */
export function toNote(lines: readonly string[], own: OwnFacts): string {
  const kept: string[] = []
  for (const line of lines.slice(0, MOST_LINES)) {
    const text = line.slice(0, LONGEST_LINE).trim()
    if (text === '') {
      if (kept.length > 0 && kept.at(-1) !== '') kept.push('')
    } else if (!isBoilerplate(text) && !isGreeting(text) && !isClosing(text) && !isBare(text)) {
      const said = withoutContactSentences(text, own)
      if (said !== '') kept.push(said)
    }
  }
  return kept.join('\n').trim()
}

const isBare = (text: string): boolean =>
  !/\p{L}{2}/u.test(text) || (findUrls(text)[0]?.end === text.length && !/\s/u.test(text))

function withoutContactSentences(line: string, own: OwnFacts): string {
  const spans = [...findPhones(line, own), ...findEmails(line), ...findUrls(line)]
  const masked = maskSpans(line, spans)
  const all = maskSpans(masked, findAddresses(masked, own.country))
  if (!all.includes(MASK)) return stripHello(line)
  const kept: string[] = []
  let from = 0
  for (const end of sentenceEnds(all)) {
    const blotted = all.slice(from, end)
    const words = blotted.replace(CONTACT_WORDS, ' ').match(/\p{L}{2,}/gu) ?? []
    if (!blotted.includes(MASK) || words.length > 2) kept.push(line.slice(from, end).trim())
    from = end
  }
  return stripHello(kept.join(' ').trim())
}

function sentenceEnds(text: string): readonly number[] {
  const ends = [...text.matchAll(/[.!?](?=\s+[\p{Lu}¦"“]|\s*$)/gu)].map((match) => match.index + 1)
  return ends.at(-1) === text.length ? ends : [...ends, text.length]
}

const stripHello = (text: string): string =>
  text.replace(
    /^(?:hi|hello|hey|bonjour|hola|good (?:morning|afternoon|evening))(?: there| team| all| folks)?[,.!]\s+(?=\p{L})/iu,
    '',
  )
