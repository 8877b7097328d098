import { type LeadId, leadId } from '../lead/ids.ts'
import type { Place, Post } from '../notifications/ports.ts'
import { dropNulls } from './nulls.ts'
import type { PostRow } from './schema.ts'

/** The same lead and place give the same id, so that a message of ours is known again by its metadata. */
export function toPostId(lead: LeadId, place: Place): string {
  switch (place.kind) {
    case 'card':
    case 'office':
      return `${lead}:${place.kind}:${place.channel}`
    case 'thread':
      return `${lead}:${place.kind}:${place.channel}:${place.threadTs}`
    case 'taker':
      return `${lead}:${place.kind}:${place.user}`
  }
}

export function toPostRow(post: Post): PostRow {
  return {
    id: post.id,
    lead_id: post.leadId,
    place: JSON.stringify(post.place),
    version: post.version,
    wanted: post.wanted,
    shown: post.shown,
    channel: post.channel ?? null,
    ts: post.ts ?? null,
    lease_until: post.leaseUntil ?? null,
    owner: post.owner ?? null,
    tries: post.tries,
    refused: post.refused ?? null,
    unknown: post.unknown ? 1 : 0,
  }
}

export function toPost(row: PostRow): Post {
  return {
    id: row.id,
    leadId: leadId(row.lead_id),
    place: JSON.parse(row.place) as Place,
    version: row.version,
    wanted: row.wanted,
    shown: row.shown,
    tries: row.tries,
    unknown: row.unknown === 1,
    ...dropNulls({
      channel: row.channel,
      ts: row.ts,
      leaseUntil: row.lease_until,
      owner: row.owner,
      refused: row.refused,
    }),
  }
}
