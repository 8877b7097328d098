import type { AllMiddlewareArgs, GlobalShortcut, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import { userId } from '../../lead/ids.ts'
import { noteFailure } from '../failure.ts'
import { openForm } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { tellPerson } from '../tell-person.ts'

/** The global shortcut *New lead*. */
export function newLeadShortcut(desk: Desk) {
  return async ({
    ack,
    shortcut,
  }: SlackShortcutMiddlewareArgs<GlobalShortcut> & AllMiddlewareArgs): Promise<void> => {
    await ack()
    try {
      await openForm(
        { taker: userId(shortcut.user.id), wayIn: 'shortcut' },
        { kind: 'trigger', triggerId: shortcut.trigger_id },
        desk,
      )
    } catch (error) {
      const errorReference = noteFailure(error, { shortcut: shortcut.callback_id }, desk)
      await tellPerson(
        shortcut.user.id,
        `The form could not be opened. Please try again. (${errorReference})`,
        desk,
      )
    }
  }
}
