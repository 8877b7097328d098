import { isObject, type JsonObject, objectsOf } from '../workspace/json.ts'

const ADDRESS = ['bill_addr_1', 'bill_addr_2', 'bill_addr_city', 'bill_addr_state', 'bill_addr_postal_code']
const TOP = ['user_email', 'user_token', 'job', 'portal_lead', ...ADDRESS, 'visit', 'job_task_create', 'task']
const JOB = ['client_id', 'operation_id', 'name', 'notes', 'custom_field_values']
const PORTAL_LEAD = ['first_name', 'last_name', 'company_name', 'email', 'phone', 'mobile']
const TASK = ['name', 'notes', 'on_site', 'start', 'stop', 'all_day']

const PARAMETERS = ['user_email', 'user_token', 'search_field', 'search_term', 'page']

/** URL parameters that nothing reads; on a POST that is all of them, credentials too. */
export function findIgnoredParameters(method: string, query: Readonly<Record<string, string>>): string[] {
  return unknownIn(query, method === 'GET' ? PARAMETERS : [], '?')
}

/** Fields that SingleOps would drop without a word: unknown ones, a new client's beside an existing one, a task that wasn't ordered. */
export function findIgnoredFields(body: JsonObject): string[] {
  const job = isObject(body.job) ? body.job : {}
  const top = TOP.filter(
    (field) =>
      !(ADDRESS.includes(field) && job.client_id !== '') &&
      !(field === 'task' && body.job_task_create !== true),
  )
  return [
    ...unknownIn(body, top, ''),
    ...unknownIn(body.job, JOB, 'job.'),
    ...unknownIn(body.portal_lead, PORTAL_LEAD, 'portal_lead.'),
    ...unknownIn(body.visit, ['visit_stage_id'], 'visit.'),
    ...unknownIn(body.task, TASK, 'task.'),
    ...objectsOf(job.custom_field_values).flatMap((entry) =>
      unknownIn(entry, ['custom_input_id', 'value'], 'job.custom_field_values.'),
    ),
  ]
}

function unknownIn(value: unknown, known: readonly string[], prefix: string): string[] {
  if (!isObject(value)) return []
  return Object.keys(value).flatMap((key) => (known.includes(key) ? [] : [`${prefix}${key}`]))
}
