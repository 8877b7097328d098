import type { FoundAddress } from '../lead/find-addresses.ts'
import { maskSpans } from './mask.ts'

const NEXT_DOOR =
  /\b(?:neighbou?rs?|next door|across (?:the|from)|(?:up|down) the (?:street|road|block)|other side of the (?:street|road)|doors? down)\b/iu
// "Saw your trucks at 77 Mill Pond Rd. We're at 81."
const AT_WORK =
  /\b(?:your|the|ur) (?:trucks?|crews?|guys|fellas|men|chipper|bucket|sign|machine)\b|\bwhile (?:you|they|ur|u)(?:['’]?re| are)?\b|\byou(?:['’]re| guys are| are) (?:working|doing|at)\b/iu
const NUMBER =
  /(?:\b(at|(?:house )?number|no\.?|house|#|(?:she|he|they|it|house|hers|his|theirs)(?:['’]?s|['’]?re| is| are))\s?#?)(\d{1,5}[a-z]?)(?=\s*(?:[,;)\n¦]|\.(?!\d)|$)|\s(?:wants?|needs?|asked|would|said|has|is|and|who|came|called|saw)\b)/giu

// "Neighbor (Paul Sears at 40) and I split it. I am 42 Birch Hill Rd."
const LIVES_AT =
  /\b(?:i am|i['’]?m|we are|we['’]re|i live|we live|my (?:own )?(?:address|house|place) is|mine is)(?: at| on)?:?\s*$/iu

// "next door (Gil and Pat Romo, 644)"
const BRACKETED = /(?<!\bown(?:s|ed)?\b[^()]{0,30})(,)\s?(\d{1,5}[a-z]?)\s?\)/giu

// "I'm 1612, they're 1614 Chandler St"
const MINE =
  /\b(?:i['’]?m|i am|we['’]?re|we are|mine(?:['’]?s| is)|ours is|my (?:house|place|number|address) is)(?: (?:at|in|on))?(?: (?:house|number|no\.?))? ?#?(\d{1,5})(?=\s*(?:[,;)\n¦]|\.(?!\d)|$)|\s(?:and|but|next|they|theirs)\b)/iu
const OUR_NEIGHBOURS = /\b(?:our|my) (?:\p{L}+[- ]){0,3}neighbou?rs?\b[^.;!?\n]{0,40}$/iu

/**
 * Who lives on a street where we were working gives the house number alone: "at 92 Wampanoag Trl … the neighbor at 94". The street is
 * that of the only address that is named.
 */
export function atTheNeighbours(text: string, addresses: readonly FoundAddress[]): readonly FoundAddress[] {
  const [only, second] = addresses
  const street = only?.address.street
  if (!only || second || !street) return addresses
  const isNextDoor = NEXT_DOOR.test(text)
  if (!isNextDoor && !AT_WORK.test(text)) return addresses
  if (LIVES_AT.test(text.slice(Math.max(0, only.start - 40), only.start))) return addresses
  const masked = maskSpans(text, [only])
  const named = /^\d+[a-z]?(?=\s)/iu.exec(street)?.[0]
  if (named === undefined) return addresses
  const moved = (number: string): readonly FoundAddress[] => [
    { ...only, address: { ...only.address, street: `${number}${street.slice(named.length)}` } },
  ]
  const mine = MINE.exec(masked)?.[1]
  if (mine && mine.length === named.length && Math.abs(Number(mine) - Number.parseInt(named, 10)) <= 100)
    return moved(mine)
  if (!isNextDoor) return addresses
  for (const match of [...masked.matchAll(NUMBER), ...masked.matchAll(BRACKETED)]) {
    const [, how = '', number = ''] = match
    // "Our neighbors at number 16" live next to who writes.
    if (OUR_NEIGHBOURS.test(masked.slice(Math.max(0, match.index - 60), match.index))) continue
    const isTime = how.toLowerCase() === 'at' && Number.parseInt(number, 10) <= 12
    if (isTime || named === number) continue
    return moved(number)
  }
  return addresses
}
