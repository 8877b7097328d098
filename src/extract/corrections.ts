/** Words that take back what was said before. */
export const CORRECTING =
  '(?:no|nope|sorry|wait|hang on|hold on|scratch that|strike that|i mean|i meant|i said|make that|correction|rather|excuse me|let me (?:correct|fix) that|my bad|oops)'
const SOFT = '(?:oh|uh|um|er|actually|ok|okay)'
const BACK = `(?:${SOFT}[ ,.…-]{1,3}){0,2}${CORRECTING}(?:[ ,.…-]{1,3}(?:${CORRECTING}|${SOFT})){0,3}`
const SAYS =
  "(?:(?:it['’]?s|its|that['’]?s|thats|it is|it should be|should be|that should be|is|(?:the )?last (?:four|4|2|two|3|three)(?: digits| numbers)?(?: are| is|:)?)[ ,:]{1,2})?"

const CORRECTED = new RegExp(
  String.raw`(\d[\d.-]{0,12})((?:[ ,.]+[\p{L}'’]+\.?){0,5}?)[ ,.…-]{1,4}${BACK}[ ,.…:-]{1,3}${SAYS}(\d[\d.-]{0,13}\d|\d)(?!\s?(?:trees|stumps))`,
  'giu',
)

// "wait no last four are 0 1 9 2"
const SINGLY = new RegExp(
  String.raw`(\b(?:${CORRECTING}|last (?:four|4)) (?:[\p{L}'’]+ ){0,4})(\d(?:[ -]\d){2,6})(?![ -]?\d)`,
  'giu',
)

// "2 7 0 270 Mockernut Lane": spelled out, then said.
const SAID_TWICE = /(?<![\d-]\s?)(\d(?: \d){1,5}) (\d{2,6})(?![\d-])/gu

/** Takes a corrected number at its word: "2531 oak st, no sorry, 2513" says 2513 oak st. */
export function applyCorrections(text: string): string {
  return text
    .replace(SAID_TWICE, (whole, spelled: string, said: string) =>
      spelled.replaceAll(' ', '') === said ? said : whole,
    )
    .replace(SINGLY, (_, before: string, digits: string) => `${before}${digits.replace(/\D/gu, '')}`)
    .replace(CORRECTED, (...match) => {
      const [whole, wrong, said, right, at, all] = match as [string, string, string, string, number, string]
      const after = all
        .slice(at + whole.length, at + whole.length + 40)
        .trim()
        .toLowerCase()
      const [firstSaid = ''] = said.trim().toLowerCase().split(/\s+/u)
      // The street was said again with the right number.
      const between = firstSaid !== '' && after.startsWith(firstSaid) ? '' : said
      const digits = right.replace(/[.-]/gu, '')
      const wrongDigits = wrong.replace(/[.-]/gu, '')
      if (digits.length === wrongDigits.length || (digits.length < 6 && wrongDigits.length < 6))
        return `${right}${between}`
      // Only the end of a phone number was said again.
      if (wrongDigits.length >= 7 && digits.length === 4) return `${wrong.slice(0, -4)}${right}${between}`
      return digits.length > wrongDigits.length ? `${right}${between}` : whole
    })
}
