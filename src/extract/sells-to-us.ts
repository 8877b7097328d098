import { namesService, withoutTrade } from './lead-signs.ts'
import { asksAnew } from './new-request.ts'

// What of ours a seller has looked at, or means to improve.
const LOOKED_AT_US =
  /\byour (?:\p{L}+ ){0,2}?(?:web ?site|site|home ?page|listing|profile|ads?|ranking|competitors?|competition|google|facebook|business|compan(?:y|ies)|fleet|payroll|insurance|premiums?|coverage|processor|phone (?:system|bill|lines?)|team|crews?|brand|logo|receivables|shop|office|industry|schedule|calendar|trucks|equipment|overhead|margins|back office|bookkeeping|taxes)\b|\byour (?:\p{L}+ )?reviews\b|\byou(?:['’]re| are| rank| sit| show| come up)? (?:number|#|no\.) ?\d|\b(?:site|name|you|company) (?:came|comes|showed|shows|popped) up\b|\b(?:help|with|serve|for|by|of) (?:other |local |small |\d+ )?(?:tree|lawn|landscap\w+|arborist\w*) (?:\p{L}+ )?(?:companies|outfits|businesses|contractors|firms|owners|crews|guys)\b/iu

// What a seller asks for: our ear, our time, our yes.
const OFFERS =
  /\bopen to (?:me|us|an?|hearing|chatting|seeing|talking|learning)\b|\b(?:can|could|may|might|shall|should|mind if) (?:i|we) (?:\p{L}+ ){0,2}?(?:send|show|share|e-?mail|mail|drop|run|walk|put|get|have)\b[^.?!\n]{0,30}\b(?:video|profiles?|info(?:rmation)?|proposal|samples?|deck|brochure|pricing|rates|details|audit|report|demo|numbers|link|case stud\w+|catalog(?:ue)?|quotes?|lists?|one[- ]pager|resumes?)\b|\bwant (?:it|me to|to see|a copy|a look|one)\b[^.?!\n]{0,20}\?|\bfor a living\b|\bworth (?:an? )?(?:quick |short |brief |\d+[- ]min\w* )?(?:call|chat|look|conversation|talk)\b|\breply (?:["“']?yes|with ["“']?yes|["“']?interested)\b|\bno (?:strings|obligation|cost to you|long[- ]term|contracts?)\b|\bwe (?:\p{L}+ )?(?:help|work with|serve|partner with|place|supply|fund|finance|insure)\b|\b(?:i|we) (?:can )?(?:fix|solve|handle|build|do|run|manage) (?:that|this|it|these|those|all of (?:that|it|this))\b(?! (?:myself|ourselves|to))|\bsav(?:e|ed|es|ing) (?:you|them|him|her|companies|owners|\p{L}+ \p{L}+) (?:\d|about|over|an? |thousands|hundreds|hours|money|time)|\bwho (?:handles|is in charge of|runs|looks after|makes)\b|\b(?:right|best) person\b|\b(?:10|15|20|30|ten|fifteen|twenty|thirty)[- ]min(?:ute)?s?\b|\bwould it (?:make sense|help|be worth)\b|\b(?:hop|jump|get) on (?:a|the) (?:quick |short )?(?:call|phone|zoom)\b|\bcompliments of\b|\bfree (?:sample|month|week|quote comparison|look at your|review of your|consultation call)\b/iu

// Others look for a tree company, or the seller did: told, not asked.
const TOLD =
  /\b(?:i|we) (?:was|were|just|recently) [^.!?\n]*|\b(?:people|homeowners|customers|clients|folks|somebody|someone|anyone|owners|property managers|they|who|contractors)\b(?: (?:in|near|around) [^.!?\n]{1,30}?)? (?:\p{L}+ )?(?:look(?:s|ing)?|search(?:es|ing)?|need(?:s|ing)?|want(?:s|ing)?|ask(?:s|ing)?|type|google)\b[^.!?\n]*|["“][^"“”]{3,200}["”]/giu

// "Redding Tree is number 2"
const FIRM = /\b\p{Lu}[\p{L}'’]+ (?:Tree|Trees|Lawn|Arbor|Landscap\p{L}+|Garden)\b/gu

/** Whether somebody offers us something: what is ours has been looked at, our time or our yes is asked for, and no tree is named but in what others do. */
export function sellsToUs(text: string): boolean {
  if (!LOOKED_AT_US.test(text) || !OFFERS.test(text) || OF_THEIRS.test(text)) return false
  const asked = text.replace(TOLD, ' ')
  return !asksAnew(asked) && !namesService(withoutTrade(asked.replace(FIRM, ' ')))
}

// Who has a tree is a customer, whatever else is said.
const OF_THEIRS =
  /\b(?:my|our) (?:\p{L}+ ){0,3}?(?:trees?|oaks?|maples?|pines?|ash|elms?|spruces?|birch\w*|cedars?|firs?|willows?|pecans?|palms?|hedges?|lawns?|yards?|backyard|garden|roof|house|driveway|fence|property|properties|limbs?|shrubs?|stumps?|lot|land|acres|building|church|school)\b/iu
