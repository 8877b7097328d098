import { companyOfDomain, hasCompanyWord } from './find-company.ts'
import type { Findings, Found } from './found.ts'
import { nameOf } from './letter-name.ts'
import type { LetterPart } from './letter-part.ts'
import { domainOf } from './mailbox.ts'
import { isOwnName, type OwnFacts } from './own-facts.ts'

/** Where the customer works: by the mail domain, the signature, or the text. */
export function findCompany(
  customer: LetterPart,
  theirs: readonly LetterPart[],
  bodies: readonly Findings[],
  own: OwnFacts,
): Found<string> | undefined {
  const signature = theirs.flatMap((part) => part.signed.signature)
  const byDomain = companyOfDomain(domainOf(customer.author?.address), [
    ...signature,
    ...theirs.flatMap((part) => part.signed.body),
  ])
  const named = signature.flatMap(companiesOfLine).find((text) => !isOwnName(text, own))
  const inBody = bodies.map((each) => each.company).find(Boolean)
  const isBusiness =
    named !== undefined && byDomain !== undefined && named.toLowerCase().startsWith(byDomain.toLowerCase())
  const value = isBusiness ? named : (byDomain ?? named)
  if (value !== undefined && !isOwnName(value, own)) {
    return {
      value: trimCompany(value),
      confidence: byDomain ? 'sure' : 'likely',
      origin: 'from the signature',
      quote: value,
    }
  }
  const display = customer.author?.name
  if (
    display &&
    hasCompanyWord(display) &&
    !isOwnName(display, own) &&
    nameOf(customer.author, own) === undefined
  ) {
    return { value: display, confidence: 'likely', origin: 'the sender' }
  }
  return inBody?.confidence === 'sure' ? inBody : undefined
}

const TITLE =
  /\b(?:manager|director|coordinator|supervisor|treasurer|president|secretary|agent|specialist|administrator|assistant|superintendent|head|chief|vp|ceo|cfo|owner|principal|board member|chair\w*|engineer|estimator|foreman|rep\w*|broker|associate|partner|member)\b/iu

function companiesOfLine(line: string): readonly string[] {
  if (/@|\d{3}[-. )]\d{3}|https?:|www\./u.test(line) || line.length > 80) return []
  return line
    .split(/\s*[|•·]\s*|,\s+(?!(?:inc|llc|ltd)\b)|\s[-–—]\s/iu)
    .map((piece) => piece.trim())
    .filter(
      (piece) =>
        piece !== '' &&
        hasCompanyWord(piece) &&
        !TITLE.test(piece) &&
        !/^\d/u.test(piece) &&
        /^\p{Lu}/u.test(piece),
    )
}

const trimCompany = (text: string): string =>
  text.replace(/^[\s,|-]+|[\s,|-]+$/gu, '').replace(/^(?:the board of|board of)\s+/iu, '')
