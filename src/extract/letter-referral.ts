import { hasCompanyWord } from './find-company.ts'
import { findEmails } from './find-emails.ts'
import { findPhones } from './find-phones.ts'
import type { Findings, Found, PersonName, PhoneMention } from './found.ts'
import { isOwnAddress, isOwnName, type OwnFacts } from './own-facts.ts'
import { looksLikeName, parsePersonName } from './person-name.ts'

/** Whom a contractor or colleague sends to us, and how to reach them. */
export type Referred = Required<Pick<Findings, 'name' | 'phones'>> & Pick<Findings, 'email'>

const NAME = String.raw`((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}\.)?(?: (?:&|and) \p{Lu}[\p{L}'’-]+)?(?: (?:de |la |van |von |St\. )?\p{Lu}[\p{L}'’-]+){1,2})`
const WHO =
  '(?:[Hh]ome ?owners?|[Pp]roperty owners?|[Oo]wners?|[Cc]ustomers?|[Cc]lients?|[Ii]nsured|[Bb]uyers?|[Ss]ellers?|[Pp]olicy ?holders?)'
// "Homeowner is Bettye Coffman", "a client of mine, Jo Falk,", "the customer's name is …"
const INTRODUCED = new RegExp(
  String.raw`\b${WHO}(?:['’]s)?(?: (?:name|contact))?(?: of (?:mine|ours))?(?:,| is| are|:| named| called|['’]s)? (?:called |named )?${NAME}`,
  'u',
)
const NAMED = new RegExp(
  String.raw`\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he)(?: (?:full|contact))? names? (?:is|are) ${NAME}`,
  'u',
)
// Whose name it is was said before: "I have a lady with roots in her sewer."
const SPOKEN_OF = new RegExp(
  String.raw`\b(?:${WHO}|lady|guy|man|woman|gentleman|couple|family|folks|patient|friend|neighbou?r)\b`,
  'iu',
)

// How far behind the name the number stands.
const REACH = 260

/** The customer whom a letter from somebody else introduces with a number or an address for mail of their own. */
export function findReferred(text: string, author: string | undefined, own: OwnFacts): Referred | undefined {
  const match = INTRODUCED.exec(text) ?? namedBefore(text)
  const quote = match?.[1]?.trim()
  if (!match || !quote || hasCompanyWord(quote) || isOwnName(quote, own) || !looksLikeName(quote))
    return undefined
  const value = parsePersonName(quote)
  if (!value?.last) return undefined
  const behind = text.slice(match.index, match.index + match[0].length + REACH)
  const phones = findPhones(behind, own)
    .filter((phone) => phone.use !== 'ours' && phone.use !== 'fax')
    .map(toTheirs)
  const mail = findEmails(behind).find(
    ({ address }) => address !== author?.toLowerCase() && !isOwnAddress(address, own),
  )
  if (phones.length === 0 && !mail) return undefined
  const name: Found<PersonName> = { value, confidence: 'likely', origin: 'whom the mail introduces', quote }
  return {
    name,
    phones,
    ...(mail && { email: { value: mail.address, confidence: 'likely', origin: 'from the message' } }),
  }
}

function namedBefore(text: string): RegExpExecArray | undefined {
  const match = NAMED.exec(text)
  return match && SPOKEN_OF.test(text.slice(Math.max(0, match.index - 300), match.index)) ? match : undefined
}

const toTheirs = (phone: PhoneMention): Found<PhoneMention> => {
  const { ofAnother: _, ...value } = phone
  const use = value.use === 'somebody-else' ? 'plain' : value.use
  return { value: { ...value, use }, confidence: 'likely', origin: 'from the message', quote: phone.quote }
}
