import type { LayoutKind } from './layouts/layout.ts'
import { asksForPrice, namesService, tellsTrouble, threatensSomething, withoutTrade } from './lead-signs.ts'
import { asksAnew } from './new-request.ts'
import { isKnownNoLead } from './not-a-lead.ts'
import { weighAsidesOfOthers, weighShopTalk } from './shop-talk.ts'
import { bringsWork, leavesWork } from './work-at-hand.ts'

/** From here on talk about work outweighs whatever number or address stands in it. */
const TALK = 4
/** The same where both stand there with a word of the trade: one sign of money, selling, hiring or another date, or two of anything. */
const TALK_AGAINST_ALL = 4.2
/** And this where a tree is where or how it should not be as well. */
const ONE_SIGN = 4.5

/** Whether what somebody says, in a mail, on the phone or through a form, is about anything but new work. */
export function isUnwanted({
  subject,
  said: given,
  whole,
  kind,
  isPlaced,
  isLabelled = false,
}: {
  readonly subject: string
  readonly said: string
  /** The message with all that stands around it. */
  readonly whole: string
  /** How it came; undefined for a person's letter. */
  readonly kind: LayoutKind | undefined
  /** Somebody who can be reached tells where the work would be. */
  readonly isPlaced: boolean
  /** A form's labels say who it is. */
  readonly isLabelled?: boolean
}): boolean {
  const bare = given.replace(MENU, '')
  const told = kind && PROGRAMS.has(kind) ? bare.replace(MENU_LINE, '') : bare
  // Where nothing is left to note, the whole may tell why.
  const said = told.trim() === '' && kind ? whole : told
  // A marketplace sells leads; its own words are judged elsewhere.
  if (kind === 'marketplace' || said === '') return false
  if (kind && SCORED_SPAM.test(whole)) return true
  const text = `${subject}\n${said}`
  const talk = weighShopTalk(text) + (OF_MONEY.test(subject) ? 2 : 0)
  const isWork = isPlaced && namesService(said)
  const isMeant = (kind === undefined || kind === 'router') && isWork
  const isTroubled =
    (isMeant || (isLabelled && isWork)) &&
    bringsWork(said) &&
    (tellsTrouble(said) || (kind !== undefined && threatensSomething(said)))
  if (isTroubled && talk <= (isMeant ? ONE_SIGN : 3) && weighAsidesOfOthers(whole) === 0) return false
  if (talk >= (isMeant ? TALK_AGAINST_ALL : TALK)) return true
  if (!asksAnew(text) && talk + weighAsidesOfOthers(text) >= 3) return true
  if (kind && isKnownNoLead({ subject: '', body: said })) return true
  if (kind === undefined || !CALLED.has(kind)) return false
  return isAboutSomethingElse(said, whole) || isOnlyTalk(said)
}

// The subject of a letter: "Invoice 1907", "Question on last month's bill".
const OF_MONEY =
  /\b(?:invoice|bill|billing|receipt|statement|charges?|payment|refund|balance)\b(?! (?:address|me))/iu

// "Score: Spam, not billable": what the service itself made of a call.
const SCORED_SPAM = /\b(?:score|scored|status|rating|verdict|classification|label)\s*:\s*(?:likely )?spam\b/iu

const PROGRAMS: ReadonlySet<LayoutKind> = new Set(['form', 'chat', 'router'])

const MENU = /^[^\n]*(?:\S \| \S|\bread our (?:policy|terms))[^\n]*$/gimu

// What the program adds to the customer's words: its menu, its policy, its name.
const MENU_LINE =
  /^(?=[^\n]{0,90}$)[^\n]*(?:\brefund\?|\breschedule\b|\bcancel\b|\byour website\b|\bread our\b|\bspam\b|^congrat(?:s|ulations)\b|^auto-?(?:text|reply))[^\n]*$/gimu

const CALLED: ReadonlySet<LayoutKind> = new Set(['call', 'text-message', 'answering-service', 'form'])

const TALKS = /\b(?:i|we|you|he|she|they|your)\b/iu

// What every caller says: greetings, names, numbers, and that one would like to be called.
const PLEASANTRIES =
  /\b(?:hi|hello|hey|yeah|yes|uh|um|good (?:morning|afternoon|evening)|this is|my name is|name['’]?s|it['’]?s|i['’]?m|i am|calling|call(?:ed)?(?: me| us| him| her)?(?: back)?|return(?:ing)?(?: the| my| your)? call|give me a (?:call|ring|shout)|(?:when|as soon as|if) (?:you|u) (?:get|have|can)(?: a)?(?: chance| minute| moment| second)?|please|thanks?(?: you)?(?: so much)?|bye(?: bye)?|my (?:number|cell|phone)(?: is)?|number|the|at|is|again|okay|ok|just|have a (?:good|great|nice) (?:day|one)|you|me|a|an|and|or|so|to|i|for|from|with|would like|like|speak|talk|someone|somebody|in|of|on|that|it|my)\b|[\d()+.:-]+/giu
const ABOUT_WORK =
  /\b(?:work|jobs?|property|house|home|services?|come (?:by|out|over)|look|someone out|cut|remove|removal|trim\w*|quote|estimate|price|yard|lot|land|acres?|neighbou?r\w*|lines?|wires?|roof|fence)\b/iu

const SITE =
  /\b\d{1,5} [\p{L}\d. ]{2,30} (?:st|street|ave|avenue|rd|road|ln|lane|dr|drive|ct|court|way|blvd|boulevard|pl|place|cir|circle|ter|terrace|trl|trail|hwy|highway)\b/iu

const SITES = new RegExp(SITE.source, 'giu')

// A call of some length that names nothing of the trade was meant for somebody else.
function isAboutSomethingElse(said: string, whole: string): boolean {
  const rest = withoutTrade(said)
  if (namesService(withoutTrade(whole.slice(0, 20_000).replace(SITES, ' ')))) return false
  if (
    namesService(rest) ||
    tellsTrouble(said) ||
    asksForPrice(said) ||
    SITE.test(said) ||
    ABOUT_WORK.test(rest)
  )
    return false
  return isLong(said)
}

// Sentences with a person in them, and work only as it was done.
const isOnlyTalk = (said: string): boolean =>
  TALKS.test(said) && isLong(said) && !leavesWork(said) && !tellsTrouble(said) && !asksForPrice(said)

const isLong = (said: string): boolean =>
  (said.replace(PLEASANTRIES, ' ').match(/\p{L}{2,}/gu) ?? []).length >= 7
