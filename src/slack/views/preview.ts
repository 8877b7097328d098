import type { KnownBlock } from '@slack/types'
import { formatAddress } from '../../lead/address.ts'
import { reference } from '../../lead/ids.ts'
import type { LeadContent } from '../../lead/lead.ts'
import { cutWithEllipsis } from '../../lead/limits.ts'
import { notesOf } from '../../lead/notes.ts'
import { formatPhone } from '../../lead/phone.ts'
import { button } from '../blocks/button.ts'
import { actions, context, section } from '../blocks/layout.ts'
import { escapeLine, escapeText } from '../escape.ts'
import { ACTIONS } from '../ids.ts'
import { customerName } from '../messages/customer-name.ts'
import { formatLocalStart } from '../messages/local-time.ts'

type Content = Omit<LeadContent, 'client'>
type Sent = Content & Pick<LeadContent, 'client'>

const NEED_SHOWN = 200
const NOTES_SHOWN = 2900

/** Three lines of what will be written; with `all`, everything that is sent for the client that is ticked. */
export function preview(
  content: Sent,
  options: {
    readonly country: string
    readonly all: boolean
    /** Whether the account's notes hold what only the office may read. */
    readonly internal: boolean
    /** Things to check before confirming, a line each: an assumed area code, a reading from a signature. */
    readonly hints: readonly string[]
  },
): KnownBlock[] {
  const need = content.need ? escapeLine(cutWithEllipsis(content.need, NEED_SHOWN)) : 'No description'
  const lines = [who(content, options.country), formatAddress(content.address), need]
    .map((line, index) => (index === 2 ? line : escapeLine(line)))
    .filter(Boolean)
  const toggle = button({
    text: options.all ? 'Show less' : 'Show all that is sent',
    actionId: ACTIONS.showAll,
    value: options.all ? 'less' : 'all',
  })
  return [
    section({ blockId: 'preview', text: lines.join('\n') }),
    context(
      [escapeLine(summary(content)), ...options.hints.map((hint) => `⚠ ${escapeLine(hint, 200)}`)],
      'summary',
    ),
    ...(options.all ? everything(content, options) : []),
    actions([toggle], 'show-all'),
  ]
}

function who(content: Content, country: string): string {
  const { mobile, phone, email } = content.contact
  const numbers = [mobile, phone].filter((number) => number !== undefined)
  const name = customerName({ content: { ...content, client: { kind: 'undecided' } } })
  return [name, ...numbers.map((number) => formatPhone(number, country)), email].filter(Boolean).join(' · ')
}

function summary({ operation, source, task }: Content): string {
  return [
    operation.name,
    source,
    task ? `${task.name}, ${formatLocalStart(task.start, task.allDay)}` : 'No follow-up',
  ]
    .filter(Boolean)
    .join(' · ')
}

type Row = readonly [label: string, value: string | undefined]

function everything(
  content: Sent,
  { country, internal }: { readonly country: string; readonly internal: boolean },
): KnownBlock[] {
  const { client, task } = content
  const rows: readonly Row[] = [
    // A known client's record can't be changed: what it lacks goes into the notes.
    ...(client.kind === 'existing' ? [['Client', client.name] as const] : newClient(content, country)),
    ['Job name', content.jobName],
    ['Operation', content.operation.name],
    ...content.customValues.map(({ name, value, display }) => [name, display ?? value] as const),
    ['Task', task?.name],
    ['Task time', task && `${formatLocalStart(task.start, task.allDay)}${task.onSite ? ', on site' : ''}`],
    ['Task notes', task?.notes],
  ]
  const given = rows.flatMap(([label, value]) =>
    value ? [`*${escapeLine(label)}:* ${escapeLine(value, 500)}`] : [],
  )
  const notes = notesOf({ content, reference: NOT_DRAWN_YET }, { internal })
  return [
    section({ blockId: 'all', text: given.join('\n') }),
    section({ blockId: 'notes', text: `*Notes:*\n${escapeText(notes, NOTES_SHOWN)}` }),
  ]
}

const NOT_DRAWN_YET = reference("LH-… (the lead's reference)")

function newClient({ contact, address }: Content, country: string): Row[] {
  const number = (value: string | undefined) => value && formatPhone(value, country)
  return [
    ['First name', contact.firstName],
    ['Last name', contact.lastName],
    ['Company', contact.companyName],
    ['Mobile', number(contact.mobile)],
    ['Phone', number(contact.phone)],
    ['Email', contact.email],
    ['Address', formatAddress(address) || undefined],
  ]
}
