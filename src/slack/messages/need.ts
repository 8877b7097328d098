import { cutWithEllipsis } from '../../lead/limits.ts'
import { escapeLine } from '../escape.ts'

/** The beginning of what the customer wants, on one line, escaped; `cap` counts what is read, not the escapes. */
export function shownNeed(need: string, cap: number): string {
  return escapeLine(cutWithEllipsis(need.replaceAll(/\s+/gu, ' ').trim(), cap))
}
