import { setTimeout as pause } from 'node:timers/promises'
import type { ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { DraftReminder } from '../intake/ports.ts'
import type { Lead } from '../lead/lead.ts'
import type { Notifier, Place, PostOutcome } from '../notifications/ports.ts'
import type { Log } from '../ops/log.ts'
import type { People } from './access/people.ts'
import { type ApiFailure, SlackCallError } from './api-error.ts'
import { callSlack } from './call-slack.ts'
import { POST_METADATA } from './ids.ts'
import { announcementMessage } from './messages/announcement.ts'
import { draftReminder } from './messages/draft-reminder.ts'
import { findPostedMessage, type PostedIn } from './messages/find-posted.ts'
import { forOutsiders, sayLeftOut } from './messages/for-outsiders.ts'
import { LEAD_MESSAGES } from './messages/lead-message.ts'
import type { Message } from './messages/message.ts'
import { mentionedIn, namedInstead } from './messages/named-instead.ts'
import type { SlackSettings } from './settings.ts'
import type { SharedChannels } from './shared-channels.ts'
import { resultView, resultViewId } from './views/result.ts'

export type NotifierParts = {
  /** Made with `ONE_TRY`. */
  readonly client: WebClient
  readonly settings: SlackSettings
  /** Unset: every channel is taken for one of our own. */
  readonly shared?: SharedChannels
  /** Unset: people are mentioned instead of named. */
  readonly people?: Pick<People, 'ask'>
  /** What the taker's progress view becomes; `resultView` unless another one is given. */
  readonly renderResult?: (lead: Lead) => ModalView
  /** Epoch ms. */
  readonly now: () => number
  readonly log: Log
  readonly delay?: (ms: number) => Promise<unknown>
}

// Slack knows a view that came with an ack only after a moment.
const VIEW_APPEARS_WITHIN_MS = 3000
const VIEW_RETRY_MS = 250
const VIEW_TRIES = VIEW_APPEARS_WITHIN_MS / VIEW_RETRY_MS

/** Speaks to people through Slack: leads, announcements and reminders. */
export function createNotifier(parts: NotifierParts): Notifier & DraftReminder {
  const { client, settings, now, log, delay = pause } = parts
  const renderResult = parts.renderResult ?? ((lead: Lead) => resultView(lead, { settings, now: now() }))
  const directChannels = new Map<string, string>()

  return { show, findPosted, updateView, tell, remind }

  async function show(
    lead: Lead,
    place: Place,
    postId: string,
    at?: { readonly channel: string; readonly ts: string },
  ): Promise<PostOutcome> {
    const message = await render(lead, place)
    const outcome = at ? await update(at, message, postId) : await post(await locate(place), message, postId)
    if (outcome.kind !== 'posted')
      log.warn({ leadId: lead.id, place: place.kind, ...outcome }, 'message not shown')
    return outcome
  }

  async function render(lead: Lead, place: Place): Promise<Message> {
    const ctx = { settings, now: now() }
    if (place.kind === 'taker') return LEAD_MESSAGES.taker(lead, ctx)
    const isRead = place.kind === 'card' || place.kind === 'office'
    if (!isRead || !(await parts.shared?.isShared(place.channel)))
      return withNames(LEAD_MESSAGES[place.kind](lead, ctx))
    return withNames(sayLeftOut(LEAD_MESSAGES[place.kind](forOutsiders(lead), ctx)))
  }

  async function withNames(message: Message): Promise<Message> {
    const found = await Promise.all(
      mentionedIn(message).map(async (user) => [user, (await parts.people?.ask(user))?.name] as const),
    )
    return namedInstead(message, new Map(found.flatMap(([user, name]) => (name ? [[user, name]] : []))))
  }

  async function findPosted(
    place: Place,
    postId: string,
    since: number,
  ): Promise<{ readonly channel: string; readonly ts: string } | undefined> {
    const where = await locate(place)
    const answer =
      'channel' in where ? await callSlack(() => findPostedMessage(client, where, postId, since)) : where
    if (answer.ok) return answer.value
    // Where nothing can be read, a second message is better than none.
    if (answer.failure.kind !== 'permanent')
      throw new SlackCallError('conversations.history', answer.failure.code)
    log.warn(
      { place: place.kind, code: answer.failure.code },
      'messages can not be read, so a lost one may come twice',
    )
    return undefined
  }

  async function updateView(lead: Lead): Promise<boolean> {
    const view = renderResult(lead)
    for (let tries = 1; ; tries += 1) {
      const answer = await callSlack(() => client.views.update({ external_id: resultViewId(lead.id), view }))
      if (answer.ok) return true
      const { code, kind } = answer.failure
      const mayAppear = now() - lead.confirmedAt < VIEW_APPEARS_WITHIN_MS && tries < VIEW_TRIES
      if (kind !== 'gone' || !mayAppear) {
        if (kind !== 'gone') log.warn({ leadId: lead.id, code }, 'progress view not updated')
        return false
      }
      await delay(VIEW_RETRY_MS)
    }
  }

  async function tell(...[to, message]: Parameters<Notifier['tell']>): Promise<PostOutcome> {
    const where = typeof to === 'string' ? await openDirect(to) : { channel: to.channel }
    const outcome = await post(where, announcementMessage(message, settings))
    if (outcome.kind !== 'posted')
      log.warn({ announcement: message.kind, ...outcome }, 'announcement not posted')
    return outcome
  }

  async function remind(draft: Parameters<DraftReminder['remind']>[0]): Promise<void> {
    const outcome = await post(await openDirect(draft.taker), draftReminder(draft))
    if (outcome.kind === 'posted') return
    log.warn({ draftId: draft.id, ...outcome }, 'draft reminder not posted')
    if (outcome.kind === 'retry') throw new SlackCallError('chat.postMessage', outcome.code)
  }

  async function post(where: Located, message: Message, postId?: string): Promise<PostOutcome> {
    if (!('channel' in where)) return toOutcome(where.failure, 'post')
    const answer = await callSlack(() =>
      client.chat.postMessage({
        channel: where.channel,
        ...message,
        ...(where.threadTs && { thread_ts: where.threadTs }),
        ...(postId && { metadata: metadataOf(postId) }),
        unfurl_links: false,
        unfurl_media: false,
      }),
    )
    if (!answer.ok) return toOutcome(answer.failure, 'post')
    const { channel, ts } = answer.value
    return ts ? { kind: 'posted', channel: channel ?? where.channel, ts } : { kind: 'unknown', code: 'no_ts' }
  }

  async function update(
    at: { readonly channel: string; readonly ts: string },
    message: Message,
    postId: string,
  ): Promise<PostOutcome> {
    const answer = await callSlack(() =>
      client.chat.update({ ...at, ...message, metadata: metadataOf(postId) }),
    )
    return answer.ok ? { kind: 'posted', ...at } : toOutcome(answer.failure, 'update')
  }

  async function locate(place: Place): Promise<Located> {
    switch (place.kind) {
      case 'card':
      case 'office':
        return { channel: place.channel }
      case 'thread':
        return { channel: place.channel, threadTs: place.threadTs }
      case 'taker':
        return openDirect(place.user)
    }
  }

  async function openDirect(user: string): Promise<Located> {
    const known = directChannels.get(user)
    if (known) return { channel: known }
    const answer = await callSlack(() => client.conversations.open({ users: user }))
    if (!answer.ok) return { ok: false, failure: unsent(answer.failure) }
    const channel = answer.value.channel?.id
    if (!channel) return { ok: false, failure: { kind: 'later', code: 'no_channel' } }
    directChannels.set(user, channel)
    return { channel }
  }
}

type Located = PostedIn | { readonly ok: false; readonly failure: ApiFailure }

const metadataOf = (postId: string) => ({
  event_type: POST_METADATA,
  event_payload: { post_id: postId },
})

/** Opening a conversation twice is harmless: nothing was posted yet. */
const unsent = (failure: ApiFailure): ApiFailure =>
  failure.kind === 'lost' ? { kind: 'later', code: failure.code } : failure

function toOutcome(failure: ApiFailure, act: 'post' | 'update'): PostOutcome {
  const { code } = failure
  switch (failure.kind) {
    case 'permanent':
      return { kind: 'refused', code }
    case 'gone':
      return act === 'update' ? { kind: 'gone' } : { kind: 'refused', code }
    case 'later':
      return { kind: 'retry', code, ...(failure.afterMs !== undefined && { afterMs: failure.afterMs }) }
    case 'lost':
      // An update can be repeated; a post would stand there twice.
      return act === 'update' ? { kind: 'retry', code } : { kind: 'unknown', code }
  }
}
