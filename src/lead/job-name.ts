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

// The first line or sentence that names work; else the first one that is no greeting.
function firstPhrase(need: string): string {
  const phrases = need
    .split(/\r?\n|(?<=[.!?])\s+/u)
    .map(oneLine)
    .filter(Boolean)
  const phrase = phrases.find((one) => WORK.test(one)) ?? phrases.find((one) => !GREETING.test(one))
  const work = (phrase ?? phrases[0] ?? '').replace(/[.,;:!?\s]+$/u, '')
  return work.replace(LEAD_IN, '') || work
}

const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?]{0,25}[,.!?]?$/iu

// "We need …", "I'd like a quote for …": what comes behind it is the work.
const LEAD_IN =
  /^(?:(?:hi|hello|hey)[,!. ]+)?(?:(?:i|we)(?:'d| would)? (?:also )?(?:have|need|want|like)(?: to (?:have|get))?|looking for|please|can you|could you)\s+(?:(?:a|an) (?:quote|estimate) (?:for|on)\s+)?/iu

const TREES =
  'trees?|oaks?|pines?|maples?|elms?|birch(?:es)?|cedars?|magnolias?|dogwoods?|myrtles?|poplars?|willows?|palms?|spruces?|hickor(?:y|ies)|cypress(?:es)?|hemlocks?|sweetgums?|arborvitae|leylands?'
const DEEDS =
  'prun\\w*|trim\\w*|remov\\w*|tak(?:e|en|ing) down|cut(?:ting)? (?:down|back)|grind\\w*|mow\\w*|mulch\\w*|landscap\\w*|fertili\\w*|spray\\w*|plow\\w*|aerat\\w*|clearing|cabling|haul\\w*'
const PLACES =
  'stumps?|limbs?|branch(?:es)?|hedges?|shrubs?|bush(?:es)?|lawns?|sod|turf|leaves|irrigation|sprinklers?|drainage|patios?|pavers?|retaining wall|flower ?beds?|storm|snow|firewood'
const WORK = new RegExp(`\\b(?:${TREES}|${DEEDS}|${PLACES})\\b`, 'iu')

// What a cut leaves behind that promises more: "two dead pines close to the".
const DANGLING =
  /(?:\s+(?:an?|the|my|our|their|his|her|its|and|or|of|to|on|in|at|by|for|with|from|near|close|next|over|under|behind|between))+$/iu

function trimmedCut(text: string, cap: number): string {
  const cut = cutAtWord(text, cap)
  const whole = cut === text ? cut : cut.replace(DANGLING, '')
  return cutAtGrapheme(whole.replace(/[\s,;:–-]+$/u, ''), cap)
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
