/**
 * What SingleOps' Lead Entry API says and hears: the shapes on the wire. The public page names the paths, the bodies of the requests and
 * most fields; what is our reading of it is marked so. All lists are bare JSON arrays, all ids are numbers.
 */

/** One of `GET operations`. */
export type WireOperation = {
  readonly id: number
  readonly name: string
  readonly display_name: string
  readonly active: boolean
  readonly tax_location_id: number | null
  readonly location_id: number | null
}

/** Our reading: the page doesn't list them. A consumer meets others in the wild and must live with them. */
export const INPUT_TYPES = [
  'text',
  'text_area',
  'number',
  'date',
  'dropdown',
  'multi_dropdown',
  'checkbox',
] as const
export type InputType = (typeof INPUT_TYPES)[number]

/** One of `GET custom_inputs`. All resources' inputs are listed; only those of `job` may be filled in by `POST jobs`. */
export type WireCustomInput = {
  readonly id: number
  readonly name: string
  /** One of `INPUT_TYPES`, or something newer, which takes any text. */
  readonly input_type: string
  /** `job`, `client`, `item` … */
  readonly resource_type: string
  readonly required: boolean
  /** Ids of the operations that it is limited to; empty: all of them. As objects `{id, name}` when the server is started so. */
  readonly operations: readonly number[] | readonly { readonly id: number; readonly name: string }[]
  /** Empty unless a dropdown. `key` is sent, `display` is shown. */
  readonly dropdown_options: readonly { readonly key: string; readonly display: string }[]
  readonly position: number
}

/**
 * One of `GET clients/search_by_field`. Texts are as people typed them, phones above all: `555-555-5555`, `(555) 555-5555 x2 / 555…`.
 * A text that was never filled in is null, one that was cleared is empty.
 */
export type WireClient = {
  readonly id: number
  /** Unique in its account: the company, else first and last name, with ` (2)` behind it when that was taken (our reading). */
  readonly name: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly company_name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly mobile: string | null
  readonly bill_addr_1: string | null
  readonly bill_addr_2: string | null
  readonly bill_addr_city: string | null
  readonly bill_addr_state: string | null
  readonly bill_addr_postal_code: string | null
  /** False: archived. */
  readonly active: boolean
  readonly on_hold: boolean
  readonly hold_reason: string | null
  /** An alert that the office wrote for everybody who opens the client. */
  readonly notice: string | null
  /** Entered through the portal or the API, and not confirmed by the office yet. */
  readonly unconfirmed: boolean
  /** Merged into this client; such a one is not active any more. */
  readonly merged_into_id: number | null
  /** ISO 8601, with `Z`. */
  readonly created_at: string
  /** Secret: opens the client's portal. Must not be kept, logged or shown. */
  readonly token: string
}

/** Body of `POST jobs`. */
export type WireJobRequest = {
  readonly user_email: string
  readonly user_token: string
  readonly job: {
    /** An existing client, or `""` for a new one in `portal_lead`. */
    readonly client_id: number | ''
    readonly operation_id: number
    readonly name?: string
    readonly notes?: string
    readonly custom_field_values?: readonly WireCustomValue[]
  }
  readonly portal_lead?: {
    readonly first_name?: string
    readonly last_name?: string
    readonly company_name?: string
    readonly email?: string
    readonly phone?: string
    readonly mobile?: string
  }
  readonly bill_addr_1?: string
  readonly bill_addr_2?: string
  readonly bill_addr_city?: string
  readonly bill_addr_state?: string
  readonly bill_addr_postal_code?: string
  readonly visit: { readonly visit_stage_id: number }
  readonly job_task_create?: boolean
  readonly task?: WireTask
}

/**
 * `text`, `text_area`: text. `number`: a number, also as text. `date`: `YYYY-MM-DD`. `dropdown`: an option's `key`. `multi_dropdown`: a list
 * of keys. `checkbox`: true or false. Our reading: the page shows a text only.
 */
export type WireCustomValue = {
  readonly custom_input_id: number
  readonly value: string | number | boolean | readonly string[]
}

export type WireTask = {
  readonly name: string
  readonly notes?: string
  readonly on_site?: boolean
  /** `YYYY-MM-DD HH:MM:SS`, without a zone: the account's own (our reading). */
  readonly start?: string
  readonly stop?: string
  readonly all_day?: boolean
}

/** Answer to `POST jobs`, also when it was refused. */
export type WireJobAnswer =
  | { readonly success: true; readonly error: null; readonly id: number }
  | { readonly success: false; readonly error: string | null; readonly id: null }

/** Answer to everything else that went wrong: 400, 401, 404, 405, 413, 415. */
export type WireError = { readonly error: string }
