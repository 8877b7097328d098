import { isObject, type JsonObject } from '../workspace/json.ts'
import type { Account } from './account.ts'
import { CAPS, checkText, isBlank } from './caps.ts'

const PORTAL_FIELDS = ['first_name', 'last_name', 'company_name', 'email', 'phone', 'mobile'] as const
const ADDRESS_FIELDS = [
  'bill_addr_1',
  'bill_addr_2',
  'bill_addr_city',
  'bill_addr_state',
  'bill_addr_postal_code',
] as const

/** A lead is for an existing client or for a new one, never for both or for neither. */
export function checkClient(body: JsonObject, account: Account): string[] {
  const job = isObject(body.job) ? body.job : {}
  const clientId = job.client_id
  const portalLead = body.portal_lead

  if (clientId === undefined || clientId === null) return ['job.client_id is missing ("" for a new client)']
  if (clientId === '') return portalLead === undefined ? [NEITHER] : checkPortalLead(portalLead, body)
  if (typeof clientId !== 'number') return ['job.client_id must be a number']
  const problems = checkExisting(clientId, account)
  return portalLead === undefined ? problems : [...problems, BOTH]
}

const NEITHER = 'either job.client_id or portal_lead is needed'
const BOTH = 'job.client_id and portal_lead exclude each other'

function checkExisting(id: number, account: Account): string[] {
  const client = account.clients.get(id)
  if (!client) return [`client ${id} is unknown`]
  return client.merged_into_id === null ? [] : [`client ${id} was merged into ${client.merged_into_id}`]
}

function checkPortalLead(lead: unknown, body: JsonObject): string[] {
  if (!isObject(lead)) return ['portal_lead must be an object']
  const named = ['first_name', 'last_name', 'company_name'].some((field) => !isBlank(lead[field]))
  return [
    ...(named ? [] : ['portal_lead needs a first name, a last name or a company name']),
    ...PORTAL_FIELDS.flatMap((field) => checkText(lead[field], `portal_lead.${field}`, CAPS.portalField)),
    ...ADDRESS_FIELDS.flatMap((field) =>
      checkText(body[field], field, field === 'bill_addr_state' ? CAPS.state : CAPS.portalField),
    ),
  ]
}
