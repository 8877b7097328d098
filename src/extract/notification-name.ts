import { hasCompanyWord } from './find-company.ts'
import type { Findings, Found, PersonName } from './found.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'
import { looksLikeName, parsePersonName } from './person-name.ts'
import { isSame } from './signature.ts'

type NameSources = {
  readonly form: Findings
  readonly said: Found<PersonName> | undefined
  readonly isCall: boolean
  readonly subject: string
  readonly lines: readonly string[]
  readonly own: OwnFacts
}

/** The customer's name out of what labels, caller ids, headings and the words themselves give. */
export function chooseName({
  form,
  said,
  isCall,
  subject,
  lines,
  own,
}: NameSources): Found<PersonName> | undefined {
  // A caller id names whoever pays for the line; what the caller says is better.
  if (isCall && said?.value.last) return said
  if (form.name && !isInitialOnly(form.name.value)) return form.name
  const announced = findAnnounced(subject, lines, isCall, own)
  // Whom the heading names in plain letters is who wrote; a first name in the text may be anybody's.
  const isVague =
    announced !== undefined &&
    announced.quote !== announced.quote?.toUpperCase() &&
    (announced.value.last !== undefined || !isSame(announced.value, said?.value ?? {}))
  const short = form.name ?? (isCall && !isVague ? (said ?? announced) : announced)
  const fuller = [announced, said].find(
    (each) => each?.value.last && !isInitialOnly(each.value) && (!short || isSame(each.value, short.value)),
  )
  return fuller ?? form.name ?? short ?? said
}

const isInitialOnly = (name: PersonName): boolean => !name.last || /^\p{L}\.?$/u.test(name.last)

const NAME = String.raw`((?:(?:Mr|Mrs|Ms|Dr|Pastor|Rev)\.? )?\p{Lu}[\p{L}'’.-]*(?:(?: (?:&|and|de|la|van|von|der|del|St\.)){0,2} \p{Lu}[\p{L}'’.-]*){0,3})`
const CALLER = String.raw`((?:(?:Mr|Mrs|Ms|Miss|Dr|Pastor|Rev|Mme|M)\.? )?\p{Lu}[\p{L}'’-]+(?:,? \p{Lu}[\p{L}'’.-]*){0,3})`
const ANNOUNCED = [
  new RegExp(
    String.raw`(?:^|[:!–-]\s)${NAME}(?: \([^)]{1,40}\))?(?: (?:in|from|near|of) (?:\p{Lu}[\p{L}.'’-]+,? ?){1,4}| from \d{5}|, \p{Lu}[^,]{2,50},)? ?(?:is (?:looking|interested|requesting|waiting|ready|hoping|asking|trying)|has (?:a|requested|sent|booked|contacted)|requested|submitted|sent|wants|needs|started|left|called|messaged|would like|contacted|booked|asked|just)\b`,
    'u',
  ),
  new RegExp(
    String.raw`\b(?<!\b(?:taken|answered|handled|received|assisted|picked up|assigned to|sent) )(?:from|by|with|customer|client|caller|prospect|lead:|for|homeowner)[ :]+${CALLER}(?=\s*(?:$|[(!.,–-]|\bin\b|\bat\b|\bon\b|\bfor\b|\+?\d))`,
    'u',
  ),
  new RegExp(String.raw`\s[–—-]\s${NAME}\s*$`, 'u'),
  // "Lucretia H. — Lawn mowing in Star"
  /^(\p{Lu}\p{Ll}[\p{L}'’-]* \p{Lu}\.?)\s*[–—|:-]\s/u,
  new RegExp(
    String.raw`^(?:\p{L}+ ){0,3}(?:[Ll]ead|[Ii]nquiry|[Ee]nquiry|[Rr]equest|[Mm]essage|[Ss]ubmission|[Cc]ontact|[Cc]ustomer|[Cc]lient|[Oo]pportunity|[Rr]eferral|[Mm]atch|LEAD)\s?(?:#\S{1,12}\s?)?[:–—-]\s${NAME}(?=\s*(?:$|[(,|–—-]))`,
    'u',
  ),
]

/** The name that a subject or an opening line announces: "Devon M. is looking for …". */
function findAnnounced(
  subject: string,
  lines: readonly string[],
  isCall: boolean,
  own: OwnFacts,
): Found<PersonName> | undefined {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  // 'Augustine "Gus" Farrow needs …'
  const texts = [...filled.slice(0, 8), subject].map((text) =>
    text.replace(/(?<!\p{L})(\p{Lu}\p{Ll}+) ["“(]\p{Lu}\p{Ll}+["”)] (?=\p{Lu}\p{Ll})/gu, '$1 '),
  )
  let best: Found<PersonName> | undefined
  for (const text of texts) {
    for (const pattern of ANNOUNCED) {
      const found = pattern
        .exec(text)?.[1]
        ?.replace(/\b(?:Via|On|In|At|For|Your)\b.*$/u, '')
        .trim()
      const name = found && usableName(found, isCall, own)
      if (name && (!best || (name.last && isInitialOnly(best.value) && isSame(name, best.value)))) {
        best = {
          value: name,
          confidence: 'likely',
          origin: text === subject ? 'from the subject' : 'from the notification',
          quote: found,
        }
      }
    }
  }
  if (best && !isInitialOnly(best.value)) return best
  // A line of its own: "HOLT DEBORAH", "Devon M.".
  for (const line of filled.slice(0, 12)) {
    const [head = ''] = line.replace(/^[•*-]\s*/u, '').split(/\s*[|•·]\s*/u)
    const name = usableName(head, isCall, own)
    if (name && (best ? isSame(name, best.value) && name.last : line.split(/\s+/u).length >= 2)) {
      return { value: name, confidence: 'likely', origin: 'from the notification', quote: line }
    }
  }
  return best
}

function usableName(text: string, isCall: boolean, own: OwnFacts): PersonName | undefined {
  if (!looksLikeName(text) || isOwnName(text, own) || hasCompanyWord(text)) return undefined
  const isCallerId = isCall && text === text.toUpperCase() && !text.includes(',')
  return parsePersonName(text, isCallerId ? 'last-first' : 'usual')
}
