import type { Address } from './address.ts'
import { CAPS, cutAtGrapheme, cutAtWord } from './limits.ts'

const BETWEEN = ' – '
// Fewer characters of the work say nothing; then the street gives way.
const LEAST_WORK = 14

/** "<work> – <street>", at most 41 units, cut at words: "Oak on fence – 200 Main St". Empty when neither is known. */
export function composeJobName(need: string, address: Pick<Address, 'street'>): string {
  const work = firstPhrase(need)
  const street = oneLine(address.street ?? '')
  if (!work || !street) return trimmedCut(work || street, CAPS.jobName)
  const both = CAPS.jobName - BETWEEN.length
  const streetRoom = Math.max(both - work.length, both - LEAST_WORK, 0)
  const shownStreet = trimmedCut(street, streetRoom)
  const shownWork = trimmedCut(work, both - shownStreet.length)
  return `${shownWork}${BETWEEN}${shownStreet}`
}

// The first line or sentence; a customer's greeting is no work.
function firstPhrase(need: string): string {
  const phrases = need
    .split(/\r?\n|(?<=[.!?])\s+/u)
    .map(oneLine)
    .filter(Boolean)
  const phrase = phrases.find(
    (one) => !/^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?]{0,25}[,.!?]?$/iu.test(one),
  )
  return (phrase ?? phrases[0] ?? '').replace(/[.,;:!?\s]+$/u, '')
}

function trimmedCut(text: string, cap: number): string {
  const cut = cutAtWord(text, cap)
  return cutAtGrapheme(cut.replace(/[\s,;:–-]+$/u, ''), cap)
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
