import { Buffer } from 'node:buffer'

/** A mail file, as far as it is read: the fields of a Slack email file that `readMessage` looks at. */
export type EmlFile = {
  readonly mode: 'email'
  readonly subject: string
  readonly from: readonly { original: string }[]
  readonly to: readonly { original: string }[]
  readonly cc: readonly { original: string }[]
  readonly headers: { readonly date?: string; readonly reply_to?: string; readonly message_id?: string }
  readonly plain_text: string
  readonly simplified_html: string
  readonly attachments: readonly { filename: string; mimetype: string }[]
}

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string }

const DEEPEST = 10

/** Reads an RFC 5322 message: header words, multipart bodies, quoted-printable and base64. `bytes` as they stand in the file. */
export function parseEml(bytes: Uint8Array): EmlFile {
  const root = toPart(Buffer.from(bytes).toString('latin1'))
  const leaves = leavesOf(root, 0)
  const text = leaves.find((part) => typeOf(part) === 'text/plain' && nameOf(part) === undefined)
  const html = leaves.find((part) => typeOf(part) === 'text/html' && nameOf(part) === undefined)
  const header = (name: string): string => decodeWords(root.headers.get(name) ?? '')
  const date = header('date')
  const replyTo = header('reply-to')
  const messageId = header('message-id')
  return {
    mode: 'email',
    subject: header('subject'),
    from: toAddresses(header('from')),
    to: toAddresses(header('to')),
    cc: toAddresses(header('cc')),
    headers: {
      ...(date && { date }),
      ...(replyTo && { reply_to: replyTo }),
      ...(messageId && { message_id: messageId }),
    },
    plain_text: text ? decodeBody(text) : '',
    simplified_html: html ? decodeBody(html) : '',
    attachments: leaves.flatMap((part) => {
      const filename = nameOf(part)
      return filename ? [{ filename, mimetype: typeOf(part) }] : []
    }),
  }
}

function toPart(source: string): Part {
  const end = /\r?\n\r?\n/u.exec(source)
  const head = (end ? source.slice(0, end.index) : source).replace(/\r?\n[ \t]+/gu, ' ')
  const headers = new Map<string, string>()
  for (const line of head.split(/\r?\n/u)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: end ? source.slice(end.index + end[0].length) : '' }
}

function leavesOf(part: Part, depth: number): readonly Part[] {
  const boundary = /boundary="?([^";]{1,100})"?/iu.exec(part.headers.get('content-type') ?? '')?.[1]
  if (!boundary || depth > DEEPEST) return [part]
  return part.body
    .split(`--${boundary}`)
    .slice(1)
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leavesOf(toPart(piece.replace(/^\r?\n/u, '')), depth + 1))
}

const typeOf = (part: Part): string =>
  (part.headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? 'text/plain'

function nameOf(part: Part): string | undefined {
  const named = `${part.headers.get('content-disposition') ?? ''};${part.headers.get('content-type') ?? ''}`
  const name = /(?:file)?name\*?="?([^";]{1,250})"?/iu.exec(named)?.[1]
  return name ? decodeWords(name) : undefined
}

function decodeBody(part: Part): string {
  const encoding = part.headers.get('content-transfer-encoding')?.trim().toLowerCase()
  const charset = /charset="?([^";\s]{1,40})"?/iu.exec(part.headers.get('content-type') ?? '')?.[1] ?? 'utf-8'
  if (encoding === 'base64') return decodeCharset(Buffer.from(part.body, 'base64'), charset)
  if (encoding === 'quoted-printable') {
    return decodeCharset(fromQuotedPrintable(part.body.replace(/=\r?\n/gu, '')), charset)
  }
  return decodeCharset(Buffer.from(part.body, 'latin1'), charset)
}

const fromQuotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([\da-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

function decodeCharset(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError) return bytes.toString('utf8')
    throw error
  }
}

/** `=?UTF-8?Q?Caf=C3=A9?=` in headers. */
function decodeWords(text: string): string {
  const raw = decodeCharset(Buffer.from(text, 'latin1'), 'utf-8')
  return raw
    .replace(/(\?=)\s+(?==\?)/gu, '$1')
    .replace(
      /=\?([^?\s]{1,40})\?([bq])\?([^?\s]{0,2000})\?=/giu,
      (_, charset: string, kind: string, word: string) =>
        decodeCharset(
          kind.toLowerCase() === 'b'
            ? Buffer.from(word, 'base64')
            : fromQuotedPrintable(word.replace(/_/gu, ' ')),
          charset,
        ),
    )
}

const toAddresses = (text: string): { original: string }[] =>
  text
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u)
    .map((original) => ({ original: original.trim() }))
    .filter(({ original }) => original !== '')
