import { type Address, hasAddress } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import type { Task } from '../lead/follow-up.ts'
import type { Lead } from '../lead/lead.ts'
import { CAPS, cutAtGrapheme } from '../lead/limits.ts'
import { notesOf } from '../lead/notes.ts'
import { formatPhone } from '../lead/phone.ts'
import { present } from '../lead/present.ts'
import { type CustomField, toCustomValues } from './custom-values.ts'
import type { SingleOpsAccount } from './settings.ts'
import { toTaskTime } from './task-time.ts'

export type JobRequestContext = {
  /** The account's custom inputs by id, as far as they are known: they say in which form a value is sent. */
  readonly customInputs: ReadonlyMap<string, CustomField>
}

export type JobRequest = ReturnType<typeof toJobRequest>

/**
 * The body of `POST jobs`, without the credentials. The only place that knows its shape; what the API page leaves open is listed in the
 * README. Every text is cut to its cap, so that a lead is never refused for its length. Throws for a lead whose client isn't decided.
 */
export function toJobRequest(lead: Lead, account: SingleOpsAccount, context: JobRequestContext) {
  const { content } = lead
  const { client } = content
  if (client.kind === 'undecided')
    throw new RangeError('a lead without a decision about its client cannot be posted')
  const customFieldValues = toCustomValues(lead, account, context.customInputs)
  return {
    job: {
      // The page shows a number for an existing client and an empty text for a new one.
      client_id: client.kind === 'existing' ? Number(client.id) : ('' as const),
      operation_id: Number(content.operation.id),
      ...present({ name: toText(content.jobName, CAPS.jobName) }),
      notes: notesOf(lead, { internal: account.notesAreInternal }),
      ...(customFieldValues.length > 0 && { custom_field_values: customFieldValues }),
    },
    ...(client.kind === 'new' && {
      portal_lead: toPortalLead(content.contact, account),
      ...toBillingAddress(content.address),
    }),
    visit: { visit_stage_id: account.visitStageId },
    ...(content.task && { job_task_create: true, task: toTask(content.task, account) }),
  }
}

function toPortalLead(contact: Contact, { country, phoneSearchSeesMobile = false }: SingleOpsAccount) {
  const mobile = contact.mobile && formatPhone(contact.mobile, country)
  const phone = contact.phone ? formatPhone(contact.phone, country) : undefined
  return present({
    first_name: toText(contact.firstName, CAPS.portalField),
    last_name: toText(contact.lastName, CAPS.portalField),
    company_name: toText(contact.companyName, CAPS.portalField),
    email: toText(contact.email, CAPS.portalField),
    phone: toText(phone ?? (phoneSearchSeesMobile ? undefined : mobile), CAPS.portalField),
    mobile: toText(mobile, CAPS.portalField),
  })
}

function toBillingAddress(address: Address) {
  if (!hasAddress(address)) return {}
  return present({
    bill_addr_1: toText(address.street, CAPS.portalField),
    bill_addr_2: toText(address.unit, CAPS.portalField),
    bill_addr_city: toText(address.city, CAPS.portalField),
    bill_addr_state: toText(address.state, CAPS.state),
    bill_addr_postal_code: toText(address.postalCode, CAPS.portalField),
  })
}

function toTask(task: Task, account: SingleOpsAccount) {
  return {
    name: toText(task.name, CAPS.taskName) ?? '',
    ...present({ notes: toText(task.notes, CAPS.taskNotes) }),
    on_site: task.onSite,
    start: toTaskTime({ local: task.start, at: task.startsAt }, account),
    stop: toTaskTime({ local: task.stop, at: task.stopsAt }, account),
    all_day: task.allDay,
  }
}

function toText(text: string | undefined, cap: number): string | undefined {
  return cutAtGrapheme(text?.trim() ?? '', cap) || undefined
}
