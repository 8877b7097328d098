import { decodeHTMLStrict } from 'entities'
import { toLabelField } from './labels.ts'

/** Line ends, spaces and typographic debris made plain; words stay as they were written. */
export function cleanText(text: string): string {
  return decodeHTMLStrict(text)
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu, '')
    .replace(/[\u2010-\u2012\u2212]/gu, '-')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, ' ')
    .replace(/<mailto:[^|>\s]{1,200}\|([^>\n]{1,200})>/giu, '$1')
    .replace(/<(?:mailto:|tel:)([^|>\s]{1,200})>/giu, '<$1>')
    .replace(/<tel:[^|>\s]{1,60}\|([^>\n]{1,60})>/giu, '$1')
    .replace(/<https?:[^|>\s]{1,2000}\|([^>\n]{1,200})>/giu, (_, label: string) =>
      label.length > 2 ? label : '',
    )
    .replace(/<https?:[^>\s]{1,2000}>/giu, ' ')
    .replace(/\[(?:cid|image|button|img|logo|inline image)\b:?[^\]\n]{0,200}\]/giu, '')
    .split('\n')
    .map(partAtIcons)
    .join('\n')
    .replace(/(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]{1,40}:(?![\p{L}\p{N}])/gu, '')
    .split('\n')
    .map(cleanLine)
    .join('\n')
    .replace(/\n{4,}/gu, '\n\n\n')
}

const ICON =
  /:(?:(?:round_)?pushpin|house\w*|telephone\w*|phone|iphone|calling|busts?_in_silhouette|man|woman|person|e-?mail|envelope\w*|memo|pencil2?|clipboard|speech_balloon|evergreen_tree|deciduous_tree|palm_tree|calendar|date):|(?:📍|📌|🏠|🏡|☎|📞|📱|📲|👤|👥|🧑|👩|👨|📧|✉|📩|📝|🗒|📋|💬|🌲|🌳|🌴|📅)\ufe0f?/gu

// ":round_pushpin: 58 Cobblestone Ct :bust_in_silhouette: Fern Delaney": icons instead of labels part the line.
function partAtIcons(line: string): string {
  if ((line.match(ICON) ?? []).length < 3) return line
  return line
    .split(ICON)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' | ')
}

function cleanLine(line: string): string {
  const bold = /^(\s*(?:[>•*-]\s+)?)\*([^*\n]{1,60})\*\s*:?\s*(.*)$/u.exec(line)
  if (bold?.[2] && toLabelField(bold[2]) && bold[3] !== undefined) {
    return `${bold[1] ?? ''}${bold[2].replace(/:\s*$/u, '')}: ${stripStars(bold[3])}`.trimEnd()
  }
  return stripStars(line).trimEnd()
}

function stripStars(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}*])\*{1,2}([^*\n]{1,300})\*{1,2}(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_([^_\n]{1,200})_(?![\p{L}\p{N}_])/gu, '$1')
}
