import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt'
import type { Inbox } from '../../intake/inbox/create-inbox.ts'
import { present } from '../../lead/present.ts'
import { noteFailure } from '../failure.ts'
import type { Desk } from '../parts.ts'
import { type Happening, readHappening } from './read-arrival.ts'

/**
 * Messages of the intake channel and of the app's direct messages are stored, and read by a job. Slack counts the event as taken by
 * now: one that can't be stored is found again when the channel is next read.
 */
export function messageHappened(desk: Desk) {
  return async ({
    event,
    context,
  }: SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs): Promise<void> => {
    const isIntake = desk.settings.intakeChannels?.includes(event.channel) === true
    if (!isIntake && event.channel_type !== 'im') return
    const self = present({ botId: context.botId, botUserId: context.botUserId })
    const happening = readHappening(event, self)
    if (!happening) return
    try {
      if (!isIntake) await desk.inbox.watch(event.channel)
      await takeIn(happening, desk.inbox)
    } catch (error) {
      noteFailure(error, { event: event.type, subtype: event.subtype, channel: event.channel }, desk)
    }
  }
}

function takeIn(happening: Happening, inbox: Inbox): Promise<boolean> {
  switch (happening.kind) {
    case 'arrived':
      return inbox.receive(happening.arrival)
    case 'edited':
      return inbox.edit(happening.arrival)
    case 'deleted':
      return inbox.remove(happening)
  }
}
