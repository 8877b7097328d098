import { namesService } from './lead-signs.ts'
import { openSentences } from './open-sentences.ts'

/** What a message is about stands within a page or two. In UTF-16 units. */
export const MOST_READ = 8000

// Work as it is wanted, in its participle: "wants two pines removed".
const DONE_TO =
  '(?:removed?|trimmed|pruned|cut(?: (?:down|back|up|off))?|taken (?:down|out|off|care)|ground|grinded|planted|hauled|cleared|cleaned|looked at|put in|treated|sprayed|mulched|mow(?:ed|n)|topped|thinned|shaped|limbed|cabled|(?:bush|brush) ?hogged|dropped|felled|pulled|ripped out|replaced|install(?:ed)?|deliver(?:ed)?|spread|edged|aerated|seeded|overseeded|fertilized|deadwooded|assessed|inspected|designed|regraded|rebuilt)'
const PRICE = '(?:quotes?|quotations?|estimates?|ests?|prices?|pricing|bids?|proposals?|consult(?:ation)?)'
const WANT =
  "(?:wants?|wanted|needs?|would (?:like|love|appreciate|welcome)|['’]d (?:like|love|appreciate)|looking (?:for|to get|to have)|ask(?:s|ed|ing) for|request(?:s|ed|ing)?|interested in|hoping (?:for|to get)|get (?:him|her|them|us|me)|give (?:him|her|them|us|me)|like)"

// The article tells: "a price" is new, "the estimate" is out already.
const REQUESTS = [
  new RegExp(
    String.raw`\b(?:(?:can|could|may|might) (?:i|we) (?:please |also |possibly )?(?:get|have)|(?:please|kindly) (?:provide|submit|send|forward|prepare|give)(?: (?:me|us))?) (?:an?|some|your|two|three) (?:\p{L}+ ){0,2}?${PRICE}\b`,
    'iu',
  ),
  /\b(?:wants|needs|would like) (?!(?:the|to|our|your|my|that|this|his|her)\b)(?:\p{L}+ ){0,3}?(?:removals?|trimming|pruning|grinding|clean-?up|mowing|plowing|thinning|spraying|shearing|topping|edging|mulching|hauling|removing|limbing|felling|shaping|raking|aerating|cabling|weeding|clearing|cutting (?:back|down))\b(?! (?:saws?|crew|permit|invoice|date|truck|help|done by))/iu,
  // "Please contact our insured for emergency tree removal", "Please schedule the following"
  /\bplease (?:contact|call|reach)\b[^.!?\n]{1,60}\bfor (?:\p{L}+ ){0,3}(?:removal|trimming|pruning|grinding|clean-?up|estimate|quote|bid|assessment)\b|\b(?:please|kindly) (?:schedule|perform|complete|arrange|proceed with) (?:the following|(?:an? |the )?(?:\p{L}+ ){0,2}(?:removal|trimming|pruning|grinding|clearing)\b)/iu,
  new RegExp(
    String.raw`\b${WANT} (?:(?:us|someone|somebody|you) to (?:\w+ ){1,4}(?:and |& )?(?:give (?:him|her|them|us|me) )?)?(?:an?|some|another|our|your|\d+|two|three|free|rough|monthly|new|the same)? ?(?:\w+ ){0,2}?(?<!\b(?:the|that|his|her|their|my) (?:\w+ )?)${PRICE}\b(?! (?:lists?|us|our)\b)`,
    'iu',
  ),
  new RegExp(
    String.raw`\b(?:(?:wants?|needs?|would like|['’]d like|looking)\b(?! it (?:replaced|done|fixed))|(?:have|get) (?:an?|the|my|our|his|her|their|some|it|them|\d+|two|three) )(?!\s?(?:one|me|us) |\s?(?:my|our|her|his|the|that) (?:name|number|charges?|fee)\b)[^.!?\n]{2,70}\b(?<!\b(?:can|could|will|i|we|you|u|they|he|who|crew|guys) )${DONE_TO}\b`,
    'iu',
  ),
  /\b(?:wants|want(?! me to\b)|needs?|would like) (?!(?:one|it|this|that|me|us) (?:taken )?off\b)(?:(?!come|crew|guys|call|back|someone|somebody|to |me |him |you |took |receipt|invoice|bill\b|info\b|ins\b|coi\b|cop(?:y|ies)\b|paperwork)[^\s.!?]+ ){1,8}(?:gone|down|out|off|done)\b/iu,
  /\b(?:please|pls|plz|can (?:you|u)|could (?:you|someone|somebody)|would you|will you|can (?:someone|somebody)) (?:\w+ )?(?:quote|price|bid|estimate|remove|trim|prune|cut|give (?:me|us|him|her|them) (?:a|an|some)|take a look|look at(?! (?:it|this|that) and let)|come (?:give|quote|look|see|out|by|over)|advise on (?:the )?(?:cost|price))(?! (?:back|and (?:fix|finish|clean)|to (?:fix|finish|clean)))\b/iu,
  /\blooking for (?:an? |some )?(?:number|price|quote|estimate|bid|someone to|somebody to|a company to)\b|\bwhat (?:do|would) you charge\b|\bhow soon (?:can|could) you\b|\b(?:out (?:to|for) bids?|(?:requests?|invitation) (?:for|to) (?:bids?|proposals?|quotes?|quotations?)|rf[pq]s?|soliciting (?:bids|proposals|quotes))\b|\byou(?:['’]d| would| could| can) (?:take on|be (?:able|willing|interested))\b|\b(?:would|could|are) you (?:guys )?(?:be )?(?:able|willing|interested|available)\b|\bsend (?:me|us|him|her|them) (?:an? |your |some )?(?:\S+ ){0,4}?(?:price|quote|estimate|bid|numbers|pricing|proposal|rates)\b|\bwhat would [^.!?\n]{1,40} (?:cost|run|be|charge)\b|\b(?:hoping|wondering|wondered|see|if|like it if) (?:you|someone|somebody|y['’]?all) (?:guys )?(?:can|could|would|might) (?:\w+ )?(?:come|look|give|take|help|quote|price|remove|trim|do)\b|\bdo (?:you|u|y['’]?all|ya)(?: guys| all)? (?:do|offer|service|handle|fix|diagnose|sell|remove|trim|prune|grind|cut|take(?! (?:interns?|applica\w+|students?|volunteers?|cards?|credit|checks?))|plant|work|cover|spray|haul|clean|treat)\b|\b(?:can|could) (?:you|u|y['’]?all) (?:please )?(?:send|have) (?:someone|somebody|a (?:guy|crew|man))\b(?! (?:back|to (?:fix|finish)))/iu,
  // "She'd like someone to call her about taking down two ash trees"
  /\b(?:wants?|would like|['’]d like|needs?|asked for|asking for|requests?|requested|hoping for) (?:us|you|someone|somebody|an? (?:call|visit|call ?back))\b[^.!?\n]{0,60}\b(?:about|regarding) (?!(?:start|work|apply|hir|bill|schedul|reschedul|mov|chang|pay|cancel|com|fix|finish|us)ing)\p{L}+ing\b/iu,
  // "Vendor bid needed", "Status: bid requested"
  /\b(?:quotes?|bids?|pricing|proposals?) (?:is |are )?(?:needed|wanted|requested|required)\b/iu,
  /\b(?:wants?|needs?|would like|['’]d like) (?:us|you|someone|somebody|y['’]?all|a guy|a crew) to (?:bid|quote|price|look|come (?:out|by|look|see|take|and(?! (?:stand|explain|tell|talk|apolog\p{L}+|answer|fix|finish|clean|get|pick|meet)))|check|see|remove|trim|prune|cut|take|grind|clear|give|haul|mow|treat|do)(?! back)\b/iu,
  /\b(?:what|how much) (?:it['’]?d|it would|would it|we['’]?d|you['’]?d|we|you|does it|do you|it['’]?ll|it)\b[^.!?\n]{0,20}\b(?:cost|charge|run|take)\b|\bhow much(?: (?:for|to|is|would)\b|\s*[?.]|$)/iu,
  /^\W*(?:\/lead|(?:new|hot|phone|web|potential)? ?lead\b|new (?:customer|client|one)\b|(?:pls |please |free )?(?:quote|est|estimate|bid|price)s?\b(?: (?:request|needed|pls|please|wanted|for))?\s?[:–-]|(?:quote|estimate|est|bid) (?:request|needed|for (?!.{0,60}\b(?:went|sent|out|is|was)\b)))/iu,
]

// "State Farm gave our name to …", "called, now her ash is dead", "changed his mind"
const NEW_AFTER_ALL =
  /\b(?:gave|passed) (?:our|your|my) (?:name|number|card|info) to\b|\b(?:got|has|had) (?:our|your) (?:name|number|card) (?:from|off)\b|\b(?:sent|sends) (?:him|her|them|me|us) (?:to (?:us|you)|(?:our|your) way)\b|\bcalled\b[^.!?\n]{0,30}\b(?:her|his|their) (?:\p{L}+ ){1,4}(?:is|are|has|fell|split|came|broke|died)\b|\b(?:asked for|wants?|took|gave (?:him|her|them)) (?:a|my|our|your) (?:business )?card\b|\b(?:add|put) (?:\p{L}+ )?(?:to|on) (?:the |our )?(?:storm|call ?back|estimate|quote|bid|wait(?:ing)?) list\b|\bchanged (?:his|her|their|my|our) minds?\b|\bgave me (?:this|your|the|ur) (?:number|card|name|info)\b|\b(?:i|we) (?:have|['’]ve got|got) (?:one|two|some|a few|a couple|another)(?: \p{L}+)? (?:just |much |exactly )?like (?:it|that|those|them|theirs)\b|\b(?:did|cut|took|trimmed|removed|worked|ground|planted|pruned)\b[^.!?\n]{0,50}\b(?:for|at|next door to) (?:my|our|the) neighbou?r(?:s|['’]s)?\b|\b(?:second|another|your) opinion\b|\bforgot to (?:post|add|enter|put in|log|mention|send) (?:this|him|her|them|it|one|these)\b|\b(?:he|she|they|i|we) (?:wants?|needs?) (?:it |them )?(?:gone|out|down|removed|trimmed|cut|ground)\b|\breply (?:to this (?:e-?mail|mail|message) )?with (?:your|a|the) (?:quote|price|bid|estimate)\b|\b(?:price|quote|estimate) before (?:starting|you start|any work|work)\b|\bwants us (?:right )?(?:after|asap|out|over|there|before|next|as soon as|in the)\b|\b(?:would|['’]d) (?:love|like|rather|as soon|prefer)\b[^.!?\n]{0,20}\b(?:it|them|that|those|this) (?:all )?(?:out|down|gone|off)\b|\b(?:would|could|can|do|will|might) (?:you|your (?:guys|crew|men|people|boys|fellows)|any(?:one|body)(?: of (?:you|yours))?)\b[^.?!\n]{0,15} (?:have (?:the |any )?time|fit (?:it|me|us|this|her|him) in|squeeze (?:it|me|us|this) in|be up for)\b|\bwhat (?:do|would|does) (?:you|y['’]?all)(?: guys)? (?:get|ask|want|charge|take|need) (?:for|to)\b|\b(?:gave|handed|passed) (?:\p{L}+ ){1,3}(?:our|your) (?:name|number|card|info)\b|\bsent us (?:a|an|this|another|some) (?:\p{L}+ )?(?:lady|guy|man|woman|couple|neighbou?r|customer|client|lead|referral|person|fella|family|gentleman|homeowner)\b|\b(?:i|we|she|he|they)(?:['’]d| would| want| need| like|['’]ll| will)\b[^.!?\n]{0,30}\b(?:have|get|see|want|like) (?:it|them|that|those|this|him|her) (?:all )?(?:out|down|gone|off|removed|taken|trimmed|ground)\b|\bgive (?:me|us|him|her|them) (?:an?|your|another) (?:\p{L}+ )?(?:number|figure|price|quote|bid|ballpark|estimate|rate)\b/iu

const SENDS_SOMEBODY =
  /\b(?:any(?:one|body)|some(?:one|body)) (?:(?:free|able|available) )?to (?:look|go (?:see|look|out)|see|quote|bid|check|come (?!back))\b|\b(?:add|put in|enter|create) (?:me )?(?:a|an|this) (?:new |hot )?lead\b|\b(?:follow up with|get back to|call back|call) (?=[^.!?\n]{3,120}\b(?:interested|waiting on a call ?back)\b)/iu

// "asked could we do his pear too", "wants somebody who knows what they are doing"
const ASKED_OF_US =
  /\bask(?:s|ed|ing)? (?:if|whether|could|can|would) (?:we|you|u|y['’]?all|i) (?:could |can |would |might |also |just )*(?:do|look|price|take|trim|prune|remove|cut|quote|bid|grind|give|handle|plant|spray|mow|save|treat|shape|thin|top|clear|shear|help|move|come(?! back)|stop by)\b|\b(?:wants?|needs?) (?:someone|somebody|a company|an outfit|people) (?:who|that|else|reliable|good)\b|\bcan (?:you|someone|somebody|y['’]?all) (?:take (?:over|it on|this on)|finish (?:it|the|what))\b/iu

const OTHER_TONGUES =
  /(?<!\p{L})(?:quiere|quieren|necesita|necesitan|quisiera|busca|veut|veulent|voudrait|aimerait)\s+(?:que\s+\p{L}+\s+)?(?:quitar|podar|cortar|tumbar|limpiar|plantar|sembrar|faire|couper|abattre|tailler|élaguer|enlever|planter)(?!\p{L})|\bwants? (?:weekly|bi-?weekly|monthly|regular|seasonal|annual|year-?round)\b/iu

const REQUEST_AFTER_ALL =
  /\b(?:schedule|set up|book|do|fit in|squeeze in|get in|work in|arrange|make) an? (?:\w+ )?(?:est|estimate|quote|bid|consult\w*)\b|\bwants? (?:to have|to get) (?:an?|some|his|her|their|the) \p{L}+/iu

// "We need the maples pruned", "Hi - need weekly mowing": the customer's own voice, and what it wants is work.
const OWN_WISH =
  /(?:\b(?:i|we)(?:['’]d| would| do| also| really| am| are|['’]m|['’]re)? (?:also |really |still )?|^(?:hi|hello|hey)\b[\s,.!–-]*|\n)(?:needs?|want|(?<=(?:would|['’]d)(?: also| really| still)? )(?:like|love)|looking for|in need of|interested in)\b([^.!?\n]{0,90})/giu
const NO_WORK =
  /\b(?:driver|deliver\w*|(?:some(?:one|body)|any(?:one|body)) there|to (?:learn|apply|join|work|intern|tell|ask|talk|speak|hear|pay|settle|say|let|reach|discuss)|invoice|bill|receipt|crew|guys|back|appointment|appt|move|reschedule|cancel|fix|refund|check|code|addr|job|thank|truck|position|know|copy|confirm|card|change|address|payment|account|coi|w-?9|certificate|sell|offer|introduce)\b/iu

function wishesWork(text: string): boolean {
  for (const [, wish = ''] of text.matchAll(OWN_WISH))
    if (namesService(wish) && !NO_WORK.test(wish)) return true
  return false
}

// What one asks of us besides work: word, papers, another date, what went wrong.
const ERRANDS =
  'please|pls|plz|again|kindly|still|maybe|possibly|ever|once more|donate|contribute|sponsor|give (?:an?|one|two|half|another) (?:\\p{L}+ ){0,2}(?:day|hours?|certificate|gift|card)|also|just|write|print|scan|send|resend|e-?mail|mail|text|call|ring|phone|tell|confirm|verify|move|reschedule|push|bump|switch|cancel|fix|finish|redo|explain|change|update|add|remind|refund|bring|drop|pick|clarify|stop|ask|talk|speak|reach|respond|reply|answer|hold|wait|let|make sure|be|have|meet|do me|call|take (?:one|it|that|me|us)|swap|cover|run|grab|get back|go (?:over|through)|look (?:into|at (?:it|this|that|my (?:bill|account)))|walk (?:me|us) through|help (?:me|us) (?:understand|with (?:a|the|my|our) (?:bill|invoice|account|charge))|not|see|check|release|pay|sign|fill|forward|share|post|leave'
const ASKS_US = new RegExp(
  String.raw`\b(?:can|could|would|will) (?:you|u|ya|y['’]?all|someone|somebody|one of you|he|your \p{L}+)(?: guys| all)? (?:please |also |maybe |possibly |just |ever |again |kindly |still |once more )*(?!(?:${ERRANDS})\b)\p{L}+[^.!?\n]*`,
  'giu',
)

// How far back "it" may point. In UTF-16 units.
const NEARBY = 600

function asksOfUs(text: string): boolean {
  for (const ask of text.matchAll(ASKS_US)) {
    if (namesService(ask[0])) return true
    const isAboutIt = /\b(?:it|them|those|these)\b/iu.test(ask[0])
    if (isAboutIt && openSentences(text.slice(Math.max(0, ask.index - NEARBY), ask.index)).some(namesService))
      return true
  }
  return false
}

// "The two hackberries have to be gone", "the limb on the carport needs to come off today"
const MUST_GO =
  /\b(?:ha(?:s|ve)|needs?|must|ought|got|gotta)(?: got)? (?:to )?(?:be (?:gone|out|down|off|removed|cut|taken|trimmed|pruned|cleared|ground|thinned|topped|dealt with)|come (?:down|out|off)|go(?=\s*(?:[.,;!?]|$)|(?: away| before| by| soon| asap)\b))\b/iu
const OURS = /\b(?:we|our|us|crew|crane|truck|guys)\b/iu

const mustGo = (text: string): boolean =>
  MUST_GO.test(text) &&
  openSentences(text).some((each) => MUST_GO.test(each) && !OURS.test(each) && namesService(each))

// What is offered is not asked for: "If you would like a quote, ask your agent."
const OFFER =
  /\b(?:if|when(?:ever)?) you(?:['’]d| would| ever| do| are| should)*(?: also| like| need| want| have| looking)+\b[^.!?\n]*|\b(?:do|could|would|can) you (?:guys )?(?:ever |still |possibly )?(?:need|use|want) (?:a |an |any |another |some )?(?:some(?:one|body)|any(?:one|body)|hands?|people|workers?|climbers?|men|guys)\b[^.!?\n]*/giu

/** Whether somebody asks for work or a price that has not been asked for before. */
export function asksAnew(given: string): boolean {
  const text = given.slice(0, MOST_READ).replace(OFFER, ' ')
  return (
    REQUESTS.some((request) => request.test(text)) ||
    REQUEST_AFTER_ALL.test(text) ||
    SENDS_SOMEBODY.test(text) ||
    ASKED_OF_US.test(text) ||
    NEW_AFTER_ALL.test(text) ||
    OTHER_TONGUES.test(text) ||
    asksOfUs(text) ||
    mustGo(text) ||
    wishesWork(text)
  )
}
