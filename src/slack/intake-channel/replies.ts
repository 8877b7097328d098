import type { WebClient } from '@slack/web-api'
import type { InboxMessage, IntakeReplies, ReplyContent } from '../../intake/inbox/ports.ts'
import type { Log } from '../../ops/log.ts'
import { type ApiFailure, SlackCallError } from '../api-error.ts'
import { callSlack } from '../call-slack.ts'
import { POST_METADATA } from '../ids.ts'
import { findPostedMessage } from '../messages/find-posted.ts'
import { replyForOutsiders, sayLeftOut } from '../messages/for-outsiders.ts'
import { intakeReply } from '../messages/intake-reply.ts'

import type { Message } from '../messages/message.ts'
import type { SharedChannels } from '../shared-channels.ts'
import { isDirect } from './history.ts'

export type RepliesParts = {
  /** Made with `ONE_TRY`. */
  readonly client: WebClient
  readonly shared: SharedChannels
  readonly log: Log
}

/** Our short replies under messages of the intake channel and of direct messages. */
export function createIntakeReplies({ client, shared, log }: RepliesParts): IntakeReplies {
  async function render(content: ReplyContent): Promise<Message> {
    const { state, channel } = content.message
    const namesCustomer = state !== 'entered' && state !== 'not-a-lead'
    if (!namesCustomer || isDirect(channel) || !(await shared.isShared(channel))) return intakeReply(content)
    return sayLeftOut(intakeReply(replyForOutsiders(content)))
  }

  return {
    async show(content) {
      const { message } = content
      const { channel, ts, replyTs } = message
      const posted = { ...(await render(content)), metadata: metadataOf(message) }
      const answer = await callSlack<{ readonly ts?: string | undefined }>(() =>
        replyTs === undefined
          ? client.chat.postMessage({
              channel,
              thread_ts: ts,
              ...posted,
              unfurl_links: false,
              unfurl_media: false,
            })
          : client.chat.update({ channel, ts: replyTs, ...posted }),
      )
      if (!answer.ok) return judge(answer.failure, replyTs === undefined ? 'chat.postMessage' : 'chat.update')
      return { kind: 'shown', ts: replyTs ?? answer.value.ts ?? '' }
    },
    async findPosted(message) {
      const place = { channel: message.channel, threadTs: message.ts }
      const answer = await callSlack(() => findPostedMessage(client, place, message.id, message.receivedAt))
      if (answer.ok) return answer.value?.ts
      const { kind, code } = answer.failure
      if (kind !== 'permanent' && kind !== 'gone') throw new SlackCallError('conversations.replies', code)
      log.warn({ inboxId: message.id, code }, 'thread can not be read, so a lost reply may come twice')
      return undefined
    },
    async remove({ id, channel, replyTs: ts }) {
      if (ts === undefined) return
      const answer = await callSlack(() => client.chat.delete({ channel, ts }))
      if (answer.ok || answer.failure.kind === 'gone') return
      const { kind, code } = answer.failure
      if (kind !== 'permanent') throw new SlackCallError('chat.delete', code)
      log.warn({ inboxId: id, code }, 'reply not removed')
    },
  }
}

const metadataOf = ({ id }: InboxMessage) => ({ event_type: POST_METADATA, event_payload: { post_id: id } })

function judge(
  { kind, code }: ApiFailure,
  method: 'chat.postMessage' | 'chat.update',
): { readonly kind: 'gone' } | { readonly kind: 'refused'; readonly code: string } {
  if (kind === 'permanent') return { kind: 'refused', code }
  if (kind === 'gone') return method === 'chat.update' ? { kind: 'gone' } : { kind: 'refused', code }
  throw new SlackCallError(method, code)
}
