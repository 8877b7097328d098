import { cutAtGrapheme } from '../lead/limits.ts'

// Slack has no escape for its formatting marks, so they are exchanged for signs that look alike and that it does not read. It also
// reads their full-width forms.
const LOOKALIKES: Readonly<Record<string, string>> = {
  '*': '∗',
  '＊': '∗',
  '~': '∼',
  '～': '∼',
  '`': 'ˋ',
  '｀': 'ˋ',
  _: 'ˍ',
  '＿': 'ˍ',
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

// Arabic, Hebrew and their presentation forms.
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u
const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

// NOTE: an override in a customer's text would turn round what stands behind it on the line.
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu

/**
 * Customer text for mrkdwn and for a message's `text`: shown as it was written, whatever it holds. No mention, link, quote, bold or
 * code comes of it; Slack's own `:tree:` stays an emoji. With `cap`, at most that many UTF-16 units of escaped text, cut between graphemes and ending in `…`.
 * Right-to-left text is isolated, so that a number behind it keeps its place.
 */
export function escapeText(text: string, cap = Number.POSITIVE_INFINITY): string {
  const inert = disarmMarks(cleanText(text))
  if (!RIGHT_TO_LEFT.test(inert)) return escapeEntities(inert, cap)
  return `${FIRST_STRONG_ISOLATE}${escapeEntities(inert, cap - 2)}${POP_ISOLATE}`
}

/** The same for what has to stay on one line (names, addresses, labels of links). */
export function escapeLine(text: string, cap?: number): string {
  return escapeText(text.replaceAll(/\s+/gu, ' ').trim(), cap)
}

/** `<url|label>`; empty when the label is. The label is escaped here; the URL may be anything but must come from us. */
export function toLink(url: string, label: string): string {
  const shown = escapeLine(label)
  const address = cleanText(url)
    .replaceAll('&', '&amp;')
    .replaceAll(/[<>|\s]/gu, (sign) => encodeURIComponent(sign))
  return shown && `<${address}|${shown}>`
}

/** Removes what cannot be shown: control characters, halves of surrogate pairs, bidi overrides. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(BIDI_CONTROLS, '')
}

function disarmMarks(text: string): string {
  return (
    text
      // Between two letters or digits (an email address) an underline marks nothing and stays as it is.
      .replaceAll(/[*＊~～`｀＿]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gu, (mark) => LOOKALIKES[mark] ?? mark)
      // At the start of a line it would quote the line.
      .replaceAll(/^(\s*)([>＞]+)/gmu, (_, space: string, signs: string) => space + '›'.repeat(signs.length))
  )
}

function escapeEntities(text: string, cap: number): string {
  const whole = toEntities(text)
  if (whole.length <= cap) return whole
  let kept = cutAtGrapheme(text, cap - 1)
  while (toEntities(kept).length > cap - 1) kept = cutAtGrapheme(kept, kept.length - 1)
  return `${toEntities(kept.trimEnd())}…`
}

function toEntities(text: string): string {
  return text.replaceAll(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign)
}
