import type { Kind } from './shop-talk-kinds.ts'

/** What alone says little: our side speaks of itself, asks its own people, or tells where something stands. */
export const ASIDES: readonly Kind[] = [
  // "Leon take a rotor from the shelf": one of us is told what to do.
  {
    weight: 3,
    signs:
      /(?:^|[.,;:!?\n–-]\s*)\p{Lu}\p{Ll}+ (?:take|bring|grab|meet|finish|head|load|start|stay|cover|leave|park|drop off|pick up|make sure)\b/u,
  },
  // Who deals with the trade: "Sherwin at Beaver Nursery".
  {
    weight: 2,
    signs:
      /\b(?:at|from|w\/?|with) (?:\p{Lu}[\p{L}&]+ ){1,3}(?:Nursery|Nurseries|Supply|Saw ?mill|Mills?|Lumber|Quarry|Concrete|Gravel|Recycling|Compost|Landfill|Rentals?|Equip(?:ment)?|Hydraulics|Tires?|Parts|Uniforms?|Power|Electric|Energy|Gas|Telephone|Cable|Mutual|Insurance)\b/u,
  },
  // Stock: plants by their size, kept for us until a day.
  {
    weight: 1.5,
    signs: /\b(?:holding|hold) (?:it |them |these |those )?(?:till?|until|for us|through|thru)\b/iu,
  },
  {
    weight: 1.5,
    signs:
      /\b\d(?:\.\d)?["”]? cal(?:iper)?(?![\p{L}\d])|\b\d+[ -]gal(?:lon)?s? \p{L}+|\bb ?& ?b\b|\bbare ?root\b/iu,
  },
  { weight: 3, signs: /\bsays (?:it['’]?s |he['’]?s |she['’]?s |that['’]?s )?(?:ok|okay|fine|yes)\b/iu },
  {
    weight: 2,
    signs: /\b(?:to|come|coming to) mark\b|\bwants? in(?:to)? (?:the|our|his|her) \p{L}+/iu,
  },
  // "he needs a plumber, not us"
  {
    weight: 3,
    signs: /\bnot (?:us|ours|our (?:thing|line|problem|deal|tree|truck|crew|guys?))(?=\s*(?:[.,;!?)]|$))/iu,
  },
  { weight: 4, signs: /\bbids? (?:\S+ ){0,5}?(?:is |are )?due\b/iu },
  { weight: 1, signs: /\b(?:every(?:one|body)|boss|you guys)\b/iu },
  {
    weight: 3,
    signs:
      /(?<!\b(?:wants?|told|found|saw|about|near|call(?:ed)?|text(?:ed)?|contact(?:ed)?|if|like|asked|for|had|said|what|can|could|abt|let|lets|letting|need|needs|meet|meets|meeting|show|shows|join|hire|hired|give|gave|sent|likes|knows|after|with|from|of|needs?|love[sd]?|hired?|passed|recommended|referred|heard (?:of|about)|to) (?:her |him |them )?)(?<!\btell )\b(?:we(?:['’](?:re|ll|ve|d))?|our|ours)\b/iu,
  },
  {
    weight: 2,
    signs:
      /(?<!\b(?:wants?|told|found|saw|about|near|call(?:ed)?|text(?:ed)?|contact(?:ed)?|if|like|asked|for|had|said|what|can|could|abt|let|lets|letting|need|needs|meet|meets|meeting|show|shows|join|hire|hired|give|gave|sent|likes|knows|after|with|from|of|with|by|recommend(?:s|ed)?|refer(?:s|red)?|found|chose|picked|used|using|use|owes?|likes?|emailed|trust(?:s|ed)?|see|saw|seen|reach(?:ed)?|rang) (?:her |him |them )?)\bus\b/iu,
  },
  {
    weight: 2,
    signs:
      /^\W*(?:(?:hey|ok|yo|so|@\S+) )*(?:did|does|do we|has|have we|is|are|was|were|who|whose|where|why|when|what|which|any(?:one|body) (?!free|able|available))\b[^?]{0,200}\?/iu,
  },
  {
    weight: 3,
    signs: /\b(?:what|which|how) \p{L}+ did \p{L}+ (?:want|say|ask|order|pick|sign|need|get)\b/iu,
  },
  {
    weight: 3,
    signs:
      /\bwants? us to (?!look|see|come|do|give|quote|bid|price|take|trim|prune|remove|cut|grind|clear|walk|check|plant|haul|mow|spray|treat|stop|swing|meet|call|drop|handle)\p{L}+|\bif (?:an?|any|anybody|anyone|somebody|someone) ?(?:customers?|clients?)? ?(?:asks?|calls?)\b|^\W*ask (?:what|how|if|them)\b|, ask (?:what|how much|if)\b/iu,
  },
  {
    weight: 1.5,
    signs:
      /\b(?:approved|denied|passed|failed|expire[sd]?|sent|lost|threw|forgot|ordered|order|booked|stuck|billed|charged|appeal|fyi|remind(?:er|ing)|still|again|back (?:mon|tue|wed|thu|fri|sat)\w*|cover(?:ing)?|isn['’]?t|aren['’]?t|wasn['’]?t|ok['’]?d|okayed|i said|short (?:a|an|one|two)|saddle|rigging|going (?:on|to be)|swap|expecting)\b/iu,
  },
]

/** The same in what people write or say to us from outside. */
export const ASIDES_OF_OTHERS: readonly Kind[] = [
  {
    weight: 2,
    signs:
      /\b(?:votre (?:commande|facture|abonnement)|su (?:pedido|factura)|your (?:certifications?|memberships?|accounts?|subscriptions?|orders?|polic(?:y|ies)|application|registration|renewal|statement|profile|listing|plan|insurers?|insurance|certificate|booth|seats?))\b/iu,
  },
  {
    weight: 3,
    signs:
      /\byour (?:crews?|climbers?|guys?|man|men|boys|fellow|drivers?|employees?|workers?|fellows?)\b(?! (?:was |were )?(?:working|next door|across|around|in the neighbou?rhood|out|told|said|at (?:my|our|the) neighbou?r))|\b(?:the|those) (?:fellows|fellas|boys)\b|\bthey left (?:a|an|the|their|some|my|our)\b|\bstill (?:has|have) (?:my|our)\b/iu,
  },
  {
    weight: 3,
    signs:
      /\bdear (?:valued |fellow |tree |lawn )?(?:members?|customers?|residents?|neighbou?rs?|homeowners?|colleagues?|friends?|contractors?|business owners?|partners?|sir|all)\b|\bour contractors?\b|\b(?:nothing|no action) is (?:needed|required)\b/iu,
  },
  {
    weight: 2.5,
    signs: /\bi can (?:hold|offer|do|get you|have it|bring)\b[^.!?\n]{0,40}\$?\d/iu,
  },
  {
    weight: 2.5,
    signs:
      /\b(?:whether|if) you(?:['’]re)? still (?:want|interested|need)|\bwe (?:talked|spoke) about at\b|\bseats? (?:left|still|available)|\b(?:still has|limited|save your) seats?\b/iu,
  },
  {
    weight: 3,
    signs:
      /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|\d{1,2}(?:st|nd|rd|th)|that|either day|(?:that|the) time)(?: (?:at|around|after|before) \d{1,2}(?::\d\d)?(?: ?[ap]m)?)? (?:works|is (?:fine|good|ok|okay|great|perfect))\b|\bsee you (?:then|on|tomorrow|soon)\b/iu,
  },
  {
    weight: 2,
    signs:
      /\bas discussed\b|\bper our (?:call|conversation)\b|\bsame (?:price|time|day) as (?:last|before)\b/iu,
  },
  {
    weight: 2,
    signs:
      /\b(?:estimate|proposal|quote|invoice|contract|job|work order|ticket|order) ?(?:#|no\.?)? ?\d{2,}/iu,
  },
  {
    weight: 2,
    signs:
      /\b(?:edits?|changes?) to (?:the|our|your) (?:contract|agreement|proposal|estimate)|\bredlines?\b|\bindemnity\b|\bnet \d\d\b|\bbefore we sign\b/iu,
  },
  { weight: 1.5, signs: /\bexpir(?:e[sd]?|ing)\b|\bregister\b|\bdeadline\b|\bmembers?\b/iu },
]
