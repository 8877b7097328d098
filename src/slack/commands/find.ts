import type { RespondFn } from '@slack/bolt'
import type { FormRequest } from '../../intake/begin-form.ts'
import type { OtherContact } from '../../intake/search-clients.ts'
import { userId } from '../../lead/ids.ts'
import { present } from '../../lead/present.ts'
import { refusalWords } from '../access/refusal-words.ts'
import { type ActionArgs, chosenValue } from '../actions/form.ts'
import { noteFailure } from '../failure.ts'
import { openForm } from '../open-form.ts'
import type { Desk } from '../parts.ts'
import { tellPerson } from '../tell-person.ts'
import { findAnswer, readFoundValue } from './find-answer.ts'

/** What `/lead find` is to look for; undefined where the text is a lead's, as "find the leak, 770-555-0123" is. */
export function readFind(
  text: string,
  channel: string,
  desk: Pick<Desk, 'intake'>,
): OtherContact | undefined {
  const asked = /^find\s+(?<contact>\S.*)$/isu.exec(text)?.groups?.contact
  return asked === undefined ? undefined : desk.intake.readContact(asked, channel)
}

/** Clients and leads with a number or email, to the person who asked only. */
export async function answerFind(
  contact: OtherContact,
  { channel, user }: { readonly channel: string; readonly user: string },
  respond: RespondFn,
  desk: Desk,
): Promise<void> {
  const refusal = await desk.refusalOf(user)
  if (refusal) {
    desk.log.warn({ user, what: 'find', right: 'create', because: refusal }, 'act refused')
    await respond({ response_type: 'ephemeral', text: refusalWords(refusal) })
    return
  }
  const found = await desk.intake.findContact(contact, channel)
  const ctx = { settings: desk.settings, now: desk.now() }
  await respond({ response_type: 'ephemeral', ...findAnswer(contact, found, ctx) })
}

/** *New lead for this client*: the form with the client, or with what the lead before says of the caller. */
export function newLeadForPressed(desk: Desk) {
  return async (args: ActionArgs): Promise<void> => {
    await args.ack()
    const { user, trigger_id } = args.body
    try {
      const request = await toRequest(args, desk)
      if (request) await openForm(request, { kind: 'trigger', triggerId: trigger_id }, desk)
      else await tellPerson(user.id, 'This lead is not known any more.', desk)
    } catch (error) {
      const errorReference = noteFailure(error, { action: args.action.action_id }, desk)
      await tellPerson(user.id, `The form could not be opened. Please press again. (${errorReference})`, desk)
    }
  }
}

async function toRequest(args: ActionArgs, desk: Desk): Promise<FormRequest | undefined> {
  const taker = userId(args.body.user.id)
  const value = readFoundValue(chosenValue(args))
  if (value.kind === 'lead') {
    const lead = await desk.findLead(value.id)
    return lead && desk.intake.requestForAnotherSite(lead, taker)
  }
  const { account, client, contact } = value
  return present({
    taker,
    wayIn: 'command' as const,
    account,
    channel: args.body.channel?.id,
    chosenClient: client,
    entry: contact,
  })
}
