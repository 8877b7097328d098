import type { KnownBlock } from '@slack/types'
import { formatAddress } from '../../lead/address.ts'
import { reference } from '../../lead/ids.ts'
import type { ClientChoice, LeadContent } from '../../lead/lead.ts'
import { cutAtGrapheme } from '../../lead/limits.ts'
import { composeNotes, notesOf } from '../../lead/notes.ts'
import { formatPhone } from '../../lead/phone.ts'
import { section } from '../blocks/layout.ts'
import { escapeLine, escapeText } from '../escape.ts'
import { formatLocalStart } from '../messages/local-time.ts'

type Content = Omit<LeadContent, 'client'>

export type Sending = {
  readonly country: string
  /** As it would be with what is ticked; undefined while that is open. */
  readonly client?: ClientChoice | undefined
  /** The account's notes take lines for the office. */
  readonly notesAreInternal: boolean
}

// It is drawn when the lead is taken.
const REFERENCE = reference('LH-…')

/** What SingleOps gets, and nothing else: a known client's name, numbers and email are not sent, what the record lacks is in the notes. */
export function allThatIsSent(content: Content, sending: Sending): KnownBlock[] {
  const { task } = content
  const rows: readonly Row[] = [
    ...clientRows(content, sending),
    ['Job name', content.jobName],
    ['Operation', content.operation.name],
    ...content.customValues.map(({ name, value, display }) => [name, display ?? value] as const),
    ['Task', task?.name],
    ['Task time', task && `${formatLocalStart(task.start, task.allDay)}${task.onSite ? ', on site' : ''}`],
    ['Task notes', task?.notes],
  ]
  const given = rows.flatMap(([label, value]) =>
    value ? [`*${escapeLine(label)}:* ${escapeLine(value, VALUE_CAP)}`] : [],
  )
  return [section({ blockId: 'all', text: given.join('\n') }), ...notes(content, sending)]
}

const VALUE_CAP = 500

type Row = readonly [label: string, value: string | undefined]

function clientRows({ contact, address }: Content, { client, country }: Sending): readonly Row[] {
  const number = (value: string | undefined) => value && formatPhone(value, country)
  if (client?.kind === 'existing') return [['Client', `${client.name} (${client.id})`]]
  return [
    ['Client', client ? 'a new one' : 'not chosen yet; only a new one gets name, numbers, email and address'],
    ['First name', contact.firstName],
    ['Last name', contact.lastName],
    ['Company', contact.companyName],
    ['Mobile', number(contact.mobile)],
    ['Phone', number(contact.phone)],
    ['Email', contact.email],
    ['Address', formatAddress(address) || undefined],
  ]
}

function notes(content: Content, { client, notesAreInternal }: Sending): KnownBlock[] {
  const text = client
    ? notesOf({ reference: REFERENCE, content: { ...content, client } }, { internal: notesAreInternal })
    : composeNotes({ need: content.need, newFacts: [], reference: REFERENCE })
  return [
    section({
      blockId: 'notes',
      text: `*Notes:*\n${escapeText(cutAtGrapheme(text, NOTES_IN_BLOCK), BLOCK_CAP)}`,
    }),
    ...rest(text),
  ]
}

// A block holds 3,000 characters, the notes 4,000; escaping makes some of them longer.
const NOTES_IN_BLOCK = 2400
const BLOCK_CAP = 2950

function rest(text: string): KnownBlock[] {
  const more = text.slice(cutAtGrapheme(text, NOTES_IN_BLOCK).length)
  return more ? [section({ blockId: 'more-notes', text: escapeText(more, BLOCK_CAP) })] : []
}
