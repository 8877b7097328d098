import type { SharedEmail } from '../api.ts'
import type { Channel } from '../directory.ts'
import { newId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { Parts } from '../parts.ts'
import { MAIL_BOT_ID, SLACKBOT_ID, TEAM } from '../people.ts'
import type { Download, StoredFile } from './file-store.ts'

const HTML = 'text/html; charset=utf-8'

type Downloads = Record<string, Download>

/** The file that Slack makes of an email, with what its private addresses give. */
export function toEmailFile(
  email: SharedEmail,
  channel: Channel,
  parts: Pick<Parts, 'origin' | 'clock'>,
): { file: StoredFile; downloads: Downloads } {
  const id = newId('F')
  const fullText = email.full_text ?? email.plain_text
  // With more to come and nothing said about what is cut, the message carries no text at all.
  const sharedText = email.has_more && email.full_text === undefined ? '' : email.plain_text
  const html = email.html ?? toHtml(fullText)
  const attached = attachmentsOf(email, id, parts.origin())
  const slug = email.subject.toLowerCase().replace(/[^a-z0-9]+/gu, '_') || 'email'
  const view = `/files-pri/${TEAM.id}-${id}/${slug}`
  const download = `/files-pri/${TEAM.id}-${id}/download/${slug}`
  const page = { fileId: id, contentType: HTML, body: html }
  const common: JsonObject = {
    ...fixedFields(id, channel, Math.floor(parts.clock() / 1000)),
    ...mailFields(email, channel, id, parts.clock()),
    size: Buffer.byteLength(html),
    url_private: `${parts.origin()}${view}`,
    url_private_download: `${parts.origin()}${download}`,
    permalink: `https://${TEAM.domain}.slack.com/files/${SLACKBOT_ID}/${id}/${slug}`,
    attachments: attached.attachments,
    original_attachment_count: attached.attachments.length,
  }
  const shared = { ...common, ...textFields(sharedText, email.has_more ? toHtml(sharedText) : html) }
  const full = { ...common, ...textFields(fullText, html), has_more: false }
  return {
    file: {
      id,
      shared: { ...shared, has_more: email.has_more ?? false },
      full,
      channelIds: new Set([channel.id]),
    },
    downloads: { ...attached.downloads, [view]: page, [download]: page },
  }
}

function fixedFields(id: string, channel: Channel, createdSeconds: number): JsonObject {
  return {
    id,
    created: createdSeconds,
    timestamp: createdSeconds,
    mimetype: 'text/html',
    filetype: 'email',
    pretty_type: 'Email',
    mode: 'email',
    editable: true,
    user: SLACKBOT_ID,
    user_team: TEAM.id,
    username: 'Email',
    bot_id: MAIL_BOT_ID,
    display_as_bot: true,
    is_external: false,
    external_type: '',
    is_public: channel.kind === 'public',
    public_url_shared: false,
    file_access: 'visible',
    inline_attachment_count: 0,
    sent_to_self: false,
    has_rich_preview: false,
  }
}

function mailFields(email: SharedEmail, channel: Channel, id: string, nowMs: number): JsonObject {
  return {
    name: email.subject,
    title: email.subject,
    subject: email.subject,
    from: [addressee(email.from)],
    // Slack leaves the address of a channel out.
    to: email.to?.map(addressee) ?? [{ address: '', name: channel.name, original: `${channel.name} <>` }],
    cc: email.cc?.map(addressee) ?? [],
    headers: {
      date: email.date ?? new Date(nowMs).toUTCString().replace('GMT', '+0000'),
      in_reply_to: null,
      reply_to: email.reply_to ?? null,
      message_id: email.message_id ?? `<${id.toLowerCase()}@mail.example>`,
    },
  }
}

function attachmentsOf(email: SharedEmail, fileId: string, origin: string) {
  const downloads: Downloads = {}
  const attachments = (email.attachments ?? []).map((attachment): JsonObject => {
    const path = `/files-email-priv/${TEAM.id}-${fileId}-${newId('A')}/${attachment.filename}`
    const contentType = attachment.mimetype ?? 'application/octet-stream'
    const body = attachment.content ?? ''
    downloads[path] = { fileId, contentType, body }
    return {
      filename: attachment.filename,
      size: attachment.size ?? Buffer.byteLength(body),
      mimetype: contentType,
      url: `${origin}${encodeURI(path)}`,
      metadata: null,
    }
  })
  return { attachments, downloads }
}

function textFields(text: string, html: string): JsonObject {
  return {
    plain_text: text,
    preview: html.slice(0, 500),
    preview_plain_text: text.slice(0, 200),
    simplified_html: html,
  }
}

function addressee({ name, address }: { name: string; address: string }): JsonObject {
  return { address, name, original: `${name} <${address}>` }
}

function toHtml(text: string): string {
  if (text === '') return ''
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<div>${escaped.replaceAll('\n', '<br>')}</div>`
}
