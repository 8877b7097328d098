import { ASIDES, ASIDES_OF_OTHERS } from './asides.ts'
import { withoutCustomersWords } from './customer-voice.ts'
import { isAccount, isDayPlan, isReceipt } from './message-shape.ts'
import { asksAnew, MOST_READ } from './new-request.ts'
import { KINDS } from './shop-talk-kinds.ts'

// Whoever came before us did it: the complaint is the reason why we are asked.
const OTHER_FIRM =
  /\b(?:another|other|previous|last|different|first|old|our|my|regular|former) (?:(?:tree|lawn|yard|landscap\w+|mowing) )*(?:compan(?:y|ies)|outfits?|contractors?|services?|guys?|crews?|people|landscapers?|arborists?)\b|\bthe (?:crew|company|guys?|people) (?:we|i) (?:had |have )?(?:hired|booked|used|paid|lined up)\b|\b(?:someone|somebody) else\b|\bnot (?:us|ours|you)\b|\b(?:brother[- ]in[- ]law|handyman|nephew|husband|son) (?:got|tried|started|cut|did|left|dropped)\b|\bcomplaint about (?!you)/iu

// A manager's formal invitation speaks of seasons, meetings and dates as well.
const INVITES_BIDS =
  /\b(?:requests?|requesting|solicit\p{L}*|invit\p{L}+|accepting|collecting) (?:your |sealed |written |competitive )*(?:quotations?|quotes?|bids?|proposals?)\b|\b(?:quotes?|bids?|proposals?) (?:are |is )?due\b|\brf[pq]\b/iu

// What it is not about: "Not calling about the bill, that is paid."
const NOT_THAT =
  /\b(?:not|isn['’]?t|wasn['’]?t|never mind|forget|leave) (?:\p{L}+ )?(?:calling|writing|here|about|a (?:complaint|pitch|sales call)|(?:the |your )?(?:bill|invoice|newsletter))\b[^.!?\n;]{0,60}(?=[.!?\n;]|$)/giu

// Who it is, not what it is about: "the guy whose driveway we park in".
const BY_WHICH =
  /\b(?:guy|lady|man|woman|fella|couple|people|folks|neighbou?r|one|kid|owner) whose [^.!?,;:()\n]{1,60}/giu

const SMALL_TALK =
  /\b(?:customer paid|(?<!\bsaw (?:our |the |your )?)truck \d|pole saw|chain ?saw|where(?:'s| is| did)|good article|worth a read|lunch|meeting|reminder|schedule for|crew [a-d\d]\b|dump|deposit|fuel|keys|thanks (?:everyone|all|team)|clock(?:ed)? (?:in|out)|safety|wind advisory|rain (?:day|delay)|bring (?:the|your)|picked up (?:the|parts|mulch)|pick up (?:the|parts|mulch)|(?<!\b(?:my|his|her|their) )shop|inventory|no show|heads up|type up|write up|email it to|mad about|i told (?:her|him|them)|tires?|ok to go ahead|standup|blockers?|gate code (?:is|for)|(?:tomorrow|mon|tues?|wed|thurs?|fri|sat)(?:day)? (?:at )?[6-8](?::?[0-5]0)? ?am|[6-8](?::?[0-5]0)? ?am (?:tomorrow|tmrw|sharp|mon|tues?|wed|thurs?|fri|sat)|boss|hours\b|register by|recert|classes)\b/giu

/** The slighter signs in letters, calls and forms; they count where nothing new is asked for outright. */
export function weighAsidesOfOthers(given: string): number {
  const text = given.slice(0, MOST_READ)
  return ASIDES_OF_OTHERS.reduce((sum, { weight, signs: sign }) => (sign.test(text) ? sum + weight : sum), 0)
}

/** The slighter signs; they count where nothing new is asked for outright. */
export function weighAsides(given: string): number {
  const text = withoutCustomersWords(given.slice(0, MOST_READ)).replace(BY_WHICH, ' ')
  return ASIDES.reduce((sum, { weight, signs: sign }) => (sign.test(text) ? sum + weight : sum), 0)
}

/**
 * How much speaks for talk about work that exists already, or about anything but work for a customer.
 * From about 4 on, a message is no lead unless it asks for something new.
 */
export function weighShopTalk(given: string): number {
  const text = given
    .slice(0, MOST_READ)
    .replace(/[*_~]/gu, '')
    .replace(NOT_THAT, ' ')
    .replace(BY_WHICH, ' ')
    .replace(/[ \t]+/gu, ' ')
    .replace(/\s*\n\s*/gu, '\n')
  const kinds = KINDS.reduce((sum, { weight, signs: sign }) => (sign.test(text) ? sum + weight : sum), 0)
  const small = new Set([...text.matchAll(SMALL_TALK)].map((match) => match[0].toLowerCase())).size
  const lines = given.slice(0, MOST_READ).split('\n')
  const shape = (isDayPlan(lines) ? 4 : 0) + (isAccount(lines) || isReceipt(lines) ? 4 : 0)
  const talk = kinds + 1.5 * small + shape
  // A new wish outweighs one word about something else; two such words hold against it.
  if (!asksAnew(text)) return talk
  return Math.max(0, talk - (OTHER_FIRM.test(text) ? 13 : INVITES_BIDS.test(text) ? 9 : 4.5))
}
