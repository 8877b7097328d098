import type { KnownBlock } from '@slack/types'
import type { InboxMessage } from '../../intake/inbox/ports.ts'
import { button } from '../blocks/button.ts'
import { actions, context, divider, header, section } from '../blocks/layout.ts'
import { BLOCK_LIMITS } from '../blocks/limits.ts'
import { escapeLine, toLink } from '../escape.ts'
import { ACTIONS } from '../ids.ts'
import { clockTime } from '../messages/intake-reply.ts'

const SUBJECT_CAP = 120
const SENDER_CAP = 80

/**
 * "Emails without a lead (3)": what was said nothing about in the channel. Wording: the subject leads to the email, the button opens
 * the form for it. `shown`: how many there is room for.
 */
export function emailsWithoutLead(emails: readonly InboxMessage[], shown: number): KnownBlock[] {
  if (emails.length === 0) return []
  const listed = emails.slice(0, shown)
  const isAll = emails.length <= shown
  return [
    divider(),
    header(`Emails without a lead (${isAll ? emails.length : `${shown}+`})`),
    ...listed.map((email, at) =>
      section({
        blockId: `no-lead-${at}`,
        text: emailLine(email),
        accessory: button({ text: 'Create lead', actionId: ACTIONS.createFromMessage, value: email.id }),
      }),
    ),
    actions(
      [
        button({
          text: listed.length === 1 ? 'Not a lead' : 'None of these is a lead',
          actionId: ACTIONS.noneIsALead,
          value: idsThatFit(listed),
        }),
      ],
      'no-lead-buttons',
    ),
    ...(isAll ? [] : [context(['There are more: only the newest are shown here.'], 'no-lead-note')]),
  ]
}

function emailLine({ said, receivedAt }: InboxMessage): string {
  const input = said?.input.kind === 'email' ? said.input : undefined
  const subject = input?.subject?.trim() || 'Email without a subject'
  const title = escapeLine(subject, SUBJECT_CAP)
  const [from] = input?.from ?? []
  const sender = escapeLine(from?.name ?? from?.address ?? '', SENDER_CAP)
  const link = said?.link?.startsWith('https://') ? toLink(said.link, subject.slice(0, SUBJECT_CAP)) : ''
  return [
    `*${link || title}*`,
    sender && `from ${sender}`,
    clockTime(receivedAt, '{date_short_pretty}, {time}'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** A button's value holds 2,000 characters: far more than the ids of all that is shown. */
const idsThatFit = (emails: readonly InboxMessage[]): string =>
  emails.reduce((ids, { id }) => {
    const longer = ids === '' ? id : `${ids} ${id}`
    return longer.length <= BLOCK_LIMITS.buttonValue ? longer : ids
  }, '')
