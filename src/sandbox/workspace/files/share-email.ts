import type { Message, SharedEmail } from '../api.ts'
import type { Channel } from '../directory.ts'
import { newId } from '../ids.ts'
import { copyOf, type JsonObject } from '../json.ts'
import { publishMessage } from '../messages/change-messages.ts'
import type { Parts } from '../parts.ts'
import { SLACKBOT_ID, TEAM } from '../people.ts'
import type { Download } from './file-store.ts'

/** The bot through which Slack posts mail. */
const MAIL_BOT_ID = 'B0MAILBOT00'

/** A mail arrives in a channel; resolves when its event was answered or failed. */
export async function shareEmail(
  parts: Parts,
  channel: Channel,
  email: SharedEmail,
): Promise<{ channel: string; ts: string; file: JsonObject }> {
  const id = newId('F')
  const slug = email.subject.toLowerCase().replace(/[^a-z0-9]+/gu, '_') || 'email'
  const created = Math.floor(parts.clock() / 1000)
  const fullText = email.full_text ?? email.plain_text
  // With more to come and nothing said about what is cut, the message carries no text at all.
  const sharedText = email.has_more && email.full_text === undefined ? '' : email.plain_text
  const html = email.html ?? toHtml(fullText)
  const downloads: Record<string, Download> = {
    [`/files-pri/${TEAM.id}-${id}/${slug}`]: {
      fileId: id,
      contentType: 'text/html; charset=utf-8',
      body: html,
    },
    [`/files-pri/${TEAM.id}-${id}/download/${slug}`]: {
      fileId: id,
      contentType: 'text/html; charset=utf-8',
      body: html,
    },
  }
  const attachments = (email.attachments ?? []).map((attachment): JsonObject => {
    const path = `/files-email-priv/${TEAM.id}-${id}-${newId('A')}/${attachment.filename}`
    const mimetype = attachment.mimetype ?? 'application/octet-stream'
    const content = attachment.content ?? ''
    downloads[path] = { fileId: id, contentType: mimetype, body: content }
    return {
      filename: attachment.filename,
      size: attachment.size ?? Buffer.byteLength(content),
      mimetype,
      url: `${parts.origin()}${encodeURI(path)}`,
      metadata: null,
    }
  })
  const common: JsonObject = {
    id,
    created,
    timestamp: created,
    name: email.subject,
    title: email.subject,
    subject: email.subject,
    mimetype: 'text/html',
    filetype: 'email',
    pretty_type: 'Email',
    mode: 'email',
    editable: true,
    size: Buffer.byteLength(html),
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
    url_private: `${parts.origin()}/files-pri/${TEAM.id}-${id}/${slug}`,
    url_private_download: `${parts.origin()}/files-pri/${TEAM.id}-${id}/download/${slug}`,
    permalink: `https://${TEAM.domain}.slack.com/files/${SLACKBOT_ID}/${id}/${slug}`,
    from: [addressee(email.from)],
    // Slack leaves the address of a channel out.
    to: email.to?.map(addressee) ?? [{ address: '', name: channel.name, original: `${channel.name} <>` }],
    cc: email.cc?.map(addressee) ?? [],
    headers: {
      date: email.date ?? new Date(parts.clock()).toUTCString().replace('GMT', '+0000'),
      in_reply_to: null,
      reply_to: email.reply_to ?? null,
      message_id: email.message_id ?? `<${id.toLowerCase()}@mail.example>`,
    },
    attachments,
    original_attachment_count: attachments.length,
    inline_attachment_count: 0,
    sent_to_self: false,
    has_rich_preview: false,
  }
  const shared: JsonObject = {
    ...common,
    ...textFields(sharedText, email.has_more ? toHtml(sharedText) : html),
    has_more: email.has_more ?? false,
  }
  const full: JsonObject = { ...common, ...textFields(fullText, html), has_more: false }
  parts.files.add({ id, shared, full, channelIds: new Set([channel.id]) }, downloads)
  const message: Message = {
    type: 'message',
    subtype: 'file_share',
    text: '',
    upload: true,
    display_as_bot: true,
    user: SLACKBOT_ID,
    bot_id: MAIL_BOT_ID,
    ts: parts.nextTs(),
    files: [copyOf(shared)],
  }
  await publishMessage(parts, channel, message)
  return { channel: channel.id, ts: message.ts, file: copyOf(shared) }
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
