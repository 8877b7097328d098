import type { Message, SharedEmail } from '../api.ts'
import type { Channel } from '../directory.ts'
import { copyOf, type JsonObject } from '../json.ts'
import { publishMessage } from '../messages/change-messages.ts'
import type { Parts } from '../parts.ts'
import { MAIL_BOT_ID, SLACKBOT_ID } from '../people.ts'
import { toEmailFile } from './email-file.ts'

/** A mail arrives in a channel; resolves when its event was answered or failed. */
export async function shareEmail(
  parts: Parts,
  channel: Channel,
  email: SharedEmail,
): Promise<{ channel: string; ts: string; file: JsonObject }> {
  const { file, downloads } = toEmailFile(email, channel, parts)
  parts.files.add(file, downloads)
  const message: Message = {
    type: 'message',
    subtype: 'file_share',
    text: '',
    upload: true,
    display_as_bot: true,
    user: SLACKBOT_ID,
    bot_id: MAIL_BOT_ID,
    ts: parts.nextTs(),
    files: [copyOf(file.shared)],
  }
  await publishMessage(parts, channel, message)
  return { channel: channel.id, ts: message.ts, file: copyOf(file.shared) }
}
