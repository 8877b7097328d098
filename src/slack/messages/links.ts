import { type Address, formatAddress } from '../../lead/address.ts'
import type { Contact } from '../../lead/contact.ts'
import type { ClientId, JobId } from '../../lead/ids.ts'
import { cutWithEllipsis } from '../../lead/limits.ts'
import { formatPhone } from '../../lead/phone.ts'
import { escapeLine, toLink } from '../escape.ts'
import type { SlackSettings } from '../settings.ts'

/** Numbers to tap, the one that can be texted first; without a number the email address. Empty when neither is known. */
export function reachLinks(contact: Contact): string {
  const numbers = [...new Set([contact.mobile, contact.phone])].filter((number) => number !== undefined)
  if (numbers.length > 0) return numbers.map(phoneLink).filter(Boolean).join(' · ')
  return contact.email ? toLink(`mailto:${contact.email}`, cutWithEllipsis(contact.email, LABEL_CAP)) : ''
}

/** Takes E.164 with ` ext N`; phones dial what stands behind the comma after a pause. */
export function phoneLink(number: string): string {
  const [main = '', extension] = number.split(' ext ')
  // North American numbers read the same in every account; others carry their country code.
  const label = cutWithEllipsis(formatPhone(number, 'US'), LABEL_CAP)
  if (!/^\+?\d+$/u.test(main)) return escapeLine(label)
  return toLink(`tel:${main}${extension ? `,${extension}` : ''}`, label)
}

/** The address on one line, leading to a map. Empty when there is none. */
export function mapLink(address: Address): string {
  const line = formatAddress(address).toWellFormed().replaceAll(/\s+/gu, ' ').trim()
  if (line === '') return ''
  // Opens the phone's map app where there is one.
  const url = `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(cutWithEllipsis(line, 300).toWellFormed())}`
  return toLink(url, cutWithEllipsis(line, LABEL_CAP))
}

/** "job #148830", leading to SingleOps where its address is configured. */
export function jobLink(job: JobId, settings: Pick<SlackSettings, 'jobUrl'>): string {
  return settings.jobUrl
    ? toLink(fillTemplate(settings.jobUrl, job), `job #${job}`)
    : `job #${escapeLine(job)}`
}

/** "#12345", leading to the client where its address is configured. */
export function clientLink(client: ClientId, settings: Pick<SlackSettings, 'clientUrl'>): string {
  return settings.clientUrl
    ? toLink(fillTemplate(settings.clientUrl, client), `#${client}`)
    : `#${escapeLine(client)}`
}

/** The web address of a job; undefined when SingleOps' address is not configured. */
export function jobUrl(job: JobId, settings: Pick<SlackSettings, 'jobUrl'>): string | undefined {
  return settings.jobUrl && fillTemplate(settings.jobUrl, job)
}

const LABEL_CAP = 200

const fillTemplate = (template: string, id: string): string =>
  template.replaceAll('{id}', () => encodeURIComponent(id.toWellFormed()))
