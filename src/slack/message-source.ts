import { z } from 'zod'
import type { ExtractInput, Mailbox } from '../extract/extraction.ts'
import { decodeSlackText } from './decode-slack-text.ts'

export { decodeSlackText }

type Mail = Extract<ExtractInput, { kind: 'email' }>

/** What a Slack message says, ready to be read. */
export type MessageRead = {
  readonly input: ExtractInput
  /** The text is missing or cut off: `files.info`, then `url`, have the whole of it. */
  readonly needsFile?: { readonly id: string; readonly url?: string }
  /** RFC 5322 Message-ID, by which an email that arrives twice is one. */
  readonly messageId?: string
  /** Where people read an email in full. */
  readonly link?: string
  /** Who posted it; absent for bots and apps. */
  readonly author?: string
}

/** Anything that is no text counts as absent: Slack's shapes differ by client, plan and year. */
const text = z.string().optional().catch(undefined)
const flag = z.boolean().optional().catch(undefined)

const EmailAddress = z.object({ address: text, name: text, original: text }).catch({})
const Addresses = z.array(EmailAddress).catch([])

const EmailFile = z.object({
  id: text,
  mode: text,
  filetype: text,
  name: text,
  title: text,
  subject: text,
  from: Addresses,
  to: Addresses,
  cc: Addresses,
  headers: z.object({ date: text, reply_to: z.unknown(), message_id: text }).partial().catch({}),
  plain_text: text,
  preview_plain_text: text,
  preview: text,
  simplified_html: text,
  has_more: flag,
  preview_is_truncated: flag,
  file_access: text,
  url_private: text,
  url_private_download: text,
  permalink: text,
  mimetype: text,
  attachments: z.array(z.object({ filename: text, url: text, mimetype: text }).catch({})).catch([]),
})
type EmailFile = z.infer<typeof EmailFile>

const Block = z
  .object({ text: z.unknown(), fields: z.array(z.unknown()).catch([]) })
  .catch({ text: undefined, fields: [] })
const Attachment = z.object({ text, pretext: text, fallback: text, title: text }).catch({})

const Message = z.object({
  text: text,
  user: text,
  bot_id: text,
  files: z.array(z.unknown()).catch([]),
  attachments: z.array(Attachment).catch([]),
  blocks: z.array(Block).catch([]),
})

/** Reads a Slack message as it stands in an event, a shortcut's payload or a history. Never throws, whatever the shape. */
export function readMessage(message: unknown): MessageRead {
  const parsed = Message.safeParse(message)
  if (!parsed.success) return { input: { kind: 'text', text: '' } }
  const { data } = parsed
  const files = data.files.flatMap((file) => EmailFile.safeParse(file).data ?? [])
  const email = files.find((file) => file.mode === 'email' || file.filetype === 'email')
  const author = data.user && !data.bot_id && data.user !== 'USLACKBOT' ? { author: data.user } : {}
  if (email) return { ...readEmailFile(email, decodeSlackText(data.text ?? '')), ...author }
  const own = decodeSlackText(data.text ?? '')
  const shared = data.attachments
    .map((each) => each.text ?? each.pretext ?? each.fallback ?? '')
    .map(decodeSlackText)
  const blocks = own === '' ? data.blocks.flatMap(textsOfBlock).map(decodeSlackText) : []
  const links = files.flatMap((file) =>
    file.permalink ? [`${file.name ?? file.title ?? 'File'}: ${file.permalink}`] : [],
  )
  const whole = [own, ...blocks, ...shared, ...links].filter((part) => part.trim() !== '').join('\n')
  return { input: { kind: 'text', text: whole }, ...author }
}

/** Completes a reading with what `files.info` or the file's own address gave. What can't be used leaves it as it was. */
export function withFile(read: MessageRead, file: unknown): MessageRead {
  if (read.input.kind !== 'email') return read
  const { needsFile, ...rest } = read
  if (typeof file === 'string') {
    if (file.trim() === '') return read
    const content = looksLikeHtml(file) ? { html: file } : { text: file }
    return { ...rest, input: { ...withoutContent(read.input), ...content } }
  }
  const wrapped = z.object({ file: z.unknown() }).safeParse(file).data?.file
  const parsed = EmailFile.safeParse(wrapped ?? file).data
  if (!parsed) return read
  const full = readEmailFile(parsed, '')
  if (full.input.kind !== 'email') return read
  const hasMore =
    (full.input.text ?? full.input.html ?? '').length > (read.input.text ?? read.input.html ?? '').length
  if (!hasMore) return full.needsFile ? { ...read, needsFile: { ...needsFile, ...full.needsFile } } : read
  const from = full.input.from.length > 0 ? full.input.from : read.input.from
  const to = full.input.to.length > 0 ? full.input.to : read.input.to
  return {
    ...rest,
    ...(full.messageId && { messageId: full.messageId }),
    ...(full.needsFile && { needsFile: full.needsFile }),
    input: { ...full.input, from, to },
  }
}

function readEmailFile(file: EmailFile, comment: string): MessageRead {
  const content = contentOf(file)
  const subject = file.subject ?? file.title ?? file.name
  const replyTo = toReplyTo(file.headers.reply_to)
  const text =
    content.text !== undefined && comment.trim() !== '' ? { text: `${comment}\n\n${content.text}` } : {}
  const input: Mail = {
    kind: 'email',
    ...(subject !== undefined && { subject }),
    from: file.from.map(toMailbox).filter(isNamed),
    to: file.to.map(toMailbox).filter(isNamed),
    cc: file.cc.map(toMailbox).filter(isNamed),
    ...(replyTo && { replyTo }),
    ...(file.headers.date !== undefined && { date: file.headers.date }),
    ...content.given,
    ...text,
    attachments: file.attachments.flatMap((each) =>
      each.filename
        ? [
            {
              name: each.filename,
              ...(each.url && { url: each.url }),
              ...(each.mimetype && { mediaType: each.mimetype }),
            },
          ]
        : [],
    ),
  }
  const url = file.url_private_download ?? file.url_private
  return {
    input,
    ...(content.partial && file.id !== undefined && { needsFile: { id: file.id, ...(url && { url }) } }),
    ...(file.headers.message_id && { messageId: file.headers.message_id }),
    ...(file.permalink && { link: file.permalink }),
  }
}

type Content = {
  readonly text?: string
  readonly given: { text?: string; html?: string }
  readonly partial: boolean
}

// The best that the payload has: the whole text, its beginning, or its HTML.
function contentOf(file: EmailFile): Content {
  const cut = file.has_more === true || file.file_access === 'check_file_info'
  const plain = filled(file.plain_text)
  if (plain !== undefined) return { text: plain, given: { text: plain }, partial: cut }
  const html = filled(file.simplified_html) ?? filled(file.preview)
  const preview = filled(file.preview_plain_text)
  if (html !== undefined && (preview === undefined || !file.preview_is_truncated))
    return { given: { html }, partial: true }
  return {
    ...(preview !== undefined && { text: preview }),
    given: preview !== undefined ? { text: preview } : {},
    partial: true,
  }
}

const filled = (value: string | undefined): string | undefined => (value?.trim() ? value : undefined)

function withoutContent(mail: Mail): Omit<Mail, 'text' | 'html'> {
  const { text: _, html: __, ...rest } = mail
  return rest
}

const looksLikeHtml = (content: string): boolean =>
  /<(?:html|body|div|p|br|table|!doctype)\b/iu.test(content.slice(0, 5000))

function toMailbox({ address, name, original }: z.infer<typeof EmailAddress>): Mailbox {
  const fromOriginal = original ? toReplyTo(original) : undefined
  const mail = filled(address) ?? fromOriginal?.address
  const who = filled(name) ?? fromOriginal?.name
  return { ...(who && who !== mail && { name: who }), ...(mail && { address: mail }) }
}

const isNamed = (mailbox: Mailbox): boolean => mailbox.name !== undefined || mailbox.address !== undefined

/** Slack gives `reply_to` as text (`Ann <ann@example.com>`), as one address object or as a list. */
function toReplyTo(value: unknown): Mailbox | undefined {
  if (Array.isArray(value)) return toReplyTo(value[0])
  if (typeof value === 'string') {
    const address = /[^\s<>"',;:]{1,64}@[^\s<>"',;:]{1,250}/u.exec(value)?.[0]
    const name = value
      .replace(/<[^>]{0,320}>/u, '')
      .replace(address ?? '', '')
      .replace(/["\s]+/gu, ' ')
      .trim()
    return address ? { ...(name && { name }), address } : undefined
  }
  const parsed = EmailAddress.safeParse(value)
  return parsed.success && parsed.data.address ? toMailbox(parsed.data) : undefined
}

function textsOfBlock(block: z.infer<typeof Block>): string[] {
  return [block.text, ...block.fields].flatMap((part) => {
    const read = z.object({ text: z.string() }).safeParse(part)
    return read.success ? [read.data.text] : typeof part === 'string' ? [part] : []
  })
}
