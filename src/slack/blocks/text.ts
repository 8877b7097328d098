import type { MrkdwnElement, PlainTextElement } from '@slack/types'
import { cutAtGrapheme, cutWithEllipsis } from '../../lead/limits.ts'
import { cleanText } from '../escape.ts'
import { BLOCK_LIMITS } from './limits.ts'

/** Stands where there is no text: Slack refuses an empty text object. */
const NOTHING = '–'

/** Text that Slack shows as it is: needs no escaping, only a cap. `:tree:` stays `:tree:`. */
export function plain(text: string, cap: number = BLOCK_LIMITS.text): PlainTextElement {
  const clean = cleanText(text)
  return { type: 'plain_text', text: clean.trim() ? cutWithEllipsis(clean, cap) : NOTHING, emoji: false }
}

/**
 * Formatted text. Customer text in it must have gone through `escapeText`. `verbatim`: Slack makes no links and mentions of what only
 * looks like one.
 */
export function mrkdwn(text: string, cap: number = BLOCK_LIMITS.text): MrkdwnElement {
  return { type: 'mrkdwn', text: text.trim() ? cutMrkdwn(text, cap) : NOTHING, verbatim: true }
}

/** Cuts at a grapheme and never inside `&amp;` or `<url|label>`. */
export function cutMrkdwn(text: string, cap: number): string {
  if (text.length <= cap) return text
  const whole = cutAtGrapheme(text, cap - 1).replace(/<[^>]*$|&[a-z]{0,3}$/u, '')
  return `${whole.trimEnd()}…`
}
