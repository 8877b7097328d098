import type { WebClient } from '@slack/web-api'
import type { Lead } from '../lead/lead.ts'
import { context } from './blocks/layout.ts'
import { callSlack } from './call-slack.ts'
import { card } from './messages/card.ts'
import type { MessageContext } from './messages/message.ts'

const MARK = ':test_tube: *TEST – please ignore.* Somebody checks whether cards arrive here.'

/** Posts a card that says it is a test. Gives Slack's code when it was not taken. */
export async function sendTestCard(
  client: WebClient,
  channel: string,
  lead: Lead,
  ctx: MessageContext,
): Promise<string | undefined> {
  const { blocks } = card(lead, ctx)
  const answer = await callSlack(() =>
    client.chat.postMessage({
      channel,
      text: 'TEST – please ignore',
      blocks: [context([MARK], 'test'), ...blocks],
      unfurl_links: false,
    }),
  )
  return answer.ok ? undefined : answer.failure.code
}
