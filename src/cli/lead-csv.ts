import type { LeadRecord } from '../app-records.ts'

type Column = readonly [name: string, value: (record: LeadRecord) => string | number | undefined]

const time = (at: number): string => new Date(at).toISOString()

const COLUMNS: readonly Column[] = [
  ['reference', ({ lead }) => lead.reference],
  ['account', ({ lead }) => lead.account],
  ['state', ({ lead }) => lead.state],
  ['confirmed_at', ({ lead }) => time(lead.confirmedAt)],
  ['state_since', ({ lead }) => time(lead.stateSince)],
  ['taker', ({ lead }) => lead.taker],
  ['job_id', ({ lead }) => lead.jobId],
  ['client', ({ lead }) => lead.content.client.kind],
  ['first_name', ({ lead }) => lead.content.contact.firstName],
  ['last_name', ({ lead }) => lead.content.contact.lastName],
  ['company', ({ lead }) => lead.content.contact.companyName],
  ['phone', ({ lead }) => lead.content.contact.phone],
  ['mobile', ({ lead }) => lead.content.contact.mobile],
  ['email', ({ lead }) => lead.content.contact.email],
  ['street', ({ lead }) => lead.content.address.street],
  ['unit', ({ lead }) => lead.content.address.unit],
  ['city', ({ lead }) => lead.content.address.city],
  ['state_code', ({ lead }) => lead.content.address.state],
  ['postal_code', ({ lead }) => lead.content.address.postalCode],
  ['operation', ({ lead }) => lead.content.operation.name],
  ['source', ({ lead }) => lead.content.source],
  ['need', ({ lead }) => lead.content.need],
  ['attempts', ({ lead }) => lead.attempts],
  ['history', ({ history }) => history.map(({ state, at }) => `${state} ${time(at)}`).join('; ')],
]

export const csvHead = (): string => toLine(COLUMNS.map(([name]) => name))

/** One line of a spreadsheet (RFC 4180). */
export const toCsvLine = (record: LeadRecord): string =>
  toLine(COLUMNS.map(([, value]) => String(value(record) ?? '')))

const toLine = (cells: readonly string[]): string => cells.map(toCell).join(',')

function toCell(text: string): string {
  // A spreadsheet would run it as a formula: a customer can write one into a web form. Numbers in E.164 are none.
  const inert = /^(?:[=@\t\r-]|\+(?!\d+( ext \d+)?$))/u.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
