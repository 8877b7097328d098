/** Signs of one kind of mail that is no lead. */
export type Family = {
  readonly subject?: RegExp
  readonly body?: RegExp
  readonly hits?: number
  /** It is a lead after all when a price is asked for. */
  readonly unlessAsked?: boolean
  /** The same when work is asked for in so many words. */
  readonly unlessAskedAnew?: boolean
  /** Only what a program sends: a customer who accepts an estimate writes the same words. */
  readonly byRobot?: boolean
}

/** Kinds of mail that carry somebody's name and number and still are no lead. `hits`: how many different signs the body needs. */
export const FAMILIES: readonly Family[] = [
  {
    body: /\b(?:(?:day|hourly|weekly|monthly) rates?|rental rates?|with operator|let (?:us|me) know if you (?:ever )?need|we have [^.\n]{0,30}(?:available|in stock)|introduc(?:e|ing) (?:myself|our)|we are a (?:leading|family|local|full)|our (?:fleet|inventory|catalog(?:ue)?|crews? (?:is|are) available)|subcontract(?:or|ing) (?:for|with) you|price sheet|minimum (?:order|of)|free delivery|for sale|in stock|special pricing|check out our|attached (?:is|are) our|we (?:carry|stock|rent|sell)|keep us in mind|add us to your|preferred vendor|has a new|traded? in|coming off lease|demo (?:unit|day|model)|financing|(?:good|perfect|great) fit for (?:a|your) (?:\w+ )?(?:company|crew|outfit|business|operation)|\d{1,2},?\d{3} (?:hours|hrs|miles)|(?:company|crew|outfit|operation|business) your size|price is|at our yard|availability|pre-?book\w*|lock in (?:your |the )?pric\w+|volume (?:breaks|discounts?|pricing)|(?:territory|account|regional|sales) (?:manager|rep\w*|associate)|let me know your numbers|how many (?:loads|yards|tons|bags|pallets) do you|could let you have|on us\b|samples?|(?:ship|send) (?:you )?(?:one|it|some|a (?:sample|gallon|case|box))|shall i (?:ship|send)|love for you to try|give it a (?:try|whirl)|our (?:\p{L}+ ){0,3}(?:drench|product|formula|blend|line|program|fertilizer)|if you (?:fetch|pick it up|haul it)|(?:wants|takes|gets|buys) the rest|(?:at|for) \S+ (?:a|per) (?:yard|ton|load|cord|pallet|bale)|(?:new|used) (?:\S+ )?(?:chippers?|grinders?|bucket trucks?|chain ?saws?|skid steers?|excavators?|mulchers?|trailers?))\b|\basking \$|\$\d[\d,.]*\s?(?:a|per|\/)\s?(?:yard|yd|load|ton|bag|cord|gallon|hour|hr|day|week|month|pallet)\b/giu,
    hits: 2,
  },
  {
    subject:
      /^(?:accepted|declined|tentative|canceled|cancelled|updated invitation|invitation(?!.*\b(?:estimates?|quotes?|consult\w*|assessment)\b)|acceptée?|refusée?)\s?:|\b(?:sponsor\w*|donat\w+|fundrais\w+|raffle|class action|settlement|jury duty|survey|petition|sweepstakes|giveaway)\b|\bpermit\b.{0,30}\b(?:approved|issued|denied|expired|ready|accepted|granted|received|closed|extended|under review|updated)\b|\b(?:verification|security) code\b|\bsign[- ]in\b/iu,
  },
  // A program of ours tells how a job of ours is going.
  {
    subject:
      /^(?:signed|accepted|approved|paid|viewed|opened|declined)\b\s*[!:–-]|\b(?:job|work order|quote|estimate|invoice|proposal|contract|timesheet)s?\b.{0,25}\b(?:completed?|approved|accepted|declined|viewed|opened|paid|signed|assigned|closed|overdue|expir(?:ed|es|ing))\b|^(?:completed|approved|accepted|declined|assigned)\b.{0,25}\b(?:job|quote|estimate|invoice|proposal)\b|(?<!\bnew )\b(?:job|work order|quote|estimate|invoice|ticket) #\s?\d+|\b(?:moved|changed|rescheduled|reassigned|assigned|completed|started|finished|closed|cancell?ed|checked in|approved|accepted|signed|viewed|opened|paid|clocked)\b (?:\p{L}+ ){0,3}(?:visit|job|appointment|work order|task|shift|estimate|quote|proposal|invoice|booking|timesheet)s?\b|\b(?:request|case|ticket|report|inquiry|claim)\b.{0,20}\b(?:closed|resolved|completed|merged|cancell?ed)\b|\b(?:routes?|schedule|run sheet|job list|agenda)s? (?:for|is|are)\b|\b(?:today|tomorrow)['’]s (?:schedule|jobs|route|visits)\b/iu,
    unlessAskedAnew: true,
    byRobot: true,
  },
  // What stands in the books is changed: the old time and the new one.
  {
    body: /\b(?:(?:was|now|previously|old (?:date|time|slot)|new (?:date|time|slot)|former (?:date|time)|(?:changed|moved|completed|closed|reassigned) by|(?:job|visit) status)\s?:) /giu,
    hits: 2,
    byRobot: true,
  },
  // A good cause asks for a gift.
  {
    body: /\b(?:auctions?|raffles?|gala|fundrais\w*|bid sheet|sponsor\w*|donat\w+|(?:your|business) (?:business |company )?(?:name|logo) (?:on|in)|give (?:a|one|two|another|half a) (?:\p{L}+ ){0,2}(?:day|hours?|certificate|card)|gift (?:card|certificate|basket)|tax[- ]deductible|boosters?|pta|pto|parish|proceeds|good cause|silent|program ad)\b/giu,
    hits: 3,
    unlessAskedAnew: true,
  },
  // Who has left writes whom to ask now.
  {
    body: /\bno longer (?:work(?:ing)?|employed|with)\b|\b(?:have left|last day (?:at|with)|moved on from|retired from)\b|\bfor (?:anything|questions|matters|all things|help|everything) (?:about|regarding|concerning|on|to do with)\b|\b(?:please )?(?:write to|contact|reach out to|e-?mail|direct (?:all|your) \p{L}+ to)\b[^.\n]{0,40}\binstead\b|\bas of (?:\p{L}+ \d{1,2}|today|now|next)\b/giu,
    hits: 2,
    unlessAskedAnew: true,
  },
  // An office has dealt with what was reported.
  {
    subject:
      /\b(?:request|case|ticket|report|complaint)s? (?:#|no\.? ?)?\d{3,}\b.{0,20}\b(?:closed|resolved|completed|updated|merged)\b/iu,
  },
  // An office answers whatever comes in.
  {
    body: /\bthank(?:s| you) for (?:writing|contacting|reaching out to|your (?:message|e-?mail|note|inquiry|patience))\b|\bwe (?:answer|reply|respond|(?:will|aim to|try to) (?:answer|reply|respond|get back))\b|\bwe(?:['’]ve| have)? (?:got|received) your\b|\bfor (?:an?|any|all) [^.\n]{2,40}? (?:call|contact|write to|e-?mail) (?:the|our)\b|\b(?:within|in) (?:one|two|three|\d+) (?:\p{L}+ )?(?:business|school|working|hours|days)/giu,
    hits: 2,
    unlessAskedAnew: true,
  },
  // A program reminds us of what we meant to do.
  {
    body: /\b(?:tasks? (?:due|overdue|assigned|reminder)|follow[- ]up (?:with|on|due|task)|due (?:today|tomorrow|in \d)|reminder:|to-?do|assigned to|mark (?:as )?(?:done|complete)|snooze)(?![\p{L}])/giu,
    hits: 2,
    byRobot: true,
    unlessAskedAnew: true,
  },
  // Somebody changed a setting of ours.
  {
    body: /\bnot you\?|\bif (?:this|it) was(?:n['’]t| not) you\b|\bdid(?:n['’]t| not) (?:make|request|do) (?:this|it)\b|\b(?:was|were|has been|have been) (?:changed|updated|reset|turned (?:on|off)|enabled|disabled|deleted|edited) by\b/giu,
    hits: 2,
    byRobot: true,
  },
  // An office handles an application, with its labels.
  {
    body: /\b(?:applicant(?: agent)?|reviewer|activity|case (?:no\.?|number|#)|permit (?:no\.?|number|type|#)|application (?:no\.?|number|#)|parcel(?: (?:no\.?|number|id))?|hearing date|plan check|inspector|inspection (?:type|date|result))\s?:/giu,
    hits: 2,
  },
  // A visit that stands; one for an estimate is new.
  {
    subject:
      /^(?!.*\b(?:estimate|consult\w*|quote|assessment|new)\b).*\b(?:(?:visit|appointment|service|payment|deposit)s? (?:was |is |has been )?(?:confirmed|received|rescheduled|cancell?ed|completed?|reminder)|(?:confirmed|rescheduled|cancell?ed) (?:the |their |an? )?(?:visit|appointment))\b/iu,
    byRobot: true,
  },
  {
    body: /\b(?:this (?:office|firm) represents|attorneys?|esq|law (?:offices?|firm|group|llc|pllc)|legal counsel|subpoena|plaintiffs?|defendants?|deposition|preserve|produce|litigation|lawsuit|records request|statute|our client|your (?:insurer|insurance carrier|carrier)|(?:keep|retain) (?:all|any|the) (?:photo|record|document|work order|correspondence)\w*|notice of claim|injur\w+|claimants?|kindly keep)\b/giu,
    hits: 2,
    unlessAskedAnew: true,
  },
  {
    body: /\b(?:minutes of|(?:old|new|unfinished) business|next meeting|meeting (?:called to order|adjourned)|present:|motion (?:passed|carried|by)|treasurer['’]s report|quorum)/giu,
    hits: 2,
    unlessAskedAnew: true,
  },
  {
    body: /\b(?:\d (?:bed(?:room)?s?|baths?)|sq\.? ?ft|open house|just (?:listed|sold|reduced)|mls ?#?|your referrals|price (?:reduced|improvement)|asking price|under contract)\b|\$\d{3},\d{3}\b|\$\d\.\d+ ?m\b/giu,
    hits: 2,
    unlessAskedAnew: true,
  },
  {
    subject:
      /\b(?:811|dig ?safe|one ?call|locate|dig) (?:ticket|request|alert)\b|\bticket (?:#|no)?\s?\d{5,}/iu,
  },
  {
    body: /\b(?:general liability|inland marine|polic(?:y|ies)|premiums?|workers['’]? comp\w*|payroll|renew(?:s|al)?|coverage|endorsement|certificate of insurance|deductible)\b/giu,
    hits: 3,
    unlessAsked: true,
  },
  {
    subject:
      /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|réponse automatique|respuesta automática|automatische antwort|abwesenheit\w*|away from)\b/iu,
    unlessAskedAnew: true,
  },
  {
    body: /\b(?:i am|i'm|i will be|currently|be) (?:currently )?(?:out of (?:the |my )?office|on (?:vacation|leave|pto|holiday|parental leave)|away from (?:my|the) (?:desk|office)|traveling)\b|\bwill (?:return|be back|be returning) (?:on|to|in)\b|\bfor immediate (?:assistance|help)\b|\b(?:if|for) (?:(?:this|it) is )?urgent\b|\bje suis (?:absente?|en vacances)|\blimited access to (?:my )?e-?mail|\b(?:respond|reply|get back to you) (?:when i|upon my|as soon as i) (?:return|am back|get back)/giu,
    hits: 2,
    unlessAskedAnew: true,
  },
  {
    subject:
      /\b(?:your (?:package|shipment|parcel|delivery)|(?:scheduled|out) for delivery|tracking (?:number|update)|planned (?:outage|maintenance)|service interruption)\b/iu,
  },
  {
    body: /\b(?:(?:go|going|gone|went) with (?:another|a different|some(?:one|body) else)|decided (?:not to|against|to (?:hold off|wait|pass))|no longer (?:need|interested)|already (?:had|got) (?:it|the work|this|that) (?:done|taken care)|please cancel|not (?:be )?moving forward|(?:take|remove) me (?:off|from))\b/giu,
    hits: 1,
    unlessAsked: true,
  },
  {
    body: /\b(?:your (?:crew|guys?|truck|men|workers?|team|employees?) (?:was|were|ran|broke|damaged|hit|left|cut|backed|drove|knocked|never)\b|refund|complaint|(?:very |really )?(?:unhappy|disappointed|upset)|unacceptable|expect you to|come back and (?:fix|finish|clean)|never (?:came back|finished|cleaned|showed)|small claims)\b/giu,
    hits: 2,
    unlessAsked: true,
  },
  {
    subject:
      /\b(?:volunteers?|championships?|luncheon|banquet|tournament|open house|ribbon cutting|rsvp|field day|arbou?r day|(?:planting|work|clean-?up|family) day|you(?:['’]re| are) registered|registration confirm\w*)\b/iu,
    body: /\b(?:volunteers?|championships?|shirt size|rsvp|register|attend\w*|join us|admission|attendees?|bring (?:gloves|a shovel|water|a friend|the family|your family)|refreshments|open to the public|tickets?|tournament|banquet|luncheon|booster club|members?)\b/giu,
    hits: 2,
    unlessAsked: true,
  },
  {
    subject:
      /^(?:completed|signature requested|action required|reminder to sign|document shared)\b|\b(?:needs? your signature|e-?sign\w*|docusign|pending documents?|shared (?:a|an|the) (?:file|document|folder)|your password|verify your|confirm your (?:business|account|e-?mail|phone)|account (?:suspended|locked))\b/iu,
  },
  {
    body: /\b(?:planned (?:outage|tree|work|maintenance|shutoff|construction)|no action (?:is )?(?:needed|required)|will be (?:trimming|pruning|working|flushing|paving|closed|clearing)|near your (?:business|property|home|address)|road (?:closures?|work)|power (?:shutoff|outage)|contractors for|public (?:hearing|notice)|right[- ]of[- ]way|near you are (?:searching|looking)|your (?:lead )?budget|residents are (?:advised|reminded|asked))\b/giu,
    hits: 2,
  },
  {
    subject:
      /\b(?:undeliver\w+|delivery (?:status|has failed|failure|incomplete)|mail delivery|returned mail|failure notice|not delivered|message blocked)\b/iu,
  },
  {
    subject:
      /\b(?:invoice|receipt|payment|remittance|past due|overdue|statement|purchase order|bill (?:is|for|due)|facture|factura|amount due|order (?:#|no|confirm\w*|number|received|placed|summary|details|has been|is (?:on its way|ready))|your (?:recent )?order|thank(?:s| you) for (?:your (?:order|purchase)|shopping)|on its way|e-?receipt|purchase receipt|has shipped|shipping|delivery (?:update|notice)|ready for pickup|renewal|subscription|w-?9|certificate of insurance|coi\b|deposit|refund|direct deposit|payroll|timesheets?|paid)\b/iu,
    body: /\b(?:invoice|amount due|due (?:date|by|on)? ?\d|balance|paid|payment|card ending|remit|total:? ?\$|billing|no action (?:is )?needed|your order|net 30|account number|payroll|statement|\$\d[\d,]*\.\d\d|workers['’]? comp\w*|policy (?:audit|number|renewal)|premiums?|audit|class codes?|sales tax)\b/giu,
    hits: 2,
    unlessAskedAnew: true,
  },
  // What a shop writes about what was bought there.
  {
    body: /\b(?:order (?:#|no\b|number|total|date|summary|confirmation)|ship(?:ping|ped)? (?:to|address|method)|sub-?total|track (?:your|my|this) (?:order|package|shipment)|tracking (?:#|no|number)|qty|sku|item #|(?:sales )?tax\b.{0,20}\$|shipping\b.{0,30}\$|grand total|total (?:paid|charged)|card ending|paid with|return policy|(?:est(?:imated|\.)?|expected) delivery|thank(?:s| you) for (?:your (?:order|purchase)|shopping)|cashier|register \d|store #|packing slip|backorder\w*)/giu,
    hits: 3,
    unlessAskedAnew: true,
  },
  {
    subject:
      /\b(?:\d+% off|sale\b|specials?\b|webinar|newsletter|digest|weekly|monthly|this week|limited time|save (?:big|\d|\$)|coupon|deals?|introducing|announc\w+|now available|register now|last chance|don't miss|sneak peek|trade show|conference|early bird|product update|what's new|bulletin)\b/iu,
    body: /\b(?:unsubscribe|opted in|update (?:your )?preferences|shop now|view (?:this email )?in (?:your )?browser|register (?:now|today|here)|learn more|buy now|promo code|free shipping|se d[ée]sabonner|darse de baja|email preferences|mailing list)\b/giu,
    hits: 2,
  },
  {
    subject:
      /\b(?:(?:applying|application|apply|applicant|candidate|interest\w*)\b.{0,30}\b(?:position|job|climber|crew|foreman|groundsman|arborist position|ground(?:s)?(?:man|worker| crew)|employment|opening|role|hiring|posting)|resume|résumé|curriculum|job (?:inquiry|application|opening)|employment|careers?|join our (?:team|crew)|work with us|hiring\?|looking for work|seeking (?:work|employment|position)|candidature|emploi|empleo|solicitud de trabajo|intern(?:s|ship)?|apprentice\w*|job shadow\w*|practicum|co-?op (?:student|program))\b/iu,
    body: /\b(?:my resume|resume (?:is )?attached|attached (?:is )?my resume|résumé|cv|years (?:of )?experience|certif\w+|cdl|applying|apply for|position|hiring|job (?:opening|posting)|indeed|ziprecruiter|cover letter|new (?:applicant|candidate)|(?:view|download) (?:resume|application|applicant|candidate)|message to (?:the )?employer|report applicant|references|available to start|work (?:for|with) (?:you|your)|join your (?:team|crew)|expérience|experiencia|busco trabajo|internships?|students?|juniors?|career services|semester|apprentice\w*|\d+ hours|(?:take|host|place) (?:him|her|them|an? intern|an? student))\b/giu,
    hits: 2,
  },
  {
    subject:
      /\b(?:(?:new|\d[- ]star|google|yelp|customer) reviews?|recommend(?:ation|ed) (?!for (?:a|an|some)\b)|left (?:you )?an? (?:review|recommendation)|review (?:from|on)|rated you|feedback (?:request|survey)|how did we do|how did it go|did you (?:get hired|win|connect|hear back)|survey)\b/iu,
    unlessAskedAnew: true,
  },
  {
    body: /\b(?:rank(?:ing|ed|s)?|page (?:1|one)|first page|seo|backlinks?|guest post|link building|web(?:site)? (?:re)?design\w*|(?:leads|calls|customers|jobs) (?:per|a|every) (?:month|week)|guarantee[ds]?|grow your (?:business|company)|increase (?:your )?(?:sales|traffic|revenue|leads)|digital marketing|social media (?:marketing|management)|marketing agency|growth specialist|business development|account executive|sales rep\w*|(?:15|ten|10|20|30)[- ]?min(?:ute)?s?\b|free (?:trial|audit|demo)|schedule a demo|book a demo|our (?:software|platform|solution)|virtual assistants?|working capital|business loan|line of credit|funding|outsourc\w+|exclusive leads|we (?:help|supply|manufacture|offer|specialize|provide|work with) (?:companies|businesses|contractors|tree|landscap\w+|you|wholesale|a)|wholesale|bulk pricing|price list|our products?|distributor|crypto|lottery|inheritance|on your (?:website|site)|came across your (?:website|business|company)|quick question|partner(?:ship| with)|opportunit(?:y|ies)|listing|merchant|credit card processing|google (?:listing|maps ranking)|visibility|optimi[sz]\w+|reach out to see|h-?2[ab]|we place|placement|workers available|short on (?:people|help|staff|labor)|open to a (?:short|quick|brief)|turn away (?:work|jobs)|sub(?:contract)? for (?:other|you)|circling back|following up on my (?:last|previous)|decision maker)\b/giu,
    hits: 3,
  },
  {
    subject:
      /\b(?:crew|schedule|timesheets?|truck|safety (?:meeting|talk|bulletin)|toolbox talk|staff|meeting|calendar|agenda|minutes|reminder|pto|shift|parking|lunch|password|verify your|security alert|sign[- ]in|verification code|login|storage (?:is )?full|voicemail (?:full|settings)|invitation:|accepted:|declined:|canceled:|updated invitation|permit (?:approved|issued|application)|inspection (?:result|report)|locate (?:request|ticket)|811\b)/iu,
    body: /\b(?:crew [a-d\d]|dump run|bucket truck|in the shop|time ?sheets?|all hands|safety (?:meeting|talk)|staff meeting|reset your password|verification code|sign[- ]in attempt|suspicious|two-factor|code is \d{4,8}|google meet|zoom\.us|joining info|locate ticket|dig ticket)\b/giu,
    hits: 1,
  },
  {
    subject: /\b(?:thank you|thanks|great job|kudos|merci)\b/iu,
    body: /\b(?:great job|wonderful job|did a (?:great|wonderful|fantastic|nice|good|beautiful|super) job|thank (?:your|the) crew|(?:so|very|how|really|just) (?:pleased|thrilled|delighted|grateful|impressed)|telling (?:everyone|all)|very happy with|looks (?:great|amazing|fantastic|beautiful)|check is in the mail|mailed (?:the|a|my) check|check in the mail|paid the invoice|spotless|(?:were|was|are) (?:so |very |really |all )?(?:wonderful|great|careful|professional|courteous|polite|fantastic|amazing|terrific|excellent)|could(?:n't| not) be happier|will (?:definitely |certainly )?(?:use|recommend|call) you (?:all |guys )?again|just want(?:ed)? to (?:say|thank)|pass (?:on|along) (?:my|our) thanks)\b/giu,
    hits: 1,
    unlessAsked: true,
    unlessAskedAnew: true,
  },
]

/** Offers to lend us money, to sell us something or to work for us name no tree and no yard: two signs are enough there. */
export const PITCH =
  /\b(?:working capital|pre-?approved|collateral|funding|loans?|line of credit|cash advance|credit score|seo|ranking|backlinks?|marketing|web(?:site)? design|redesign|leads|traffic|demo|free (?:trial|audit|quote)|software|platform|virtual assistant|outsourc\w+|wholesale|price list|supplier|guarantee[ds]?|your (?:business|website|company)|payroll|insurance (?:quote|rates)|uniforms|merchant|invoice factoring|google|online presence|keywords?|your site|technical (?:errors|issues)|no[- ]obligation|map pack|(?:free|full) report|quick scan|(?:do-?follow|back) ?links?|(?:your|on your) blog|place an? (?:article|post|ad)|guest (?:post|article)|collaborat\w+|uniforms?|(?:more|new) (?:customers|jobs|calls|clients)|(?:customers|homeowners|clients) in your area|bookkeep\w+|recruit\w+|staffing|podcast|awards?|nominat\w+|directory|directories|certification course|fleet (?:tracking|cards?)|gps tracking|answering service|call center|social media|facebook ads|ppc|roi|approved for|(?:business|contractor|working) capital|quick (?:call|chat)|minutes this week|decision makers?|your (?:industry|competitors|crews))\b/giu
