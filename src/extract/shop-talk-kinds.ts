/** Signs of one kind of talk, and how much they say. */
export type Kind = { readonly weight: number; readonly signs: RegExp }

const DAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|tomorrow|tmrw|tmw|today|(?:next|this|the following) (?:week|month|\w+day)|(?:the )?\d{1,2}(?:st|nd|rd|th)|(?:the )?week of|another (?:day|date|time)|some (?:other )?(?:day|time)|(?:a )?(?:later|different|new) (?:day|date|time))`
const ONES = '(?:her|his|their|our|my|the|that|this|your)'
const PAPER =
  '(?:invoice|receipt|bill|statement|deposit|balance|paperwork|refund|payment|money back|w-?9|coi|certificate of insurance)'
const ERRAND =
  '(?:job|jobs|removal|appointment|appt|apt|visit|work order|estimate|quote|proposal|bid|trim|pruning|grind|start date|service|install)'
const MACHINE =
  '(?:trucks?|chippers?|saws?|chain ?saws?|661|bucket|loader|skid ?steers?|(?:stump )?grinders?|grapple|winch|trailers?|mowers?|lift|boom|dingo|mini|pto|blades?|knives|teeth|tires?|battery|starter|alternator|hoses?|hydraulics?|feed wheel|radiator|clutch|brakes?|transmission|engine|sprayers?|blowers?|weed ?eaters?|hedge ?trimmers?)'

const signs = (...parts: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${parts.join('|')})(?![\p{L}\p{N}])`, 'iu')

/** What tells talk about work from a request for it: who speaks, how far the job is, in which direction something is offered. */
export const KINDS: readonly Kind[] = [
  // Our own work, told as done, under way or on the calendar.
  {
    weight: 4,
    signs: signs(
      String.raw`(?:we|i|crew(?: \w+)?|the (?:guys|boys|crew))(?:['’]re|['’]m|['’]ve| are| am| have)? (?:(?:just|all|already|finally|not|almost|only|about) )*(?:finished|done|completed?|wrapp(?:ed|ing) up|knocked out|hauled|rained out|got rained|finishing|fixed|cleaned up|packed up)`,
      String.raw`(?<=(?:^|[.!?,;:\n(]|\band|\bthen|\byday|\byesterday|\bstandup:)\s*)(?:(?:just|all|already|finally) )*(?:finished|completed|wrapped up|fixed(?! the (?:number|address|name|spelling|e-?mail))|cleaned up|hauled|moved|left|missed) (?:up |out |off )?(?:at|the|with|w|a|an|on|from|for|it|them|removals?|\d{1,5} )(?! (?:vm|voicemail|message|msg|card|note))`,
      "(?:job(?:['’]?s)?(?: is)?|all|we['’]?re|is all|are all) (?:done|finished|complete|wrapped(?: up)?)(?: (?:at|with|here|up))?",
      String.raw`(?<=(?:^|[.!?\n]\s{0,2})(?:we |i )?)had to (?:cut|move|tie|use|call|shut|stop|pull|climb|rig|haul)`,
      String.raw`will finish|(?:had|have|need) to (?:leave|pull off) [^.!?\n]{0,30}\b(?:early|bc|because)|ready to (?:bill|invoice)|(?:invoice|bill) (?:her|him|them)(?! (?:\p{L}+ ){0,2}(?:carriers?|insur\p{L}+|polic(?:y|ies)|compan(?:y|ies)))`,
      '\\p{L}+ went (?:fine|well|ok|okay|great|smooth(?:ly)?|good|perfect(?:ly)?|sideways)',
      String.raw`(?:till?|until) (?:\d{1,2}(?::\d\d)?|noon|lunch|dark)\b[^.!?\n]{0,20} (?:then|and then|after that)|(?:then|and) (?:over |on |back )(?:to|at)`,
      `(?:addr|address) for ${DAY}|park the (?:truck|chipper|trailer|bucket|crane|loader)|(?:done|finished) (?:\\+|&|and) (?:paid|billed|invoiced)|(?:he|she|they)(?:['’]s|['’]re| is| are)? (?:saying|claiming|claims?|says?) (?:he|she|they) never (?:agreed|signed|ordered|asked|approved)|(?:is|are) (?:saying|claiming) (?:he|she|they) never|done[.,!]? (?:in )?\\d+(?:\\.\\d)? ?(?:hrs?|hours?)|signed copy|selling out|going out of business`,
      'already (?:on site|there|signed|started|scheduled|did it)|signed off|eta \\d|crew \\d+ (?:→|->|to|is|at)(?: |$)|job #?\\d{3,}|change order|(?<!new )work order(?! ?(?:#|no.?|number|:|\\d))|punch ?list',
      String.raw`day (?:\d|two|three|one) (?:at|of|on)|is (?:on|set|booked|scheduled) for ${DAY}|(?<!\bget (?:him|her|them|it|this) )on the (?:schedule|board|calendar)|put (?:them|him|her|it|this) on (?:for|the)|same crew`,
      String.raw`(?:head(?:ed|ing)|on (?:my|our|the) way|rolling|enroute|en route) (?:to|over|back|home)|on (?:my|our) way(?! in\b)|omw|should be there (?:by|around|at)|when you['’]?re \d+ (?:min\w* )?out|\d+ min(?:ute)?s? out|(?:plan|schedule|line ?up|board) for ${DAY}|for (?:tmrw|tomorrow|today)\s*:|job (?:notes|folder|sheet|ticket)|has (?:the )?(?:addresses|address|keys|codes|paperwork)`,
      String.raw`\d guys|time and a half|overtime|(?:need|who wants?) (?:\w+ )?(?:guys|hands|climbers?|bodies)|(?:take|bring|haul|dump) (?:the )?(?:chips|logs|brush) (?:to|at)|dump is`,
    ),
  },
  // A date that stands is moved or called off.
  {
    weight: 4.5,
    signs: signs(
      String.raw`(?:push|mov|bump|shift|switch|swap|slid|postpon|delay)(?:e|es|ed|ing|s)?:?(?: it| them)?(?: (?:\S+ ){0,8}?(?:to|till?|until|back|out|up|from|for))? ${DAY}`,
      `(?:is |has |was )?confirmed (?:for |on )?${DAY}`,
      String.raw`(?:re-?schedul|resched)\w*|(?:push|bump|delay|postpone) (?:this|that|it|us|me|them|things)(?= (?:back|out|off|to|until|till)\b|[.,!?])`,
      String.raw`(?:cancel(?:s|ed|led|l?ing)?|call(?:ed|ing)? off|postpone[ds]?) (?:${ONES} (?:\S+ ){0,2}?${ERRAND}|the \p{L}+ (?:stump|tree|removal|trim)|on us)`,
      String.raw`crew (?:is|was|are) (?:due|coming|scheduled|supposed|booked)|(?:needs?|wants?|pick|choose|find|have) (?:a |an )?(?:another|different|later|earlier|new) (?:day|date|time|slot)|(?:leave|leaving|left) (?:it|them|the \p{L}+|things) (?:alone|be|as (?:is|they are))(?=[ .,!]|$)|if (?:things|anything|that) changes?|thanks? (?:anyway|but)|no thanks|are we (?:still )?on (?:for|tomorrow|today)|(?:moving on|giving up|gave up)(?=\s*(?:[.,!]|$))|(?:hold|holding) off (?:on|for|until)|on hold|thank(?:s| you) for coming (?:out|by|over)`,
      String.raw`${ERRAND} (?:is |was |got |has been )?(?:cancel\w+|postponed|moved|bumped|pushed|rained out)|got rained out|rain(?:ed)? (?:out|day|delay)|new date`,
      String.raw`(?:called|calling|wants?|wanted|needs?|like|texted|e-?mailed|decided|going) to cancel|take (?:her|him|them|it|me|us) off (?:the|our|your) (?:list|schedule|books?|board)|sold the (?:house|place|property)|(?:says?|said|told us|it['’]?s a) (?:no (?:thanks?|thank you|thx)|nope)|(?:says?|said) no to (?:the|our)|is a no[- ]?go|no[- ]shows?|going (?:in )?(?:another|a different) direction|decided (?:against|not to)|not (?:moving|going) forward|(?:stays?|leave it) as is|(?:can['’]?t|cannot) (?:do|make)(?: it)? ${DAY}|wants? ${DAY} instead|changed (?:his|her|their|my) minds?|(?:no longer|doesn['’]?t|does not|don['’]?t|do not) (?:needs?|wants?) (?:us|it|the (?:work|quote|estimate|job))|(?:found|using|hired) (?:some(?:one|body)|another \p{L}+) else`,
      String.raw`(?:is|are|['’]s|be|was|were) (?:going|gonna go) (?:w|with|w/) (?!us\b|our\b|me\b|you\b|the flow)|(?:close|closed) (?:it|this|them|that one|him|her) out|(?:mark|move) (?:it|him|her|them|this) (?:to |as )?(?:lost|dead|closed)|(?:his|her|their) (?:brother|buddy|cousin|nephew|friend|son|uncle|dad|neighbor)(?:['’]?s (?:\p{L}+ )?(?:buddy|friend))? (?:is|['’]s) (?:going to|gonna|doing|taking|cutting|handling)|has a friend with a saw`,
      String.raw`went with (?:the |an? )(?:\p{L}+ )?(?:low\w*|cheap\w*|other|local|bigger|smaller|different|in-house|first|second|previous|incumbent)|keep (?:your (?:name|card|info|number|quote)|you) (?:in mind|on file|for next|for the next)`,
      String.raw`went with (?:some(?:body|one)|another|a different|\w+ (?:tree|landscap))`,
    ),
  },
  {
    weight: 4,
    signs: signs(
      String.raw`inv(?:oice)?s?\.? ?(?:#|no\.?)? ?\d{2,}|(?<!\bi )owes?(?! you an? apology)|past due|unpaid|overdue|balance (?:due|of|is|on)|(?:second|other|first) half of (?:the |her |his |their )?(?:payment|bill|deposit|money|balance)|(?:his|her|their|my|our|the) \$?\d[\d,]* back|money back|half (?:down|up front)|refund\w*`,
      String.raw`check (?:#? ?\d{3,}|was|is|bounced|came|for \$?\d|from|(?:\S+ ){0,5}?(?:went out|cleared|bounced|is in the|was mailed|on (?:its|the) way))|paid (?:in full|up|cash|by|with|off|${ONES}|\$?\d)|pd \$?\d+|pays? (?:inv|${ONES} ${PAPER})`,
      `(?:wants?|needs?|asked|asking) (?:us|me|you|someone|somebody) to (?:sign|attend|join|sponsor|donate|speak|present|fill|review|(?:re)?send)|(?:do|write|run|film|record) (?:a|an) (?:story|article|piece|interview|feature|podcast|segment|video)|(?:need|hire|rent|find|get) (?:a|another|two|2|some) (?:flaggers?|cranes?|subs?|subcontractors?|cdl|extra (?:guy|hand|climber))`,
      `(?:wants?|needs?|asked for|asking for) (?:(?:a|another) )?cop(?:y|ies) of (?:our|the|his|her|their|that)`,
      `(?:mail|e-?mail|re-?sen[dt]|sen[dt]|collect|g[eo]t|pick(?:ed)? up|mailed|emailed|collected|grabbed?) (?:us )?(?:a|an|${ONES}|another) (?:check|deposit|balance|payment|invoice|receipt)`,
      String.raw`(?:wants?|needs?|asked for|asking (?:for|about)|question(?:s)? (?:about|on)|calling (?:about|for)|called (?:about|for)|lost) (?:(?:a|another) copy of )?(?:${ONES}|an?|another|\p{L}+['’]s) (?:last |final |old )?${PAPER}`,
      "(?:got|gotten|received|seen|get) (?:the|a|my|our|your|any) (?:bill|invoice|statement|receipt|refund)(?! (?:from|for) (?:another|the last))|charged (?:me|us|twice|for)|i paid|(?:change|update) my (?:card|address|payment|billing)|tax id|1099s?|(?:need|needs|send) (?:a |the |your |our |his |her )?w-?9|cut (?:their|his|her|the|a) check|before i pay|payroll|time ?sheets?|direct deposit|credit card (?:declined|on file)|card (?:on file )?(?:was |is |has )?(?:declined|expired)|(?:bill|invoice|total|balance)\\s?: ?\\$?\\d|(?:about|for|on) (?:the|my|an|your|his|her) (?:last |final )?(?:invoice|bill|charge|statement)|(?:last month|this month)['’]?s (?:bill|invoice|statement)|card on file",
    ),
  },
  // An estimate that is out already.
  {
    weight: 3.5,
    signs: signs(
      String.raw`(?:estimate|quote|proposal|bid|contract)s?\b[^.!?\n]{0,40} (?:went out|go out|gone out|was sent|is out|got sent|signed|(?:was|got) (?:approved|accepted)|accepted by|expired)|(?:estimate|quote|bid|proposal)s?\b[^.!?\n]{0,80}\b(?:is|are) (?:in (?:the|your|his|her)|on (?:the|your|his|her)|sitting)|getting (?:one more|another|other|a second|two more) (?:price|quote|estimate|bid)s?`,
      String.raw`(?:sent|e-?mailed|got|dropped off) (?:him |her |them )?(?:out )?(?:the|that|his|her|their) (?:\S+ ){0,2}?(?:estimate|quote|proposal|bid|contract)(?! request)`,
      String.raw`(?:estimate|quote|proposal|bid)s?\b[^.!?\n]{0,40} (?:lost|rejected|declined|turned down|beat)|(?:lost|beat) (?:us )?by \$?\d+|try again next (?:yr|year|season)|waiting (?:on|for) [^.!?\n]{1,30} to (?:ok|okay|approve|sign|decide|confirm)|\p{L}+ (?:quoted|bid|priced) (?:it|them|\d+|the|him|her|that|out|at)`,
      String.raw`(?:accept(?:s|ed)?|signed|ok['’]?d|okayed|approved) (?:the|our|your|my|his|her|that) (?:\p{L}+ )?(?:proposal|estimate|bid|quote|contract)|sched(?:uled)? (?:for|on) ${DAY}`,
      String.raw`approved (?:the|option|it|both|our|his|her)|order (?:\w+ ){1,3}(?:pls|please)|\p{L}+ signed(?=\s*(?:[.!,]|$))|signed (?:the|his|her|it|today|and)|(?:won|lost|landed) the (?:\p{L}+ ){0,3}(?:job|bid|contract)|will follow up|follow(?:ed|ing) up (?:on|with|w) (?:the|his|her|that) (?:estimate|quote|bid|proposal)`,
      String.raw`(?:job|visit|work order|quote|estimate|invoice|proposal|payment|contract|appointment)s?(?: #?\d+)? (?:was |is |has been |marked |now )*(?:sent|complete[d]?|approved|accepted|paid|received|signed|declined|viewed|confirmed|cancell?ed|closed)|time on site|converted to (?:a )?job|(?:signed|approved|accepted|paid|viewed|declined|opened) (?:the |your |an? |his |her )?(?:estimate|quote|proposal|invoice|contract|bid)(?=s? ?(?:#|\d|for|$|[.,!\n]))`,
      String.raw`(?:sent|quoted|bid|gave|priced|told) (?:him |her |them |it |out )*(?:at |for |a )?\$?\d[\d,.]*k?(?! (?:days?|weeks?|months?|years?|yrs?|min\w*|trees?|times?|st\b))(?=[\s,.;]|$)|sleep on it|think(?:ing)? (?:it over|about it)|follow up (?:on|in|after) |waiting (?:on|for) (?:her|his|their|the|a) (?:answer|reply|ok|signature|decision)`,
      String.raw`before (?:i|we) (?:say yes|sign|agree|decide|commit|go ahead|give you)|(?:does|did|do|would|will|wld) (?:that|this|it|(?:the|your|ur) (?:\p{L}+ )?(?:price|quote|estimate|bid|proposal|number|total)) (?:also |still |already )?(?:include|cover)|wants? to know if (?:the )?(?:stumps?|haul\w*|clean-?up|grinding|tax|permits?) (?:is|are) (?:in|incl)|(?:is|are) (?:the )?(?:stumps?|haul\w*|clean-?up|grinding|tax|permits?) (?:in (?:there|it|that)|included)`,
      String.raw`(?:was|is) (?:the|that|\p{L}+['’]s) (?:\p{L}+ )?(?:bid|quote|estimate) (?:with|for|w)|(?:the|that) (?!the\b|an?\b|your\b)\p{L}+ (?:bid|quote|estimate|proposal) (?:was|is|with|includes?)(?! free)`,
    ),
  },
  // A job that has a name already: "the Pulaski job", "Wednesday's removal".
  {
    weight: 2.5,
    signs: signs(
      String.raw`the (?!whole|big|same|next|first|whole|entire|tree|other|work|site|last|front|back|side)\p{L}+(?: \p{L}+)? (?:job|account|place|invoice|work order|removal job)`,
      `(?:today|tomorrow|yesterday|tonight|mon(?:day)?|tues(?:day)?|wednesday|thursday|friday|saturday|this week|next week)['’]?s (?:crew|schedule|route|${ERRAND})`,
      String.raw`(?:her|his|their|my|our) (?:job|invoice|appointment|appt|work order|contract|start date)(?! (?:site|trailer|in|at \p{L}))`,
    ),
  },
  // Something that only one of us could be asked.
  {
    weight: 3,
    signs: signs(
      'any(?:one|body|1) (?:want|wants|need|needs|know|knows|going|have|has|got|get(?! (?:to|out|over|by))|seen|remember|hear|heard|take|took|left|lose|lost|find|found|missing|using|grab)',
      String.raw`did (?:we|the|any(?:one|body)|some(?:one|body)) |did (?:he|she|they|u|you) (?:ever|invoice|bill|finish|grind|send|order)|has (?:any(?:one|body))|(?<=(?:^|[.!?,;:\n–-]|\b(?:and|so|hey|ok|know|knows)) ?)who(?:ever)? (?:has|have|left|took|forgot|is on|used|ground|did|trimmed|mowed|planted|sprayed|climbed|drove)|(?<=(?:^|[.!?,;:\n–-]|\b(?:and|so|hey|ok|know|knows)) ?)whoever \p{L}+|who['’]s (?:got|on|at|there|running)|why (?:we['’]?re|are we|isn['’]?t|aren['’]?t|it['’]?s|the crew)|do we (?:grind|haul|need|have|still|bill|leave)`,
      'want me to|(?<!\\bwhere )should (?:i|we) (?:grab|get|order|buy|bring|take|send|go|tell|leave|move)|in writing|verbal (?:ok|okay|permission|approval)|urgent care|hospital|stitches|ambulance|stung',
      String.raw`(?<=(?:^|[.!?,;:\n–-]|\b(?:and|so|hey|ok|know|knows)) ?)who (?:wants|can|is|has|else|took|left)\b(?! (?:give|do|come|help|this|it))|(?:need|want|looking for) (?:\d|one|two|a couple|some|someone|somebody)? ?(?:of (?:you|u|y['’]?all) )?to (?:run|grab|pick up|swing|go get|meet|cover|ride|stay|work)|(?:acct|account) (?:is )?(?:under|number|#)|(?:\d+|an?) (?:of you|guys) (?:to|can)`,
      "(?<=^\\W{0,3}(?:(?:pls|please|plz|hey|guys|all|team|reminder)[\\s,:]{1,2}){0,2})(?:don['’]?t|do not|nobody|no one|stop|quit)(?! (?:know|have|think|see|want|need|forget))",
      '(?:spray|mileage|fuel|truck|chemical|treatment|maintenance) log',
      'need the (?:addr|address|gate code|code|keys?|time|number)|(?:pls|please|can you|can u|someone|somebody) (?:add (?!(?:a |an |this |another )?(?:new |hot )?(?:lead|customer|client|one))|remind|resend|bill (?!me|us|it|to)|invoice|update|swing by)|tell (?:the(?! sender)|everyone)|send (?:him|her|them) (?:a |an )?(?:reminder|invoice|bill|receipt)',
      "(?:wants?|needs?|trying|asking|called|asked|calling)(?: to know| to see| to ask| to find out)? (?:when|what time|why|where) (?:is |are )?(?:we|you|y['’]?all|our|your|(?:the|his|her|their) (?:crew|guys|boys|men|truck))",
    ),
  },
  // They want to work for us.
  {
    weight: 4.5,
    signs: signs(
      'look(?:ing|s)? for (?:a |an |any |some |full[- ]time |part[- ]time |seasonal )*(?:work|job|employment|hours|position)(?! (?:on|done|to be))',
      String.raw`applicants?|(?:do|are|can) (?:you|y['’]?all)(?: guys)? hir(?:e|ing)|(?:any|your|you have|got) openings?|(?:summer|seasonal) (?:work|jobs?)|home from college|i(?:['’]m| am) an? (?:isa )?(?:certified )?(?:arborist|climber|landscaper|groundsman)|background check|working papers|drag brush|(?:after|out of) school|wants? \w+ work(?=[,.;]|$)|(?:job|employment) application|appl(?:ied|ying|y) (?:for|to|on|at|with|here)|interview\w*|(?:are |if )?(?:you|y['’]?all|we|we['’]?re|you['’]?re)(?: guys)? (?:are |still )?hiring|new (?:hire|guy|climber|groundie)|r[ée]sum[ée]|trial day|drug test|orientation|start him|start her`,
      String.raw`\d+\+? (?:yrs?|years?) (?:of )?(?:climbing|experience|exp|running|on the|in the|as an?)|(?:has|have|got|w|with) (?:his|her|a|my|their) (?:own )?(?:cdl|climbing (?:gear|saddle)|driver['’]?s licen[cs]e)|(?:off|on|from|thru|via) (?:of )?(?:indeed|ziprecruiter|craigslist jobs)|wants? (?:a job|to (?:work for|come work|join))|ground(?:s)?m[ae]n`,
      '(?:groundie|ground ?m[ae]n|groundsman|climber|climbing|crew|laborer|foreman) (?:spot|job|gig|position|opening)|ground (?:guy|hand)|needs? (?:boots|chaps)|size (?:xs|s|m|l|xl|xxl|\\d+) (?:shirt|boots?|saddle|gloves|pants|hoodie)',
      '(?:school|career|class|science|college|senior) (?:project|assignment|report|paper|presentation)|(?:i.?m|i am|doing) (?:a |an |in |the )*(?:\\d(?:st|nd|rd|th) grade\\w*|student|senior|junior)|my (?:teacher|professor)',
      String.raw`i (?:run|own|operate) (?:a|my own) (?:\p{L}+ )?(?:crew|(?:tree|lawn|landscap\p{L}+) (?:service|company|business))`,
      'shadow(?:ing)? (?:an?|our|the|us|one)|intern(?:s|ship)?|apprentice\\w*|ride[- ]?along|job shadow\\w*',
      '\\d+ seasons?|spikes(?: and)?|(?:tree|climb(?:ing)?|skills?) test|wants? (?:\\$\\d\\d|\\d\\d(?:\\/hr| an hour| per hour| an hr))(?=[.,;]|$)|gave (?:his |her |me |us )?(?:two weeks|notice)|(?:quit|walked off) (?:today|yesterday|on us|this morning)|reference check|interns?|internships?|apprenticeships?|busca trabajo|buscando trabajo',
    ),
  },
  // They want to sell to us.
  {
    weight: 4.5,
    signs: signs(
      String.raw`(?<!\bno )sales ?(?:m[ae]n|rep\w*|guys?|lady|person|woman|calls?|pitch)|(?:account|territory) (?:rep\w*|manager|executive)|telemarket\w+|solicit\w+|seo|robo ?calls?|yellow ?(?:book|pages)|rep(?:resentative)? is|upsell|demo(?:s|ing|ed)? (?:on|of|at|the)|(?:do|run|give|schedule|set up) (?:a|the|us a|another) demo|cold call\w*`,
      String.raw`(?:guy|kid|lady|man|woman|rep|dude|person|fella|someone|somebody|company|outfit)s? (?:(?:who|that) )?(?:is |was |were |are )?(?:sell(?:s|ing)|pushing|peddling|hawking)|told (?:him|her|them|em) (?:no\b|nope|not interested|we['’]?re (?:good|set|all set)|we (?:already|don['’]?t))`,
      String.raw`(?:wants?|would like|trying|hoping|called|calling|stopped by|came by|likes?) (?:to |about )?(?:(?:sell|pitch|demo|show us|offer us|introduce|partner)(?: \w+){0,3} (?:our|us|his|her|their|your|a|an|some)|(?:discuss|go over|talk (?:to us )?(?:about|with us about))(?: \w+){0,3} (?:our|us|your))`,
      String.raw`(?:would like|wants?|needs?|spare|take|have|just) (?:a |about |only )?(?:\d+|ten|five|fifteen|few|couple) min(?:ute)?s? (?:with|of|to|w|for)`,
      "who(?:m?ever|) (?:orders|handles|is in charge|buys|does (?:the )?(?:purchasing|ordering|marketing))|person in charge|decision maker|(?:our|your) (?:ads?|google listing|google ranking|listing|website (?:is|isn|could|needs|doesn|ranks?|traffic)|merchant|payroll|phone plan|insurance (?:policy|renewal)|workers?['’]? comp|software|domain|fleet|credit card processing|energy (?:bill|rates?))|plan is up|renewal|pre-?approved|working capital|line of credit|business loan",
      String.raw`\$?\d[\d.]* ?(?:bucks |dollars )?(?:an|per|a|\/) ?(?:hr|hour|bf|mbf|board foot|cord|yd|yard|day|load|ton|inch|bag|roll|case|box|jug|gallon|pair)\b|notice of (?:award|intent)|(?:was|were|has been|has) awarded|not selected|bid tab\w*|all bidders|your (?:\p{L}+ ){0,3}(?:logs|wood ?chips|chips|firewood)|place to dump|dump (?:site|spot)|portal to portal|surcharge|place an? (?:\p{L}+ )?order|more (?:\p{L}+ ){0,3}(?:customers|jobs|leads|calls|clients)|one company per|\d[- ]min(?:ute)? video|(?:swap(?:ping)?|trade|exchange|send you) referrals|refer (?:work|customers|clients|business|people) (?:to|back)|get asked about|partner (?:up|with)|your (?:trial|data|plan|subscription)|upgrade (?:now|by|to|my)|you (?:quoted|bid)|finalists?|contest|(?:in|near|around) your (?:zip|area|town|territory|neighbou?rhood|market)\b[^.!?\n]{0,60}\b(?:want|need|ask|look)\w*|(?:homeowners|people|customers|residents) in your\b|your zip|exclusively`,
      String.raw`(?:help|lease|sell|supply|provide|offer|build|serve|manufacture|work with|partner with)s?\b[^.!?\n]{0,40}\b(?:landscap\w+|tree|lawn|arborist|green industry)(?: care| service)? (?:companies|contractors|businesses|crews|pros|professionals|owners|outfits)|no money down`,
      String.raw`(?:in regards? to|regarding|about|concerning) your (?:google|business|online|facebook|yelp) (?:\w+ )?(?:listing|profile|page|account|presence)|press (?:one|two|three|nine|\d) (?:to|now|and)|our records (?:show|indicate)`,
      String.raw`we (?:offer|provide|supply|sell|carry|stock|specialize)|i (?:sell|rep)|credit app(?:lication)?|new account|contractor pricing|recorded line|recruit(?:er|ers|ing)|staffing|we place|(?:seasonal|temp\w*|h-?2[ab]) (?:labor|workers?)|you (?:may|might) (?:qualify|be eligible)|(?:updated|current|new|copy of (?:your|the)) (?:certificate of insurance|coi|w-?9)|free (?:trial|demo|mock-?up|consultation call)|outrank\w*|web ?sites? (?:for|starting)|we (?:build|design|run|manage) (?:\w+ )?(?:web ?sites?|ads|campaigns)|low hours|(?:calling|asking|asked|looking) (?:for|to (?:speak|talk) (?:to|with)) the (?:business )?owner(?! of)|savings? program|invit(?:e|ing) (?:you|the|your)|roundtable|luncheon|rsvp|free (?:bbq|lunch|food|pizza|beer|breakfast|tacos)|volunteers|volunteering|volunteer (?:day|event|work|opportunit\p{L}+|to|for|at|with|needed|coordinator)|chamber of commerce|fundrais\w+|(?<!\bnot (?:asking )?(?:for )?(?:an? )?)(?:sponsor\w*|donations?)|benevolent|local business(?:es)?|(?:sub|subcontract)(?:bing)? (?:for|work)|overflow|slow right now|in the sales|special offer|lower (?:your|our) (?:rates?|bills?)`,
    ),
  },
  {
    weight: 4,
    signs: signs(
      String.raw`wrong (?:number|person|company|business|place|office)|robo ?caller|prank|block (?:him|her|it|them|this|that|the) ?(?:number|guy)?|(?<!\bi )(?:don['’]?t|do not) (?:answer|pick up)|gift cards?|extended warranty|(?:mom|mommy|dad|daddy|honey|babe|grandma|grandpa|gramma|grammy|nana|auntie)[,!]? (?:it['’]?s|this is|call|are you|can you|i['’]?m)|(?:your|my|the) (?:appointment|cleaning|prescription|reservation|order) (?:with|is|on|for|at)|appointment (?:with|reminder)|keeps? calling (?:about|me about) (?:our|my|the)|not interested`,
    ),
  },
  // Nobody means it, whatever they ask for.
  {
    weight: 9,
    signs: signs(
      String.raw`(?<!(?:like|as|report|not|no) )spam(?:mer|ming|my)?s?(?! here)|scam(?:mer|my)?s?|phish\w*|cashier['’]?s? che(?:ck|que)s?|forward the (?:rest|difference)|same guy as last time|fake (?:lead|job|customer)|(?:pay|paid|extra|excess|money|funds) [^.!?\n]{0,30}my (?:private )?(?:movers?|shippers?|shipping agent)|names? (?:to (?:be|go|appear) )?on the che(?:ck|que)|(?:do not|don['’]?t) (?:quote|bid)`,
    ),
  },
  // The authorities and the lines.
  {
    weight: 4,
    signs: signs(
      '811|usic|utility locates?|locates? (?:are|is|called|ticket|request|came|done|marked|for|good)|dig ?(?:ticket|alert|safe|line)|ticket (?:says|number|is)|locate ticket|marked (?:in )?(?:yellow|red|blue|orange|green|out)',
      String.raw`permits? (?:is|are|for|#|no\b|number|came|approved|was|got|office|application|needs?|ready|pulled|denied|expires?|\d+)|(?:pull(?:ed)?|waiting (?:on|for)) (?:the|a|our) permit|(?:city|forester|town|county|planning) (?:\w+ )?(?:denied|approved|rejected)|appeal by|hereby (?:given|notified)|zoning (?:board|hearing)|public hearing|(?:city|county|town|state)(?: of \p{L}+)? (?:arborist|forester|inspector|engineer|planner) (?!told|sa[iy]|tagged|marked|flagged|recommend|condemned|thinks?|came|saw|for|to|and|about|that|who|has|had|is|was|wants?|gave|left)\p{L}+|(?<=^\W{0,3}(?:ok |so |fyi |the ){0,2})(?:city|county|town(?:ship)?|village) (?:says?|said|called|emailed|wants|needs|requires)|abutters?|(?:osha|dot|irs|epa|dnr|dmv|fmcsa|code enforcement|fire marshal) (?:guy|man|lady|woman|rep|inspector|auditor|agent|officer|person|called|came|stopped|letter|audit)(?! (?:says?|said|told))|inspector (?!flagged|said|recommended|told|noted|found|thinks|saw)\p{L}+|line ?m[ae]n|(?:drop|kill|de-?energize) the (?:line|power)|lines? (?:will be|is being|gets?) (?:dropped|cut|killed|de-?energi[sz]ed)|line (?:drop (?:is|at|appt|scheduled)|clearance)|road closure`,
    ),
  },
  // Somebody of ours is away.
  {
    weight: 4,
    signs: signs(
      `(?:i['’]?m|i am|i['’]?ll be|i will be|im gonna be|he['’]?s|she['’]?s) (?:off|out) (?:sick|${DAY}|till?|until|for the|on pto)|(?:out|off|home) sick|(?:has|have|got|running|w|with) (?:a |the )?(?:fever|flu|covid|stomach bug|strep|migraine)|throwing up|(?:won['’]?t|can['’]?t|not gonna|not going to) (?:be able to )?make it(?! (?:out|to the) )|call(?:ed|ing)? (?:in|out)(?: sick)|(?:dr|doctor|doc|dentist)['’]?s? (?:appt|appointment)|(?:on|taking) (?:pto|vacation|leave)|day off|cover(?:s|ing)? (?:the phones?|for me|my (?:calls|shift|route))|leaving early|(?:going|went|sent|heading) home|heat (?:exhaustion|stroke)|(?:am|i['’]?m|im|be|running|gonna be|will be) (?:running )?(?:a )?(?:bit )?(?:(?:\\d+|a (?:bit|few|little)) (?:min\\w* )?)?(?:late|behind)|jury duty|(?:not|won['’]?t|can['’]?t|isn['’]?t) (?:be |coming |come |make it |gonna make it )in|needs a ride|no voy a (?:trabajar|ir)`,
    ),
  },
  { weight: 2, signs: signs('deliver(?:y|ies|ing|s)|warrant(?:y|ied|ies)|guaranteed?') },
  { weight: 3, signs: signs('(?:you|u|ya|team|crew|guys) (?:guys )?(?:planted|installed|built|laid)') },
  {
    weight: 2.5,
    signs: signs(
      "we(?:['’]ve)? (?:cabled|trimmed|cut|took|ground|planted|removed|pruned|installed|dropped|sprayed|treated|pulled off)",
    ),
  },
  // Goods and hired machines on their way to us.
  {
    weight: 4,
    signs: signs(
      String.raw`\d+ (?:yds?|yards?|tons?|gal(?:lons?)?|bags?|loads?|cords?|pallets?)[^.!?\n]{0,50} (?:comes?|coming|arriv\w+|dropped|ready|be there|on (?:the|its) way)|(?:1st|2nd|3rd|first|second|third|next|last) load|(?:the|your|ur|our) (?:driver|load|delivery|order) (?:is|was|has|will)`,
      String.raw`(?:are|is|came|come) in(?=\s*(?:[.,;!?\n]|$)| (?:at|for) (?:the )?(?:dealer|nursery|shop|yard|store|pick))|(?<!(?:n['’]?t|not) )pick ?(?:it |them )?ups? (?:at|before|by|from|${DAY})|order(?:ed)? (?:#|no\.?|number|\d+|more|from|a new|the new)|in stock|back ?ordered|tracking (?:says|#|info)|(?:package|parcel|shipment|order)s? (?:\S+ ){0,6}?(?:arriv\w+|signature|deliver\w+|shipped|attempt\w*)|(?:reply|text) (?:stop|c|y|yes|help) to|opt out|(?:shipped|delivered) (?:to the|to us|today|yesterday)|shipment`,
      "(?:will|would|can|[’']ll) (?:take|buy|haul off|pay for) (?:any|all (?:the|our|of)|whatever|every|as (?:many|much) as|our|logs|chips|brush)",
      'pays? (?:on the spot|cash for|by the (?:ton|load|foot|cord)|per (?:ton|load|foot))',
      '(?:will|can|could|to) (?:buy|take) (?:(?:the|our|your|all|any|some|those) )?(?:\\p{L}+ ){0,2}(?:saw ?)?logs',
      '(?:will|they|he|she|who) buys? (?:any|our|your|all|up|the|walnut|white oak|(?:saw ?)?logs?|firewood|chips|mulch)',
      '(?:has|have|had|got) (?:about |some )?\\d+ (?:yds?|yards?|tons?|loads?|cords?|pallets?|bales?|bags?) of (?:\\p{L}+ )?(?:mulch|soil|topsoil|dirt fill|compost|gravel|stone|rock|chips|sod|straw|sand|firewood|bark|seed|salt)(?= (?:at|for|in|left|ready|available|sitting)\\b)',
      '(?:at|for) \\S+ (?:a|per) (?:yds?|yards?|tons?|loads?|cords?|pallets?|bales?)|if you (?:fetch|pick it up|haul it)',
      '(?:looking for|wants?|asking (?:for|about)|asked (?:for|about)|after|get|got) (?:some |our |any )?free (?:wood ?)?(?:chips|firewood|logs|mulch|wood)',
      String.raw`\d+ (?:yds?|yards|loads?) of (?:chips|logs|brush)|(?:that|your|the) load (?:of|is)|want it (?:today|tomorrow|monday|delivered)|(?:log|wood|chip|firewood) (?:buyer|yard|guy)|(?:fuel|propane|port ?a ?john|tire|parts?) (?:guy|truck|counter|dept|store|man)|i have you (?:down|scheduled|booked)|(?:have|got) you (?:down|booked) for|per (?:yard|yd|ton|load)|pick (?:it|them) up|come (?:and )?(?:get|pick)(?: up)? (?:it|them)|(?:order|saws?|parts?|blades|chains?|handles|it|they)(?:['’]s|['’]re| is| are) ready|confirming (?:the|your|our|an? (?:order|delivery|appointment)|${DAY})|operator is|\d+ ?(?:hr|hour) min(?:imum)?|\d+[ -]?ton (?:at|on|for|crane|with|w)|price (?:list|went up|increase)|(?:raised|upped|bumped|lowered) (?:\p{L}+ )?(?:min(?:imum)?|rates?|prices?)|(?:new|the|our) dealer|crane (?:guy|co\b|company|is booked|booked for)|(?<!\b(?:are|if|r) (?:you|u|y['’]?all|they) )booked (?:thru|through|until|till?|up|solid|out)|bill(?:ed)? to (?:the shop|us|our)|nursery (?:called|has|says)|supplier`,
    ),
  },
  {
    weight: 4,
    signs: signs(
      String.raw`${MACHINE}(?: \d+)?(?: (?:on|at|in) [^,.;!?\n]{1,25}?)?(?:['’]s|s)? (?:needs? (?:a |an |new |some |its )+\p{L}+|(?:(?:is|are|just|needs?|won['’]?t|wont|went|keeps?|got|has|still|died|a|an|new|again|up|out|the|getting) ){1,3}(?:down|shot|dead|blown|broken?|broke down|leak\w*|start\w*|stuck|bad|flat|smok\w+|overheat\w*|(?:blowing|spraying|losing|dripping|burning|throwing|making|spitting|eating) (?:\p{L}+ )?(?:oil|fluid|hydraulic|coolant|smoke|codes?|chains?|belts?|a noise|fuel|diesel)|snapped|sharpen\w*|fixed|serviced|service|replaced|stolen|missing|hose|tires?|knives|teeth|battery|inspection|oil|at [\p{L}]+))`,
      String.raw`blew a (?:hose|tire|gasket)|flat tire|the tow|tow truck|(?:the|our|a) mechanic|parts? (?:is|are|ordered|\d+ days)|[\d,]+ (?:hrs|hours) (?:for|on)|oil change|gas card|tow(?:ed)? (?:truck|it)|left the (?:rakes?|cones?|ladder|saw|ropes?|cones)|(?:our|need|grab|bring|more|the) cones|rakes? back|put (?:it|them) back`,
    ),
  },
  {
    weight: 4.5,
    signs: signs(
      '(?:guys|crew|men|workers) (?:only )?(?:just )?(?:left|finished|drove off)[^.!?]{0,20} (?:and|but) (?:i|we|now|the|there)',
    ),
  },
  // Who looks for work asks whether we need anybody.
  {
    weight: 4.5,
    signs: signs(
      String.raw`(?:do|would|will|could|can|if|does \p{L}+) (?:you|u|y['’]?all)(?: guys)? (?:still |ever |possibly )*(?:need|use|want|hire|looking for|have (?:any )?(?:work|room|openings?|a (?:spot|place|job)) for) (?:(?:any|more|extra) (?:\p{L}+ )?(?:help|hands)|(?:a |an |any |another |some |more |extra )*(?:somebody|someone|anybody|anyone|people|workers?|climbers?|groundsm[ae]n|men|guys|staff|subs?|subcontractors?|crew|interns?|me))(?! (?:to (?:be|meet|let|open|unlock|come|call|sign|send|do|move|stay)|out there|at home|here|there|home))`,
      "(?:are|r) (?:you|u|y['’]?all)(?: guys)? (?:hiring|short[- ](?:handed|staffed)|looking for (?:help|people|workers|climbers|somebody|someone|anybody|a (?:climber|groundie|groundsman|driver|foreman)))",
    ),
  },
  {
    weight: 4.5,
    signs: signs(
      "(?:what|how) (?:are you|you are|you['’]re|do you|will you|you) (?:guys )?(?:(?:going|planning|meaning|intending) to|gonna|plan to|mean to|intend to|propose to) (?:do|handle|fix|make|address|pay|remedy|put)|(?:is |was )?not (?:at all )?what (?:i|we) (?:asked|wanted|agreed|ordered|paid|hired|were told)",
      "you (?:guys )?(?:said|promised|told (?:me|us)|agreed|swore)\\b[^.!?\n]{0,60}\\b(?:part of|included|in (?:the|that) (?:price|deal|quote)|would be (?:done|gone|back|here|finished|hauled)|(?:would|['’]d) (?:come back|be back|haul|finish|grind|clean|fix|return))|part of the deal|(?:pit|hole|mess|rut|mound|pile) where (?:the|my|our) (?:stump|tree)",
      'i (?:said|asked|told (?:you|him|them|your \\p{L}+)) (?:to )?(?:take|cut|leave|trim|only|not|just)\\b[^!?]{0,90}\\b(?:your|the|they|he|you) (?:man|men|guys?|crew|fellows?|fella|boys|people)? ?(?:took|cut|left|trimmed|topped|removed|did)',
    ),
  },
  {
    weight: 4.5,
    signs: signs(
      "when (?:can|could|do|should) i (?:start|begin)|i (?:can|could) start|give me a (?:shot|chance|try)|(?:no|a|my) driver['’]?s license",
      'thank(?:s| you) for (?:your|the) (?:quote|bid|proposal|submission|estimate)(?=[.,!]| (?:but|however|on|for the))',
      "(?:asking|asks|asked|wants? to know|wondering|wonders) (?:if|whether) (?:we|you|u|they|the (?:crew|guys)|someone|somebody|anyone)(?:[’']re| are| r| is)? (?:still )?(?:coming|on for|showing|going to (?:be|make)|there)",
      'wants? (?:\\d+|two|three|four|five|six|more|full|steady) (?:days|hours|hrs|shifts)|(?:needs?|wants?) more hours|yes\\s?\\/\\s?no',
      'needs? (?:the|our) (?:crane|bucket|lift|chipper|grinder|loader|climber|big \\p{L}+)',
      '(?:show|tell|meet) (?:the|our|your|my) driver|where to (?:dump|drop|unload)|loading out',
    ),
  },
  { weight: 2.5, signs: signs(String.raw`\$?\d+ (?:ea|apiece)`) },
  // Spoken to our own people.
  {
    weight: 4,
    signs: signs(
      String.raw`go (?:fix|rake|finish|clean|say|apologi[sz]e|redo)|want (?:\d+|any|some|one|a few)\b[^?.!\n]{0,30}\?`,
      '(?:can|could|will|would) whoever|whoever (?:goes|is|has|gets|was|took|drives|had|left|used|opens|closes)|skip (?:it|that|this|him|her|them)',
      '(?:is |are |was )?(?:ok|okay|fine|good|cool) (?:with|w|w/) (?:it|that|us)',
    ),
  },
  {
    weight: 4,
    signs: signs(
      `(?:plows?|${MACHINE}) (?:bent|broke|dented|scraped|cracked|gouged|chipped|hit|clipped|ripped|tore|took out|knocked|backed|ran over)`,
      '(?:calls|leads|jobs|customers|appointments) (?:a|per|each|every) (?:month|week|day)',
      'signed (?:\\p{L}+ ){0,3}(?:agreement|contract|proposal|estimate|quote|copy|form)s? (?:is |are )?(?:attached|enclosed|back)|(?:attached|enclosed) (?:is|are) (?:the|my|our) signed|same terms',
    ),
  },
  { weight: 3, signs: signs(`(?:a|the|two|his|their) (?:used|demo|refurb\\w*) (?:\\p{L}+ )?${MACHINE}`) },
  // What our work is blamed for.
  {
    weight: 4,
    signs: signs(
      "(?:was|were|is|been) (?:(?:just|still|perfectly|totally|all) )?(?:straight|fine|whole|ok|okay|new|good|intact|perfect) (?:this morning|yesterday|before (?:they|you|the)|until (?:they|you|the)|when (?:they|you) (?:came|got|started|left))|(?:was|were)(?:n['’]?t| not) (?:like (?:that|this)|there|broken|bent|cracked|that way) (?:this morning|yesterday|before|when (?:they|you)|until)",
    ),
  },
  // Our work, or what it broke, is complained about.
  {
    weight: 4,
    signs: signs(
      '(?:fellows?|fellas|guys|boys|men|crew|people|team|gentlemen|ones) (?:that |who(?:m)? )?you (?:sent|had)',
      String.raw`(?:your|ur) (?:guys?|crews?|men|team|people|workers?|company|firm) (?:\p{L}+ )?(?:put|took|planted|installed|removed|trimmed|pruned|ground|cleared|dug|laid|treated|sprayed|mowed)|your (?:replacement|refund|cancellation|return|guarantee|warranty) policy`,
      String.raw`(?:your|the|our|those) (?:guys?|crew|truck|men|workers?|driver|people|team|gardeners|landscapers)\b[^.!?\n]{0,50}? (?:left|broke|hit|damaged|cracked|backed|drove|ran|dropped|knocked|tore|did(?:n['’]?t| not)|never|skipped|missed|forgot|cut)`,
      "(?:them|gardeners|landscapers|mowers|workers|workmen) (?:left|broke|hit|damaged|cut|forgot|missed)|the (?:guys|gardeners|landscapers) (?:can|could|come|will|are|were|did|have|forgot)|(?:when|before|until|after|where) (?:the|your) (?:guys|crew|men|team|gardeners) (?:come|comes|get|arrive|show|were|are)|(?:what|which) (?:day|time) (?:is|are|am|do|will|did|you['’]?re (?:starting|coming)|they['’]?re)|(?:is|was|am) scheduled|going back|asking again|still asking|(?:asking|wondering|asked|wants to know|needs to know|to know|to ask) why|(?:asking|wondering|asked|wants to know|needs to know) when(?! (?:we|you|someone|somebody) (?:can|could))|dejamos|hay que regresar|they did(?:n['’]?t| not) (?:grind|haul|clean|finish|take|rake|cut|remove)|nobody (?:came|showed|has shown|has called)|no one (?:came|showed)",
      String.raw`(?:we|they|crew|guys|truck|someone|somebody|you) (?:\p{L}+ )?(?:parked|drove|ran|backed|dragged|drug) (?:on|over|across|into|in)`,
      "still (?:(?:is|has|was|are|have)(?: not|n['’]?t)|not|never)(?: been| all| even)? (?:ground|done|finished|hauled|picked up|cleaned up|gone|removed|come|came|fixed|showed|shown|started)",
      'called (?:the )?(?:cops|police|sheriff|code enforcement)|(?:cops|police|sheriff) (?:on us|came|showed)',
      '(?:crew|guys|men|they|your team) (?:could|can|should|will|to) (?:please )?(?:start|begin|finish)|(?:started|working|work) on the wrong',
      '(?:is|are) (?:the |your |our )?(?:crew|guys|men|they) (?:still )?(?:coming|on (?:the|their) way|here|there)',
      String.raw`where (?:is|are|the|his|her|their|our)\b[^.!?\n]{0,20}\b(?:guys|crew|men|boys|truck)`,
      String.raw`(?:your |the )?(?:crew|guys|men|team|they|you|you guys|workers)(?: guys)? (?:was|were|came|did|trimmed|removed|took|cut) (?:out |here |by |over )*[^.!?\n]{0,40}(?:yesterday|this morning|today|on (?:mon|tues|wednes|thurs|fri|satur)day|last (?:week|\w+day)|(?:mon|tues|wednes|thurs|fri|satur)day)`,
      "when (?:are you|you['’]?re|your|will (?:they|you|the crew|someone)|is the crew|are they|y['’]?all are) (?:guys )?(?:be )?(?:coming|back|starting|going to|gonna|finishing|here)",
      String.raw`(?:we|our (?:guys?|crew|truck|men)|your (?:guys?|crew|truck|men|workers?|driver)|the (?:guys|crew|boys)|you guys|crew(?: \d)?) (?:left(?! (?:a|an|me|us|your|my|the) (?:\p{L}+ )?(?:door ?hanger|flyer|card|note|vm|voicemail|message|brochure|pamphlet))|broke|hit|damaged|cracked|cut (?:down )?the wrong|ran (?:over|into)|drove (?:over|on|across)|backed (?:into|over)|scratched|dented|forgot|tore up|(?<!\bwe )(?:never|didn['’]?t|missed)|knocked (?:over|down)|dropped)`,
      String.raw`(?:com(?:e|ing)(?: back)?(?: out)?|send (?:some(?:one|body)|them|the crew)(?: back)?(?: out)?)(?: and| to) (?:fix|finish|clean up|redo|re-?do|rake|repair|make)|(?:wants?|needs?|like) (?:(?:us|you|the|crew|guys|them|someone|somebody) ){1,3}to come back|come back (?:out )?and|not (?:been )?ground|(?:took|cut|trimmed) (?:it |them |my \p{L}+ )?(?:too (?:much|short|low|far)|more off|the wrong|off too)|lopsided|move (?:the |your |that |their )?(?:truck|trailer|chipper)|(?:guys|crew|men|truck) (?:are|is) (?:blocking|parked|making|still)|(?:who|whoever|they|you|he|she|guys?|crew|men) (?:was|were|came) (?:out )?here (?:on )?(?:${DAY}|yesterday|this morning|last)|expecting (?:the|your|you|them|someone|somebody)[^.!?\n]{0,30} (?:back|today|yesterday|this morning)|back to (?:haul|finish|grind|get|pick)|supposed to (?:be|come|grind|haul|take|have)|not happy|unhappy|pissed|yelling|(?<!\bneighbou?rs?(?:['’]s)? (?:\p{L}+ ){0,3})complain\w*(?! to (?:the )?(?:city|town|county|hoa|me|her|him|them))|wrong tree|(?:left|made|leaving) (?:a (?:big )?mess|ruts)|ruts in|claim(?:s|ing)? (?:we|our|that we)|damage claim|claimant|notice of claim|make it right|(?:deal with|calm down|smooth (?:it|things) over|sort (?:it|this|that) out|make nice with) ?(?:her|him|them|it|this|that|the \p{L}+)?(?: (?:today|please|pls|asap|before|now|with))|call ?back on`,
    ),
  },
  {
    weight: 4,
    signs: signs(
      '(?:called|calling|texted|wanted|e-?mailed|wrote) (?:just )?to (?:say|thank)|just want(?:ed)? to (?:say|thank|drop a line)|look(?:s|ed|ing)? (?:so |really |just |absolutely )*(?:great|amazing|awesome|beautiful|wonderful|fantastic)|customer for life|nice one|most respectful|(?:are|were|was) (?:such )?(?:a )?(?:delight\\w*|joy|pleasure|wonderful|lovely|polite|courteous|fantastic|terrific|gentlem[ae]n)|hats off|kudos|says? (?:thanks|thx|ty|thank (?:you|u))(?! (?:and|but)\b)|could(?: not|n.?t) be happier|(?:to |just )say thanks?|say thank you|to thank|(?:yard|place|it|job|everything|property|work|stump|lawn) (?:all )?look(?:s|ed)? (?:so |really |just )?(?:great|amazing|good|awesome|beautiful|wonderful|fantastic)|(?:5|five)[- ]stars?|(?:google|yelp|good|nice|great|new|bad) review|(?<!(?:do|does|do a|does a) )(?:nice|great|good) (?:work|job)|happy birthday|congrats|welcome (?:to the team|aboard)',
    ),
  },
  {
    weight: 4,
    signs: signs(
      String.raw`la gang|les (?:gars|boys)|je (?:rentre|travaille|viens) pas|prend ma place|la nacelle|no (?:puedo|voy a|vamos a) (?:ir|venir|llegar|trabajar)|dejaron|recojan\p{L}*|d[ée]jalo|ya (?:terminamos|acabamos|llegu[ée]|llegamos|estamos|qued[oó]|salimos)|(?:vamos|voy|salimos) para|oigan|muchachos|cuadrilla|cami[oó]n(?:eta)?(?! (?:puede|no (?:cabe|entra|pasa)|cabe|entra|pasa|peut|pourra|pourrait|passe|entre|ne (?:peut|pourra|passe|rentre|passera)|a acc[èe]s|aura|devra))|(?:el|al|del) taller|la factura|votre (?:commande|facture|abonnement)|montant dû|su (?:pedido|factura)|pag[oó] con|on a (?:fini|termin[ée])|en route (?:vers|pour)|[ée]quipe \d`,
    ),
  },
]
