import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { Begun } from '../../intake/inbox/begin-entering.ts'
import { inboxId, type UserId, userId } from '../../lead/ids.ts'
import type { SourceMessage } from '../../lead/lead.ts'
import { present } from '../../lead/present.ts'
import { noteFailure } from '../failure.ts'
import { readWholeMessage } from '../fetch-file.ts'
import { aboveForm } from '../intake-channel/above-form.ts'
import { type MessageRead, readMessage } from '../message-source.ts'
import { type Opening, openForm } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { tellPerson } from '../tell-person.ts'
import { loadingView } from '../views/notice.ts'

/** The message shortcut *Create lead*, on a shared email or on plain text. */
export function createLeadShortcut(desk: Desk) {
  return async ({
    ack,
    shortcut,
  }: SlackShortcutMiddlewareArgs<MessageShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack()
    try {
      await createFromMessage(shortcut, desk)
    } catch (error) {
      const errorReference = noteFailure(error, { shortcut: shortcut.callback_id }, desk)
      await tellPerson(
        shortcut.user.id,
        `The form could not be opened for this message. Please try again. (${errorReference})`,
        desk,
      )
    }
  }
}

async function createFromMessage(shortcut: MessageShortcut, desk: Desk): Promise<void> {
  const source = sourceOf(shortcut)
  const taker = userId(shortcut.user.id)
  const [earlier, begun] = await Promise.all([desk.findLeadFrom(source), beginEntering(source, taker, desk)])
  const read = begun?.before.said ?? readMessage(shortcut.message)
  const open = (whole: MessageRead, opening: Opening) => {
    const request = toRequest(whole, shortcut, source, desk)
    const { extraction } = request
    const lacksFile = whole.needsFile !== undefined
    const above = aboveForm({ earlier, before: begun?.before, extraction, lacksFile, taker }, desk)
    return openForm({ ...request, ...(above && { notice: above }) }, opening, desk)
  }
  const trigger: Opening = { kind: 'trigger', triggerId: shortcut.trigger_id }
  if (!read.needsFile) return open(read, trigger)
  const text = ':hourglass_flowing_sand: Reading the whole email…'
  const shown = await desk.views.open(shortcut.trigger_id, loadingView('', text))
  const whole = await readWholeMessage(read, desk)
  await open(whole, shown.kind === 'shown' ? { kind: 'replace', target: { view_id: shown.viewId } } : trigger)
}

/** That the message is being entered is worth saying, but no reason not to open the form. */
async function beginEntering(source: SourceMessage, taker: UserId, desk: Desk): Promise<Begun | undefined> {
  try {
    return await desk.inbox.begin(inboxId(source), taker)
  } catch (error) {
    noteFailure(error, { inboxId: inboxId(source) }, desk)
    return undefined
  }
}

function toRequest(read: MessageRead, shortcut: MessageShortcut, source: SourceMessage, desk: Desk) {
  return {
    taker: userId(shortcut.user.id),
    wayIn: read.input.kind === 'email' ? ('email' as const) : ('message' as const),
    channel: shortcut.channel.id,
    extraction: desk.intake.read(read.input, shortcut.channel.id),
    source,
  }
}

function sourceOf({ channel, message_ts, message }: MessageShortcut): SourceMessage {
  const threadTs: unknown = message.thread_ts
  return present({
    channel: channel.id,
    ts: message_ts,
    threadTs: typeof threadTs === 'string' ? threadTs : undefined,
  })
}
