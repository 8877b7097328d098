import type { FoundAddress } from '../lead/find-addresses.ts'
import { toPlaceCase } from '../lead/letter-case.ts'
import { STOP_WORDS, STRONG_SUFFIXES } from '../lead/street-words.ts'
import { isEverydayWord } from './everyday-words.ts'

const SIDE = String.raw`(?:n|s|e|w|ne|nw|se|sw|(?:north|south)(?:east|west)?|east|west)\.?`
const NAMED = new RegExp(
  String.raw`\b(?:on|off|of|down|along|at|up|is)\s(?:(?:uh|um|the)\s)?((?:${SIDE}\s)?(?:[\p{L}\d'’]+\s){1,3}?(?:${[...STRONG_SUFFIXES].join('|')})(?!\p{L})(?:\s${SIDE}(?![\p{L}’']))?)`,
  'giu',
)
const NUMBER_BEHIND =
  /^[^¦]{0,60}?\b(?:house(?: number)?(?: is)?|(?:the |my |house |street )?number(?: is|['’]s)?|it['’]?s(?: number)?)\s#?(\d{1,5})(?![\d-])(?!\s?(?:ft|foot|feet|acres?|yrs?|years?|trees?|stumps?|in|inch))/iu
const NUMBER_AHEAD = /\b(?:number|house|#|no\.)\s?#?(\d{1,5})\s?,?$/iu

/**
 * A street that is named first and numbered later: "over on Ledge Road in Camden, it's number 29", "Greenmead Drive, 1904 Greenmead".
 * `text` has contacts masked.
 */
export function findPartedStreet(text: string): FoundAddress | undefined {
  for (const match of text.slice(0, 4000).matchAll(NAMED)) {
    const line = match[1] ?? ''
    const words = line.toLowerCase().split(/\s+/u)
    const name = words.filter((word) => !STRONG_SUFFIXES.has(word))
    if (name.some((word) => STOP_WORDS.has(word)) || name.every((word) => isEverydayWord(word))) continue
    const end = match.index + match[0].length
    const start = end - line.length
    const behind = text.slice(end, end + 90)
    const number =
      NUMBER_BEHIND.exec(behind)?.[1] ??
      NUMBER_AHEAD.exec(text.slice(Math.max(0, match.index - 20), match.index).trimEnd())?.[1] ??
      numberOfSame(behind, name[0] ?? '')
    if (number !== undefined)
      return { address: { street: toPlaceCase(`${number} ${line}`) }, start, end, box: false }
  }
  return undefined
}

// "on Greenmead Drive 1904 Greenmead"
function numberOfSame(behind: string, name: string): string | undefined {
  for (const [, number, word = ''] of behind.matchAll(/(?<![\d-])(\d{1,5}) (\p{L}{3,})/gu))
    if (word.toLowerCase() === name) return number
  return undefined
}
