import { z } from 'zod'

/**
 * Only the fields that we read; others pass unseen, the clients' secret `token` among them, which is thereby never kept. What only
 * decorates is forgiven: a client whose notice has turned into an object must still be found.
 */
const id = z.union([z.number().int(), z.string().regex(/^\d+$/u)]).transform(String)
const words = z.string().nullish().catch(null)
const flag = z.boolean().nullish().catch(null)

export const operationAnswer = z.object({
  id,
  name: z.string().nullish(),
  display_name: z.string().nullish(),
  active: z.boolean().nullish(),
})
export const operationsAnswer = z.array(operationAnswer)

const dropdownOption = z.object({
  key: z.union([z.string(), z.number()]).transform(String),
  display: z.string().nullish(),
})

export const customInputAnswer = z.object({
  id,
  name: z.string(),
  input_type: z.string(),
  resource_type: z.string(),
  required: flag,
  // Ids, or objects with an id; the page shows neither.
  operations: z.array(z.union([id, z.object({ id }).transform((operation) => operation.id)])).nullish(),
  dropdown_options: z.array(dropdownOption).nullish(),
  position: z.number().nullish().catch(null),
})
export const customInputsAnswer = z.array(customInputAnswer)
export type CustomInputAnswer = z.output<typeof customInputAnswer>

export const clientAnswer = z.object({
  id,
  name: words,
  first_name: words,
  last_name: words,
  company_name: words,
  email: words,
  phone: words,
  mobile: words,
  bill_addr_1: words,
  bill_addr_2: words,
  bill_addr_city: words,
  bill_addr_state: words,
  bill_addr_postal_code: words,
  active: flag,
  on_hold: flag,
  hold_reason: words,
  notice: words,
  unconfirmed: flag,
  merged_into_id: id.nullish().catch(null),
})
export const clientsAnswer = z.array(clientAnswer)
export type ClientAnswer = z.output<typeof clientAnswer>

/** What `POST jobs` answers when it did or refused what it was asked. */
export const jobAnswer = z.object({
  success: z.boolean().nullish(),
  id: id.nullish().catch(null),
})

/** Where SingleOps says why: a text, a list of texts, or texts by field as Rails writes them. */
export const refusalAnswer = z.object({
  error: z.unknown().optional(),
  errors: z.unknown().optional(),
  message: z.unknown().optional(),
})
