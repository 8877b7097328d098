import type { FoundAddress } from '../lead/find-addresses.ts'
import { maskSpans } from './mask.ts'

const NEXT_DOOR =
  /\b(?:neighbou?rs?|next door|across (?:the|from)|(?:up|down) the (?:street|road|block)|other side of the (?:street|road)|doors? down)\b/iu
const NUMBER =
  /(?:\b(at|(?:house )?number|no\.?|house|#|(?:she|he|they|it|house|hers|his|theirs)(?:['’]?s|['’]?re| is| are))\s?#?)(\d{1,5}[a-z]?)(?=\s*(?:[,;)\n¦]|\.(?!\d)|$)|\s(?:wants?|needs?|asked|would|said|has|is|and|who|came|called|saw)\b)/giu

// "next door (Gil and Pat Romo, 644)"
const BRACKETED = /(?<!\bown(?:s|ed)?\b[^()]{0,30})(,)\s?(\d{1,5}[a-z]?)\s?\)/giu

/**
 * Who lives on a street where we were working gives the house number alone: "at 92 Wampanoag Trl … the neighbor at 94". The street is
 * that of the only address that is named.
 */
export function atTheNeighbours(text: string, addresses: readonly FoundAddress[]): readonly FoundAddress[] {
  const [only, second] = addresses
  const street = only?.address.street
  if (!only || second || !street || !NEXT_DOOR.test(text)) return addresses
  const masked = maskSpans(text, [only])
  for (const [, how = '', number = ''] of [...masked.matchAll(NUMBER), ...masked.matchAll(BRACKETED)]) {
    const isTime = how.toLowerCase() === 'at' && Number.parseInt(number, 10) <= 12
    const named = /^\d+[a-z]?(?=\s)/iu.exec(street)?.[0]
    if (isTime || named === undefined || named === number) continue
    return [{ ...only, address: { ...only.address, street: `${number}${street.slice(named.length)}` } }]
  }
  return addresses
}
