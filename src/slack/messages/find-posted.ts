import type { WebClient } from '@slack/web-api'
import { POST_METADATA } from '../ids.ts'

/** Where to look: a channel, or one thread of it. */
export type PostedIn = { readonly channel: string; readonly threadTs?: string }

export type FoundPost = { readonly channel: string; readonly ts: string }

// Slack's clock and ours may differ; reading a little more costs nothing.
const CLOCK_MARGIN_MS = 120_000
const PAGE_SIZE = 200
// 4,000 messages since an answer was lost: whoever has so many will bear a second one.
const MOST_PAGES = 20

/** Finds our message with this post id among those since `since` (epoch ms), page by page. Rejects as the client does. */
export async function findPostedMessage(
  client: WebClient,
  place: PostedIn,
  postId: string,
  since: number,
): Promise<FoundPost | undefined> {
  const oldest = ((since - CLOCK_MARGIN_MS) / 1000).toFixed(6)
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await readPage(client, place, oldest, cursor)
    const found = (answer.messages ?? []).find((message) => holdsPost(message, postId))
    if (found?.ts) return { channel: place.channel, ts: found.ts }
    cursor = answer.response_metadata?.next_cursor
    if (!cursor) return undefined
  }
  return undefined
}

type PostedMessage = {
  readonly ts?: string
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object }
}

type Page = {
  readonly messages?: readonly PostedMessage[]
  readonly response_metadata?: { readonly next_cursor?: string }
}

function readPage(
  client: WebClient,
  { channel, threadTs }: PostedIn,
  oldest: string,
  cursor: string | undefined,
): Promise<Page> {
  const asked = {
    channel,
    oldest,
    limit: PAGE_SIZE,
    include_all_metadata: true,
    ...(cursor && { cursor }),
  }
  return threadTs
    ? client.conversations.replies({ ...asked, ts: threadTs })
    : client.conversations.history(asked)
}

function holdsPost({ metadata }: PostedMessage, postId: string): boolean {
  if (metadata?.event_type !== POST_METADATA || !metadata.event_payload) return false
  return 'post_id' in metadata.event_payload && metadata.event_payload.post_id === postId
}
