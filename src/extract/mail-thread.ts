import type { Mailbox } from './extraction.ts'
import { parseMailbox } from './mailbox.ts'

/** One message of a thread: what the sender wrote, or what was forwarded or quoted under it. */
export type Segment = {
  readonly from?: Mailbox
  readonly subject?: string
  readonly lines: readonly string[]
  readonly how: 'top' | 'forwarded' | 'quoted'
}

type Open = {
  from?: Mailbox
  subject?: string
  lines: string[]
  how: Segment['how']
  depth: number
}

const FORWARD_MARK =
  /^[\s>*_-]*(?:-{2,}\s*)?(?:begin forwarded message|forwarded message|original message|forwarded by .{0,60}|début du message (?:réexpédié|transféré)|message (?:transféré|réexpédié|d'origine|original)|mensaje (?:reenviado|original)|inicio del mensaje reenviado|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|ursprüngliche nachricht|messaggio (?:inoltrato|originale)|inizio messaggio inoltrato|doorgestuurd bericht|oorspronkelijk bericht|mensagem (?:encaminhada|original)|videresendt meddelelse|vidarebefordrat meddelande)\s*:?\s*-*[\s*_]*$/iu
const FROM = /^[\s*]*(?:from|de|von|da|van|från|fra|od|lähettäjä|expéditeur|remitente)\s?:[\s*]*(.+)$/iu
const OTHER =
  /^[\s*]*(sent|date|to|cc|bcc|subject|reply-to|importance|envoyé|envoyé le|envoyé par|à|objet|sujet|cci|répondre à|gesendet|datum|an|betreff|enviado|enviado el|enviado em|enviada|enviada em|sendt|lähetetty|wysłano|odesláno|do|temat|předmět|vastaanottaja|päiväys|aihe|fecha|para|asunto|assunto|data|a|oggetto|inviato|verzonden|aan|onderwerp|skickat|till|ämne|dato|til|emne|attachments?|mailed-by|signed-by)\s?:[\s*]*(.*)$/iu
const SUBJECT =
  /^(?:subject|objet|sujet|betreff|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|předmět|aihe)$/iu
const ATTRIBUTION =
  /^[\s>]*(?:on\b.{4,200}\bwrote|le\b.{4,200}\ba écrit|el\b.{4,200}\bescribió|am\b.{4,200}\bschrieb.{0,120}|il\b.{4,200}\bha scritto|op\b.{4,200}\bschreef.{0,120}|em\b.{4,200}\bescreveu|den\b.{4,200}\bskrev.{0,120}|.{1,120}\bwrote on .{4,60})\s?:\s*$/iu
const RULE = /^[\s>]*[_=-]{6,}\s*$/u

// A thread that is longer is read as if its end were one message.
const MOST_SEGMENTS = 40
const LONGEST_MARK = 160

/** Takes a mail body apart into the messages that it is made of, outermost first. */
export function splitThread(text: string): readonly Segment[] {
  const lines = unfoldHeaders(text).split('\n')
  const segments: Open[] = [{ lines: [], how: 'top', depth: 0 }]
  let forwarded = false
  for (let at = 0; at < lines.length; at += 1) {
    const { depth, content } = unquote(lines[at] ?? '')
    if (content.length < LONGEST_MARK && FORWARD_MARK.test(content)) {
      forwarded = true
      continue
    }
    const header = segments.length < MOST_SEGMENTS ? readHeader(lines, at, forwarded) : undefined
    if (header) {
      segments.push({ ...header.fields, lines: [], how: 'forwarded', depth })
      at = header.last
      forwarded = false
      continue
    }
    const attribution = segments.length < MOST_SEGMENTS ? readAttribution(lines, at) : undefined
    if (attribution) {
      segments.push({
        from: attribution.from,
        lines: [],
        how: 'quoted',
        depth: depth + (attribution.quoted ? 1 : 0),
      })
      at = attribution.last
      continue
    }
    const current = segmentFor(segments, depth, content)
    if (!RULE.test(content)) current.lines.push(content)
  }
  return segments.map(({ depth: _, ...segment }) => segment)
}

function segmentFor(segments: Open[], depth: number, content: string): Open {
  const current = segments.at(-1) ?? { lines: [], how: 'top', depth: 0 }
  if (content.trim() === '' || depth === current.depth) return current
  if (depth > current.depth) {
    // Mobile clients quote the body of a forward one level deeper than its header.
    if (segments.length >= MOST_SEGMENTS) return current
    if (current.how !== 'forwarded' || current.lines.some((line) => line.trim() !== '')) {
      const quoted: Open = { lines: [], how: 'quoted', depth }
      segments.push(quoted)
      return quoted
    }
    current.depth = depth
    return current
  }
  const parent = segments.findLast((segment) => segment.depth <= depth) ?? current
  // Text under a quote belongs to whoever wrote above it; as a copy at the end it keeps the order of reading.
  if (parent === current || parent.how === 'top') return reopen(segments, parent)
  return parent
}

function reopen(segments: Open[], parent: Open): Open {
  const last = segments.at(-1)
  if (last && last !== parent) {
    segments.splice(segments.indexOf(parent), 1)
    segments.push(parent)
  }
  return parent
}

function readHeader(
  lines: readonly string[],
  at: number,
  forwarded: boolean,
): { fields: { from: Mailbox; subject?: string }; last: number } | undefined {
  const from = FROM.exec(unquote(lines[at] ?? '').content)
  if (!from?.[1]) return undefined
  const mailbox = parseMailbox(from[1])
  let last = at
  let labels = 0
  let subject: string | undefined
  let addressed = mailbox.address !== undefined
  for (let index = at + 1; index < Math.min(lines.length, at + 16); index += 1) {
    const { content } = unquote(lines[index] ?? '')
    // Text made from HTML parts the header's lines by blank ones.
    if (content.trim() === '' && OTHER.test(unquote(lines[index + 1] ?? '').content)) continue
    const other = OTHER.exec(content)
    if (other) {
      labels += 1
      last = index
      if (SUBJECT.test(other[1] ?? '')) subject = other[2]?.trim()
      if (other[2]?.includes('@')) addressed = true
      continue
    }
    // A long To line goes on in the next one.
    if (content.includes('@') && labels > 0 && /[<>;,]/u.test(content) && /^\s|^</u.test(lines[index] ?? ''))
      continue
    break
  }
  if (labels === 0) return undefined
  const plain = addressed || forwarded || (subject !== undefined && labels >= 2)
  if (!plain || (mailbox.address === undefined && !forwarded && /\d{3}.{0,3}\d{4}/u.test(from[1])))
    return undefined
  return { fields: { from: mailbox, ...(subject !== undefined && { subject }) }, last }
}

function readAttribution(
  lines: readonly string[],
  at: number,
): { from: Mailbox; last: number; quoted: boolean } | undefined {
  const first = unquote(lines[at] ?? '').content.trim()
  if (!/^(?:on|le|el|am|il|op|em|den)\b/iu.test(first) && !/\bwrote on\b/iu.test(first)) return undefined
  for (let extra = 0; extra < 3; extra += 1) {
    const line = lines
      .slice(at, at + extra + 1)
      .map((each) => unquote(each).content.trim())
      .join(' ')
    if (line.length > 400) return undefined
    if (!ATTRIBUTION.test(line)) continue
    const following =
      lines.slice(at + extra + 1, at + extra + 4).find((each) => unquote(each).content.trim() !== '') ?? ''
    return {
      from: attributedTo(line),
      last: at + extra,
      quoted: unquote(following).depth > unquote(lines[at] ?? '').depth,
    }
  }
  return undefined
}

// "On Thu, Feb 6, 2025 at 11:20 AM Green Canopy Arbor <info@…> wrote:"
function attributedTo(line: string): Mailbox {
  const mailbox = parseMailbox(line)
  const name = (mailbox.name ?? '')
    .replace(/\b(?:wrote|a écrit|escribió|schrieb|ha scritto|schreef|escreveu|skrev)\b.*$/iu, '')
    .replace(
      /^.*(?:\d{1,2}[:.h]\d{2}(?::\d{2})?|\b(?:19|20)\d{2})\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:\([A-Z]{2,5}\)|[A-Z]{2,4}T|[+-]\d{4})?[\s,]*/u,
      '',
    )
    .trim()
  return { ...(name !== '' && { name }), ...(mailbox.address && { address: mailbox.address }) }
}

function unquote(line: string): { depth: number; content: string } {
  const marks = /^(?:[ \t]{0,3}>)+/u.exec(line)?.[0] ?? ''
  const depth = marks.replace(/[^>]/gu, '').length
  return { depth, content: marks === '' ? line : line.slice(marks.length).replace(/^ /u, '') }
}

// Yahoo runs the whole header into one line: "… From: A <a@…>To: B <b@…>Sent: …Subject: …".
function unfoldHeaders(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (!/\bFrom: .{3,}?To: .{3,}?(?:Sent|Date): .{3,}?Subject:/u.test(line.slice(0, 1000))) return line
      return line
        .replace(/(-{3,})\s*(?=From:)/u, '$1\n')
        .replace(/(?<=[>\s\p{L}\p{N}"])(?=(?:To|Cc|Sent|Date|Subject|Reply-To): )/gu, '\n')
        .split('\n')
        .map((part) => part.trimEnd())
        .join('\n')
    })
    .join('\n')
}
