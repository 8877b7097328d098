import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt'
import { userId } from '../../lead/ids.ts'
import { present } from '../../lead/present.ts'
import { escapeText } from '../escape.ts'
import { noteFailure } from '../failure.ts'
import { decodeSlackText } from '../message-source.ts'
import { openForm } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { examine } from './doctor.ts'
import { answerFind, readFind } from './find.ts'
import { helpText } from './help.ts'

/**
 * `/lead`, `/lead <anything>`; `help` and `doctor` only when they stand alone, `find` only with nothing but a number or email behind it:
 * everything else is a lead's text.
 */
export function leadCommand(desk: Desk) {
  return async ({ ack, command, respond }: SlackCommandMiddlewareArgs & AllMiddlewareArgs): Promise<void> => {
    const text = decodeSlackText(command.text ?? '').trim()
    if (text.toLowerCase() === 'help') {
      await ack({ response_type: 'ephemeral', text: helpText() })
      return
    }
    await ack()
    try {
      if (text.toLowerCase() === 'doctor') {
        await respond({ response_type: 'ephemeral', text: await examine(desk.checks) })
        return
      }
      const contact = readFind(text, command.channel_id, desk)
      if (contact) {
        await answerFind(contact, { channel: command.channel_id, user: command.user_id }, respond, desk)
        return
      }
      await openForm(
        present({
          taker: userId(command.user_id),
          wayIn: 'command' as const,
          channel: command.channel_id,
          extraction: text
            ? desk.intake.read({ kind: 'text', text, certain: true }, command.channel_id)
            : undefined,
        }),
        { kind: 'trigger', triggerId: command.trigger_id },
        desk,
      )
    } catch (error) {
      const errorReference = noteFailure(error, { command: '/lead' }, desk)
      await respond({ response_type: 'ephemeral', text: notOpened(text, errorReference) })
    }
  }
}

/** Slack has taken what was typed out of the message box: here it can be copied. */
function notOpened(typed: string, errorReference: string): string {
  const what = `The form could not be opened. Nothing was saved. Please type /lead again. (${errorReference})`
  return typed ? `${what}\nYou typed: ${escapeText(typed, TYPED_CAP)}` : what
}

// A message's text ends at 40,000 characters, and Slack advises 4,000.
const TYPED_CAP = 3000
