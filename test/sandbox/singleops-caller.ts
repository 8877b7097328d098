import type { AccountSeed, SingleOpsServer } from '../../src/sandbox/singleops-server.ts'

/** A small account: two operations, one of them inactive, a required dropdown and one input of each other kind. */
export function anAccount(change: Partial<AccountSeed> = {}): AccountSeed {
  return {
    key: 'main',
    userEmail: 'api@main.example',
    userToken: 'token-main',
    operations: [
      { id: 11, name: 'Tree Care' },
      { id: 12, name: 'Landscaping' },
      { id: 13, name: 'Snow Removal', active: false },
    ],
    customInputs: [
      {
        id: 21,
        name: 'Lead Source',
        input_type: 'dropdown',
        required: true,
        dropdown_options: [{ key: 'phone', display: 'Phone call' }],
      },
      { id: 22, name: 'Gate code' },
      { id: 23, name: 'Preferred date', input_type: 'date' },
      { id: 24, name: 'Dogs', input_type: 'checkbox' },
      { id: 25, name: 'Trees', input_type: 'number', operations: [11] },
      { id: 26, name: 'Contact by', resource_type: 'client', required: true },
    ],
    ...change,
  }
}

export const FIRST_ID = 148_830

type Fields = Readonly<Record<string, unknown>>

/** A body of `POST jobs` that is in order for `anAccount`, for a new client. `undefined` takes a part out. */
export function aBody(change: { readonly job?: Fields } & Fields = {}): Fields {
  const { job, ...rest } = change
  return {
    user_email: 'api@main.example',
    user_token: 'token-main',
    portal_lead: { first_name: 'Ada', last_name: 'Byron', phone: '770-555-0101' },
    visit: { visit_stage_id: 8 },
    ...rest,
    job: {
      client_id: '',
      operation_id: 11,
      name: 'Oak on fence – Main St',
      custom_field_values: [{ custom_input_id: 21, value: 'phone' }],
      ...job,
    },
  }
}

export type Answered = { readonly status: number; readonly headers: Headers; readonly body: unknown }

export async function get(
  server: SingleOpsServer,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const url = new URL(path, server.baseUrl)
  const credentials = { user_email: 'api@main.example', user_token: 'token-main' }
  url.search = new URLSearchParams({ ...credentials, ...query }).toString()
  return read(await fetch(url))
}

export async function post(server: SingleOpsServer, body: unknown = aBody(), init: RequestInit = {}) {
  return read(
    await fetch(new URL('jobs', server.baseUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...init,
    }),
  )
}

export async function find(
  server: SingleOpsServer,
  field: string,
  term: string,
  page?: number,
): Promise<string[]> {
  const { body } = await get(server, 'clients/search_by_field', {
    search_field: field,
    search_term: term,
    ...(page === undefined ? {} : { page: String(page) }),
  })
  if (!Array.isArray(body)) throw new Error('The search gave no list.')
  return body.map((client: { name: string }) => client.name)
}

async function read(response: Response): Promise<Answered> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return { status: response.status, headers: response.headers, body: isJson ? parse(text) : text }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return { unreadable: text }
    throw error
  }
}
