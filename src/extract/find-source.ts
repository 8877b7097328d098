import type { Found } from './found.ts'
import type { Layout } from './layouts/layout.ts'

const SHORT: Readonly<Record<string, string>> = {
  fb: 'Facebook',
  ig: 'Instagram',
  gmb: 'Google Business',
  lsa: 'Google Local Services',
  wom: 'Word of mouth',
  nd: 'Nextdoor',
}

/** A source as people read it: forms and typists shorten the names of platforms. */
export const nameSource = (text: string): string => SHORT[text.trim().toLowerCase()] ?? text.trim()

const SAID: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [
    /\b(?:saw|seen|noticed)\s+(?:one of )?(?:the|your|our|a)\s+(trucks?|signs?|yard signs?|crew|van)\b/iu,
    (match) => `Saw our ${match[1]}`,
  ],
  [
    /\b(?:got|found|saw|seen|read|took|wrote)(?: down)? (?:your|the) (?:number|name|info\w*|company)(?: down)? (?:on|off|from)(?: of)? (?:the |your |a |one of your )?(?:(?:side|back|door) of )?(?:the |your |a |one of your )?(trucks?|signs?|yard signs?|vans?|trailers?|web ?site|business card|flyer|billboard|crew)\b/iu,
    (match) => (/site|card|flyer|board/iu.test(match[1] ?? '') ? (match[1] ?? '') : `Saw our ${match[1]}`),
  ],
  [
    /\b(?:found|saw|got|heard (?:about|of)|came across|discovered) (?:us|you|your (?:name|number|company|business|ad|info)|y['’]?all)[^.\n]{0,30}?\b(?:on|via|through|from|in|at|by)\s+(?:the |an? |your |our )?([\p{L}][\p{L}'’.&-]*(?:\s[\p{Lu}][\p{L}'’.&-]*){0,2}|yard sign|lawn sign|truck|web ?site|web search|internet|billboard|word of mouth)/iu,
    (match) => match[1] ?? '',
  ],
  [
    /\b(?:referred|recommended) (?:to (?:us|you) )?by\s+((?:the |our |my |his |her )?[\p{L}'’&-]+(?:\s(?:\p{Lu}[\p{L}'’-]+|&|and)){0,3})/iu,
    (match) => `Referral: ${match[1]}`,
  ],
  [
    /\b(?:référée? par|recommandée? par|referid[oa] por)\s+([\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})/iu,
    (match) => `Referral: ${match[1]}`,
  ],
  [
    /\b(?:my |our |his |her )?(neighbou?r|friend|sister|brother|mom|mother|dad|father|son|daughter|boss|realtor|co-?worker|cousin|aunt|uncle)(?:\s(\p{Lu}[\p{L}'’-]+))?[^.\n]{0,30}\b(?:used you|recommended|referred|told (?:me|us) about you|said you|gave me your|hired you|had you)/iu,
    (match) => `Referral: ${match[1]}${match[2] ? ` ${match[2]}` : ''}`,
  ],
  [
    /\breferral from\s+([\p{L}'’&-]+(?:\s(?:\p{Lu}[\p{L}'’-]+|&)){0,3})/iu,
    (match) => `Referral: ${match[1]}`,
  ],
  [
    /\b(?:lead|inquiry|enquiry|message|dm|request|came in|got this) (?:from|via|through|off|on)\s+(?:the |our )?(facebook|instagram|nextdoor|google(?: ads| lsa)?|yelp|angi|thumbtack|houzz|home ?advisor|homestars|web ?site|web form|tiktok|craigslist|kijiji|linkedin|messenger|whatsapp|email|home show|trade show|podium|porch|bark)/iu,
    (match) => match[1] ?? '',
  ],
  [
    /\b(?:off of|off|via|through|from|thru|on)\s+(facebook|instagram|nextdoor|google(?: ads| lsa)?|yelp|angi|thumbtack|houzz|home ?advisor|homestars|tiktok|craigslist|kijiji|linkedin)\b/iu,
    (match) => match[1] ?? '',
  ],
  [
    /\b(facebook|nextdoor|instagram|google|yelp|angi|thumbtack|houzz|web(?:site)?)\s+(?:lead|inquiry|message|dm)\b/iu,
    (match) => match[1] ?? '',
  ],
  [
    /\b(walk[- ]?in|yard sign|lawn sign|home show|trade show|repeat customer|past customer|return customer|existing customer|drive[- ]?by|door hanger|flyer|postcard|billboard|word of mouth|truck sign)\b/iu,
    (match) => match[1] ?? '',
  ],
  [/\b(?:saw|seen)\s+(?:the|your|our)\s+(truck|sign|crew|ad|post|van)\b/iu, (match) => `Saw our ${match[1]}`],
  [
    /\blead from ((?:my|our|the|a|his|her) [\p{L}'’]+(?:'s)?(?: [\p{L}'’]+)?)/iu,
    (match) => `Referral: ${match[1]}`,
  ],
  [/\b(?:texted|text message|text from|sms)\b/iu, () => 'Text message'],
  [/\b(?:voice ?mail|vm)\b/iu, () => 'Voicemail'],
]

/** What a text says about how the customer came to us. */
export function findSaidSource(text: string): Found<string> | undefined {
  for (const [pattern, toValue] of SAID) {
    const match = pattern.exec(text.slice(0, 8000))
    if (!match) continue
    const value = trimNamed(toValue(match).replace(/\s+/gu, ' ').trim())
    if (value === '' || /^(?:me|us|you|my|the|a|it|here|there|this|that|your|home|work)$/iu.test(value))
      continue
    return {
      value: value[0]?.toUpperCase() + value.slice(1),
      confidence: 'likely',
      origin: 'from the text',
      quote: match[0],
    }
  }
  return undefined
}

// Letter case does not count while matching, so that a name may drag the next words along: "Tom. Do you", "the Hsus for".
function trimNamed(text: string): string {
  const [head = ''] = text.split(/[.!?;]\s/u)
  const words = head.split(' ')
  const end = words.findIndex(
    (word, at) =>
      at > 0 &&
      !/^(?:\p{Lu}|&|and$)/u.test(word) &&
      !/^(?:the|our|my|his|her|a|by|from)$/iu.test(words[at - 1] ?? '') &&
      !SMALL_SOURCE.test(head),
  )
  return (end < 0 ? words : words.slice(0, end)).join(' ').replace(/[\s.,]+$|\s(?:and|&)$/gu, '')
}

const SMALL_SOURCE =
  /sign|truck|search|mouth|site|ads?$|show|in$|by$|hanger|customer|advisor|form|lsa|ad$|church|Referral: (?:neighb|friend|sister|brother|mom|mother|dad|father|son|daughter|boss|realtor|co)/iu

/** A phone system that tells of a text message rather than of a call. */
export const TEXTED =
  /\b(?:text(?:ed)?|sms|mms)\b(?! us)|\bsent (?:you )?a (?:new )?message\b|\bnew messages? from (?:\+?1[ .-]?)?\(?\d{3}/iu

/** What the way a message came says about the lead's source. */
export function sourceOfLayout(layout: Layout, text: string): string {
  switch (layout.kind) {
    case 'form':
      return `Website form (${layout.name})`
    case 'marketplace':
      return layout.name
    case 'chat':
      return layout.name === 'Chat widget' ? 'Website chat' : `Website chat (${layout.name})`
    case 'call': {
      const isText = TEXTED.test(text.slice(0, 600))
      const kind = isText
        ? 'Text message'
        : /voice ?(?:mail|message)|left a message|messagerie/iu.test(text.slice(0, 600))
          ? 'Voicemail'
          : 'Phone call'
      if (layout.name === 'Phone system')
        return /missed call/iu.test(text) ? 'Phone call (missed call)' : 'Phone call'
      return layout.name === 'Voicemail' ? 'Voicemail' : `${kind} (${layout.name})`
    }
    case 'text-message':
      return layout.name === 'Text message' ? 'Text message' : `Text message (${layout.name})`
    case 'answering-service':
      return layout.name === 'Answering service' ? 'Answering service' : `Answering service (${layout.name})`
    case 'router':
      return layout.name
  }
}
