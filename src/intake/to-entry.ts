import { type Address, formatAddress } from '../lead/address.ts'
import { type Contact, contactName } from '../lead/contact.ts'
import type { Entry, FollowUpEntry } from '../lead/draft.ts'
import type { Task } from '../lead/follow-up.ts'
import type { LeadContent } from '../lead/lead.ts'
import { cutAtGrapheme } from '../lead/limits.ts'
import { formatPhone } from '../lead/phone.ts'
import { present } from '../lead/present.ts'
import { PICK } from './plan-follow-up.ts'

// Slack's text input ends there.
const NEED_IN_FIELD = 3000

/** A confirmed lead's content as it stands in a form again, to be mended. */
export function contentToEntry(content: LeadContent, country: string): Entry {
  const { contact, address, task } = content
  return present({
    ...contactToEntry(contact, address, country),
    ...splitNeed(content.need),
    jobName: content.jobName,
    operationId: content.operation.id,
    customValues: Object.fromEntries(content.customValues.map(({ inputId, value }) => [inputId, value])),
    followUp: task && taskToEntry(task),
  })
}

/** Who and where as the form shows it: the number that can be texted first, short fields and parts telling the same. */
export function contactToEntry(contact: Contact, address: Address, country: string): Entry {
  const [first, second] = [contact.mobile, contact.phone].filter((number) => number !== undefined)
  return present({
    phone: first && formatPhone(first, country),
    secondPhone: second && formatPhone(second, country),
    email: contact.email,
    name: contactName(contact),
    firstName: contact.firstName,
    lastName: contact.lastName,
    companyName: contact.companyName,
    address: formatAddress(address) || undefined,
    ...address,
  })
}

/** What the field has room for, and the rest behind it, which is sent unless the taker says no. */
export function splitNeed(text: string | undefined): Pick<Entry, 'need' | 'rest'> {
  if (!text) return {}
  const need = cutAtGrapheme(text, NEED_IN_FIELD)
  const rest = text.slice(need.length)
  return rest ? { need, rest: { text: rest, send: true } } : { need }
}

function taskToEntry(task: Task): FollowUpEntry {
  const [date = '', time = ''] = task.start.split('T')
  const stopTime = task.stop.split('T')[1]
  return present({
    kind: task.onSite ? ('visit' as const) : ('call' as const),
    when: PICK,
    date,
    time: task.allDay ? undefined : time.slice(0, 5),
    stopTime: task.allDay ? undefined : stopTime?.slice(0, 5),
    allDay: task.allDay || undefined,
    name: task.name,
    notes: task.notes,
  })
}
