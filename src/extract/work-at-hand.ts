import { namesService, tellsTrouble, threatensSomething } from './lead-signs.ts'
import { asksAnew, MOST_READ } from './new-request.ts'
import { list, openSentences } from './open-sentences.ts'

// A wish in the present: who wants something done says so, or asks what it costs and who can come.
const WISH = list(
  "(?:i|we|she|he|they)(?:['’]d|['’]ll|['’]m| would| do| really| also| just)* (?:need|want|like|love|prefer|hope|wish|have to|has to|look(?:ing)? for|in need of|after getting|interested)",
  'needs?|wants?|would (?:like|love)|like to have|in need of|looking (?:for|to)|looked at|hoping|wondering|interested(?: in)?|in the market for|thinking (?:of|about)|planning (?:to|on)|ready to|(?:sick|tired) of|had (?:it|enough) (?:with|of)|fed up (?:with|of)|rid of',
  'has to|have to|must|should|ought to|(?:is|are) due|overdue for|(?:is|are) in the way',
  String.raw`(?:can|could|would|will|might|may|are|do|does) (?:you|u|y['’]?all|ya|someone|somebody|anyone|anybody|that|it|this|they|one of you|(?:your|ur) \p{L}+)\b[^.!]*\?`,
  '(?:please|pls|plz|kindly)(?! (?:confirm|reply|note|register|sign|find|see (?:attached|below)|review|pay|remit|update|disregard|post|be advised|make sure|remember|tell (?:them|him|her|your)|send (?:us|me) (?:a |the |your )?(?:invoice|bill|receipt|photos?|statement|copy|certificate|coi)))|asap|before (?:the|we|i|my|our|it|somebody|someone)|how (?:much|soon)|what (?:do|would|does)|when (?:can|could|would)',
  String.raw`(?:a|an|some|another|your|three|two|free|rough|written) (?:\p{L}+ )?(?:quotes?|estimates?|bids?|prices?|pricing|proposals?|numbers?|opinion|assessment|inspection|report|consultation)`,
  '(?:for|about) (?:the|my|our|an?) (?:quote|estimate)|ask(?:s|ed|ing) (?:what|about|if|for|you)|(?:problem|issue|trouble|concern)s?',
  'besoin|voudrais?|voudrions|aimerais?|soumission|prix|faire \\p{L}+er|pourriez|quisiera|quiero|quiere|queremos|necesit\\p{L}+|busco|cu[áa]nto|angebot|kostenvoranschlag|m[öo]cht\\p{L}+|brauch\\p{L}+|ben[öo]tig\\p{L}+|such(?:e|en) (?:jemand(?:en)?|eine?[nr]?)|m[üu]ss(?:en|te)?|k[öo]nn(?:en|ten) sie',
)

// What they have there: "I have four white pines", "there is a giant poplar".
const HAS = list(
  "(?:i|we|she|he|they)(?:['’]ve| have| has)?(?: also| still| all)?(?: got| have| has|['’]ve)(?: got)?",
  String.raw`there(?:['’]s| is| are)|theres|share|got (?:a|an|some|two|three|\d+)|has (?:a|an|some|two|three|four|five|\d+)|se cay[óo]|hay (?:un|una|unos|unas|dos|tres|cuatro|varios|varias|\d+)|tengo|tenemos|nous avons|j['’]ai|wir haben|ich habe`,
)

// "re hedges", "my camphor tree is buckling the drive"
const OWN = list('re', 'about', 'abt', 'regarding', 'my', 'our', 'her', 'his', 'their')

// "spruce taking out his eaves"
const THEIRS = list(
  String.raw`(?:his|her|their) (?!wife|husband|name|number|cell|phone|e-?mail|son|daughter|mom|mother|dad|father|boss|own|guy|way|office|card|check)\p{L}+`,
)

// Whose home it is: "through my roof", "behind her garage".
const NEAR_HOME = list(
  String.raw`(?:through|thru|onto|on|over|across|into|against|above|behind|beside|by|near|along|under|in front of|off|from|in|at) (?:my|our|her|his|their) \p{L}+`,
)

// Work of this trade as one orders it: "remove", "ground", "taken down".
const ACTS = list(
  '(?:remov|trimm?|prun|grind|clear|mow|edg|mulch|plant|haul|cabl|brac|treat|spray|aerat|seed|overseed|shap|shear|thin|limb|lift|rais|top|drop|fell|chip|install|regrad|weed|rak|inspect|assess|deadwood|transplant|inject|skinn?)(?:e|es|ed|ing|al|s)?',
  String.raw`(?:cut|take|taken|bring|come|comes|pull|pulled|dig|dug) (?:\S+ ){0,3}?(?:down|out|back|up|off|away)|put in|gone|clean(?:ed)?[- ]?up|crown|care|treatments?|maint\p{L}*|injections?|landscap\p{L}+|ground|bush ?hog`,
  String.raw`(?:essouch|abatt|taill|élag|émond|enlev|couper|plant)\p{L}*|cortar|podar?|quitar|tumbar`,
)

/** Whether work is asked for, or some sentence brings it: a wish with something of the trade in it, or a tree that is where or how it should not be. */
export function bringsWork(given: string): boolean {
  const sentences = openSentences(given.slice(0, MOST_READ))
  return asksAnew(given) || sentences.some((each, at) => isWork(each, sentences[at + 1] ?? ''))
}

/** Whether anything of the trade is named other than in work that was done. */
export const leavesWork = (given: string): boolean =>
  asksAnew(given) || openSentences(given.slice(0, MOST_READ)).some(namesService)

// "Got a pine on the line between us. What do you charge?"
function isWork(sentence: string, next: string): boolean {
  if (!namesService(sentence)) return false
  const at = OWN.exec(sentence)?.index
  if (at !== undefined && namesService(sentence.slice(at, at + 40))) return true
  return (
    WISH.test(sentence) ||
    HAS.test(sentence) ||
    NEAR_HOME.test(sentence) ||
    THEIRS.test(sentence) ||
    tellsTrouble(sentence) ||
    threatensSomething(sentence) ||
    isItem(sentence) ||
    WISH.test(next) ||
    (tellsTrouble(next) && SAME_THING.test(next)) ||
    /^\W*(?:price|cost|quote)\?/iu.test(next)
  )
}

// "… the other is mine. It is split to the crotch."
const SAME_THING = list(
  'it',
  "it[’']?s",
  'its',
  'they',
  'the other',
  'the (?:top|rest|base|trunk|crown)',
  'half',
)

// "3 stumps, biggest is 40 inches"
const COUNT = /^\W*(?:\d+|an?|one|two|three|four|five|six|several|couple|big|large|huge|dead|old)\b/iu

// An item has no subject and no verb that stands in a tense.
const PERSON = list('i|we|you|they|he|she|who')
const FINITE = list(
  'can|could|will|would|is|are|was|were|am|has|have|had|got|gets|do|does|did|says?|said|comes|goes|takes|sent|left',
)

// "3 bradford pears removed, stumps ground": an order, as one writes it on a slip.
const isItem = (sentence: string): boolean =>
  sentence.length < 140 &&
  !PERSON.test(sentence) &&
  ((ACTS.test(sentence) && !FINITE.test(sentence)) || sentence.split(CLAUSE).some(isCounted))

// "…, three pines by the steps"
const CLAUSE = /[,;:–—]\s|\s-\s/u
const isCounted = (clause: string): boolean => COUNT.test(clause) && namesService(clause.slice(0, 40))

// Somebody new is made known: who called, whom to call, who sent them.
const INTRODUCES =
  /\b(?:called|phoned|texted|rang|stopped|walked|came) (?:in|by|us|over|up|out|into|about|re|again|today|this|back)\b|\bcalled\b|\b(?:vm|voicemail|voice mail|msg|message|call|txt|text|email) (?:from|frm|for)\b|\b(?:spoke|talked|talkin?g?|chatted|met) (?:w|with|to|2|a|an|this)\b|\bmet (?:a|an)\b|\b(?:guy|lady|gentleman|woman|man|fella|couple|customer|cust|client|caller|homeowner|owner|kid) (?:named|called|is|name)\b|\b(?:named|name['’]?s|name (?:is|was)|(?:left|gave|leave) no name|no name|on the (?:vm|machine)|caller ?id|her name|his name|last name|first name|nombre|se llama|habla)\b|\b(?:customer|cust|client|caller|lead|walk-?in|quote req|est|estmate|estimate|contact)\b\s*(?:[:.-]|for\b)|\breferr(?:ed|al)\b|\bref by\b|\b(?:friend|neighbou?r|cousin|nephew|niece|brother|sister|mother|father|mom|dad|son|daughter)s? (?:of|name|from)\b|\b(?:saw (?:our|ur|the)|(?:got|has|found|kept) (?:the|a|our|ur|one of our)) (?:truck|sign|ad|website|google|post ?cards?|flyers?|mailers?|door ?hangers?|brochures?|(?:business )?cards?)\b|\bsaw our\b|\bexpecting (?:a call|us|somebody|someone)\b|\b(?:for the file|take this down|put down|write (?:this )?down|rush|hot)\b|\bwants? (?!to know)\b/iu

// "call back Mrs. Eleanor Voss"
const TO_CALL =
  /\b(?:[Cc](?:all|ALL|B|b)|[Rr]ing|[Pp]hone|[Tt]ext|[Cc]ontact|[Cc]k w\/?|[Cc]heck with|[Gg]et (?:over )?to|[Ff]ollow up with) (?:back )?(?!(?:me|us|him|her|them|it|if|when|for|in|out|off|before|after|and|or|to|a|an|the|at|on|w|with|back|every\p{L}*|any\p{L}*|some\p{L}*|it|about|re)\b)\p{L}+/u

// `Text 2 of 2 from 681-555-0104: "…"`: what somebody wrote, with the number it came from.
const QUOTES_NUMBER = /\b(?:from|frm|fr) \(?\+?\d[\d() .-]{8,18}\s?[:,–-]?\s*["“]/u

/** Whether a note makes somebody new known: "vm from …", "lady named …", "call … back". */
export const introducesSomebody = (text: string): boolean =>
  [INTRODUCES, TO_CALL, QUOTES_NUMBER].some((sign) => sign.test(text.slice(0, MOST_READ)))
