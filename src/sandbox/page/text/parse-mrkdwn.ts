/** A piece of Slack's `mrkdwn`. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string | undefined }
  | { readonly kind: 'user' | 'channel' | 'group'; readonly id: string; readonly label: string | undefined }
  | { readonly kind: 'broadcast'; readonly label: string }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string }

export type TextBlock =
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'pre'; readonly text: string }

/** Splits a text into quotes, fenced code and lines. */
export function parseMrkdwn(source: string): TextBlock[] {
  return source.split(/```/u).flatMap((part, index): TextBlock[] => {
    if (index % 2 === 1) return [{ kind: 'pre', text: decodeEntities(part.replace(/^\n|\n$/gu, '')) }]
    return part === '' ? [] : splitQuotes(part)
  })
}

function splitQuotes(text: string): TextBlock[] {
  const blocks: { kind: 'lines' | 'quote'; lines: (readonly Inline[])[] }[] = []
  for (const line of text.split('\n')) {
    const quoted = /^(?:&gt;|>) ?/u.exec(line)
    const kind = quoted ? 'quote' : 'lines'
    const inline = parseInline(quoted ? line.slice(quoted[0].length) : line)
    const last = blocks.at(-1)
    if (last?.kind === kind) last.lines.push(inline)
    else blocks.push({ kind, lines: [inline] })
  }
  return blocks
}

const TOKEN =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(\S(?:[^*\n]*\S)?)\*(?![\w*])|(?<!\w)_(\S(?:[^_\n]*\S)?)_(?!\w)|(?<![\w~])~(\S(?:[^~\n]*\S)?)~(?![\w~])/gu

export function parseInline(text: string): Inline[] {
  const pieces: Inline[] = []
  let from = 0
  for (const match of text.matchAll(TOKEN)) {
    pushText(pieces, text.slice(from, match.index))
    from = match.index + match[0].length
    const [, code, token, bold, italic, strike] = match
    if (code !== undefined) pieces.push({ kind: 'code', text: decodeEntities(code) })
    else if (token !== undefined) pieces.push(parseToken(token))
    else if (bold !== undefined) pieces.push({ kind: 'bold', children: parseInline(bold) })
    else if (italic !== undefined) pieces.push({ kind: 'italic', children: parseInline(italic) })
    else if (strike !== undefined) pieces.push({ kind: 'strike', children: parseInline(strike) })
  }
  pushText(pieces, text.slice(from))
  return pieces
}

function pushText(pieces: Inline[], text: string): void {
  if (text !== '') pieces.push({ kind: 'text', text: decodeEntities(text) })
}

function parseToken(token: string): Inline {
  const bar = token.indexOf('|')
  const target = bar < 0 ? token : token.slice(0, bar)
  const label = bar < 0 ? undefined : decodeEntities(token.slice(bar + 1))
  const date = /^!date\^(\d+)\^([^^]*)/u.exec(target)
  if (date) {
    return { kind: 'date', seconds: Number(date[1]), format: date[2] ?? '', fallback: label ?? '' }
  }
  if (target.startsWith('!subteam^')) return { kind: 'group', id: target.slice(9), label }
  if (target.startsWith('!')) return { kind: 'broadcast', label: label ?? target.slice(1) }
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), label }
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), label }
  return { kind: 'link', url: decodeEntities(target), label }
}

export function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
