import { hasCompanyWord } from './find-company.ts'
import { isFirstName } from './first-names.ts'

// Words for a business or an institution that people are called by too: Jude Law, Marina Lopez, Grace Church.
const NAMES_TOO = new Set(
  'abbey bank chapel church commons court deli grill inn law lodge marina market orchard parish place plaza school spa temple villas'.split(
    ' ',
  ),
)

// "Jane Smith, Oakwood HOA": a person and where they are from.
const OF_TWO_PARTS =
  /[(/@;|]|,(?!\s*(?:inc|llc|l\.l\.c|ltd|corp|co|lp|llp|pllc)\b)|\s[-–—]\s|\s(?:from|at|with|c\/o)\s/iu

/** Whether a name, as it stands alone in a field, is a company's. In doubt it is a person's. */
export function isCompanyName(name: string): boolean {
  const words = name.trim().split(/\s+/u)
  if (words.length < 2 || OF_TWO_PARTS.test(name) || !hasCompanyWord(name)) return false
  // Hoa Nguyen is a person, Oakwood HOA is not.
  const others = words.filter(
    (word, at) => !NAMES_TOO.has(word.toLowerCase()) && !(at === 0 && /^hoa$/iu.test(word)),
  )
  if (hasCompanyWord(others.join(' '))) return true
  const [first = ''] = words
  const last = words.at(-1)?.toLowerCase() ?? ''
  return words.length > 2 && NAMES_TOO.has(last) && !isFirstName(first)
}
