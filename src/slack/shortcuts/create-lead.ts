import type { AllMiddlewareArgs, MessageShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { FormRequest } from '../../intake/begin-form.ts'
import { userId } from '../../lead/ids.ts'
import type { Lead, SourceMessage } from '../../lead/lead.ts'
import { present } from '../../lead/present.ts'
import { noteFailure } from '../failure.ts'
import { readWholeMessage } from '../fetch-file.ts'
import { type MessageRead, readMessage } from '../message-source.ts'
import { stateWords } from '../messages/state-words.ts'
import { openForm } from '../open-form.ts'
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
  const read = readMessage(shortcut.message)
  const earlier = await desk.findLeadFrom(source)
  if (!read.needsFile) {
    return openForm(
      toRequest(read, shortcut, source, desk),
      { kind: 'trigger', triggerId: shortcut.trigger_id },
      desk,
      noticeFor(read, earlier, shortcut, desk),
    )
  }
  const text = ':hourglass_flowing_sand: Reading the whole email…'
  const shown = await desk.views.open(shortcut.trigger_id, loadingView('', text))
  const whole = await readWholeMessage(read, desk)
  await openForm(
    toRequest(whole, shortcut, source, desk),
    shown.kind === 'shown'
      ? { kind: 'replace', target: { view_id: shown.viewId } }
      : { kind: 'trigger', triggerId: shortcut.trigger_id },
    desk,
    noticeFor(whole, earlier, shortcut, desk),
  )
}

function toRequest(
  read: MessageRead,
  shortcut: MessageShortcut,
  source: SourceMessage,
  desk: Desk,
): FormRequest {
  return {
    taker: userId(shortcut.user.id),
    wayIn: read.input.kind === 'email' ? 'email' : 'message',
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

function noticeFor(
  read: MessageRead,
  earlier: Lead | undefined,
  shortcut: MessageShortcut,
  desk: Desk,
): string | undefined {
  if (earlier) {
    return `A lead was made from this message before: ${earlier.reference} (${stateWords(earlier)}). Sending this form makes another one.`
  }
  const { isLead, cut } = desk.intake.read(read.input, shortcut.channel.id)
  if (!isLead) return 'Nothing in this message reads like a lead. Please fill in what you know.'
  if (read.needsFile) return 'Slack did not give the whole email: please check what is missing.'
  return cut ? 'The message is very long: only its beginning was read.' : undefined
}
