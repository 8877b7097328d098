import type { Mailbox } from './extraction.ts'
import { findEmails } from './find-emails.ts'
import { isFirstName } from './first-names.ts'
import { domainOf, isPublicDomain, isRelay, isRobot } from './mailbox.ts'
import { isOwnAddress, type OwnFacts, squash } from './own-facts.ts'

const ROLE =
  /^(?:match(?:es)?|entries|entry|forms?|webforms?|replies|responses?|jobs?|requests?|quotes?|pros?|partners?|connect|inbox|contact|info|hi|hello|office|inquir(?:y|ies)|enquir(?:y|ies)|customers?|members?|projects?|opportunit(?:y|ies)|delivery|send|app|mail|care|help|success|crm|calls?|chat|sms|intake|new|from|root|admin|server|host|site|forward\w*|concierge|ops|operat(?:or|eur|rice)|telephoniste|reception(?:niste)?|appels?|llamadas?|recepcion|messaging|vm|inbound|tickets?|soumissions?|demandes?|projets?|solicitud(?:es)?|cotizaciones|anfragen?|pros?|referrals?|network|estimates?|.*(?:leads?|alerts?|voicemail|notif\w*))|(?:leads?).*$/u

// What a service says of somebody else's wish: "Oriana is looking for …", "New request from …".
const ANNOUNCES =
  /\b(?:new|direct|exclusive|fresh|incoming|another|matched|verified)\b[^.\n]{0,30}\b(?:leads?|match(?:es)?|requests?|inquir(?:y|ies)|enquir(?:y|ies)|messages?|submissions?|opportunit(?:y|ies)|customers?|projects?|jobs?|bookings?|contacts?|entry|response|prospects?|referrals?)\b|\b(?:is|are) (?:looking for|ready to hire|waiting for)\b|\b(?:picked|chose|selected|hired|messaged|contacted) you\b|\bfound you (?:on|through|via)\b|\bis interested in your\b|\bwants to (?:book|hire|work with) you\b|\b\p{Lu}\p{Ll}+ (?:\p{Lu}\S* )?(?:needs help|needs an? (?:pro|quote|estimate)|has requested|sent you an?|requested an?)\b|\b(?:just )?(?:reached out|submitted|filled (?:out|in)|requested|completed your|contacted you)\b|\b(?:customer|homeowner|client|visitor|caller|someone)\b[^.\n]{0,30}\b(?:booked|requested|contacted|asked|wants|needs|sent|submitted|called|replied|filled)\b|\b(?:lead|customer|contact|homeowner|client) (?:info|information|details)\b/iu

const ANNOUNCES_ELSEWHERE =
  /(?<!\p{L})(?:nouve(?:au|lle)|nuev[oa]|neue[rs]?) (?:projet|demande|client|message|soumission|contact|piste|solicitud|cliente|mensaje|proyecto|anfrage|auftrag|kunde)(?!\p{L})|correspond (?:à|a) votre profil|mise en relation|(?<!\p{L})(?:appel (?:reçu|manqué)|message (?:téléphonique|vocal|pour)|llamada (?:recibida|perdida)|mensaje (?:telef[óo]nico|de voz|para))(?!\p{L})|(?:ha solicitado|solicit[óo]|a soumis|a rempli|a demandé)(?!\p{L})/iu

// A business that asks for itself: "We would like a quote from you."
const FIRST_PERSON =
  /\b(?:i|we)(?:['’](?:re|m|d)| are| am| would| need| want| own| have (?:a|an|some|two|three|\d+) (?!new|lead))\b|(?<!\p{L})(?:je (?:suis|cherche|voudrais|souhaite|veux|désire)|j['’](?:ai|aimerais)|nous (?:sommes|avons|cherchons|voulons|voudrions|aimerions|souhaitons)|quiero|quisiera|necesit(?:o|amos)|busc(?:o|amos)|ich|wir)(?!\p{L})/iu

// Spoken to us about what came in.
const TELLS_US =
  /\b(?:you(?:['’]ve| have)?|we(?:['’]ve| have)?) (?:just )?(?:received|got|have|captured|missed) (?:(?:a|an|one|\d+) )?(?:new|missed|exclusive|incoming|unread)\b|\bfrom your (?:website|site|widget|web page|page|listing|ad|profile)\b|\b(?:asked|asks|asking|wants?|requested|requests?|would like)\b[^.\n]{0,40}\bfrom you\b|\b(?:other|nearby) pros\b|\bsomeone (?:wants|needs|requested|filled|contacted)\b|\b(?:entry|response|submission|lead|request|inquiry)\b[^.\n]{0,20}\b(?:was|has been) (?:just )?(?:added|received|submitted|assigned|created|captured)\b/iu

/** Whether a mail comes from a service that nobody told us of: its sender bears the domain's name, and it announces somebody else. */
export function isAlertSender(
  sender: Mailbox | undefined,
  subject: string,
  text: string,
  own: OwnFacts,
): boolean {
  const domain = domainOf(sender?.address)
  if (!sender?.address || !domain || isPublicDomain(domain)) return false
  if (isRobot(sender) || isOwnAddress(sender.address, own)) return false
  // A text message's gateway has the number before the @; that is the customer's own.
  if (/^\+?\d{10,}/u.test(sender.address)) return false
  if (isRelay(sender.address) || /\bvia\b/iu.test(sender.name ?? '')) return true
  const local = sender.address.split('@')[0]?.toLowerCase() ?? ''
  const isRole = ROLE.test(local) || local === domain.split('.').at(-2)
  const opening = `${subject}\n${text.slice(0, 600)}`
  if (!isBrandOf(sender) || FIRST_PERSON.test(opening.replace(/["“][^"“”]*["”]/gu, ' '))) return false
  const announces = ANNOUNCES.test(opening) || ANNOUNCES_ELSEWHERE.test(opening)
  if (isRole && (TELLS_US.test(opening) || announces)) return true
  if (!announces) return false
  // Who writes for themselves gives an address of their own house, or none.
  return findEmails(text).some(
    (each) => domainOf(each.address) !== domain && !isOwnAddress(each.address, own),
  )
}

/** Whether a sender is called like its domain, in full or shortened: a service, not somebody who works there. */
export function isBrandOf({ name = '', address }: Mailbox): boolean {
  const label = squash(domainOf(address)?.split('.').at(-2) ?? '')
  const words = name
    .split(/[^\p{L}\p{N}]+/u)
    .map(squash)
    .filter((word) => word !== '')
  const called = words.join('')
  // "Ruby Line Reception <rubyline@rubyline…>"; "Ruby Line <ruby@…>" may be somebody.
  const isPerson = isFirstName(name.split(' ')[0] ?? '') && !(words.length > 2 && called.startsWith(label))
  if (label.length < 4 || words.length === 0 || isPerson) return false
  if (called.startsWith(label.slice(0, 6))) return true
  // "Jobber <requests@getjobber…>", "Soumissions Rénovation <…@soumrenov…>"
  return (called.length > 4 && label.includes(called)) || isMadeOf(label, words)
}

// Beginnings of the words, three letters of each at least, the first among them.
function isMadeOf(label: string, words: readonly string[]): boolean {
  let rest = label
  let taken = 0
  for (const word of words.slice(0, 6)) {
    let length = 0
    while (length < word.length && word[length] === rest[length]) length += 1
    if (length >= 3) {
      rest = rest.slice(length)
      taken += 1
    } else if (taken === 0) return false
  }
  return taken >= 2 && rest === ''
}
