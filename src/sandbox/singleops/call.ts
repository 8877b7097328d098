import { isObject, type JsonObject } from '../workspace/json.ts'
import type { Account } from './account.ts'
import { type Answer, errorAnswer } from './answer.ts'
import { findAccount } from './credentials.ts'

export const API_ROOT = '/api/v1/'

/** A request to the API, as it came. */
export type Call = {
  readonly method: string
  /** Behind `/api/v1/`. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly contentType: string | undefined
  readonly body: Uint8Array
}

/** What a call is about; `problem`: the answer that says why it can't be carried out. */
export type ReadCall = { readonly body?: JsonObject } & (
  | { readonly account: Account; readonly problem?: undefined }
  | { readonly account?: undefined; readonly problem: Answer }
)

const METHODS: Readonly<Record<string, 'GET' | 'POST'>> = {
  operations: 'GET',
  custom_inputs: 'GET',
  'clients/search_by_field': 'GET',
  jobs: 'POST',
}

const UNAUTHORIZED = errorAnswer(401, 'Invalid user email or token.')
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Credentials are URL parameters of a GET, and fields of a POST's JSON body; nowhere else do they count. */
export function readCall(call: Call, accounts: readonly Account[]): ReadCall {
  const method = METHODS[call.path]
  if (method === undefined) return { problem: errorAnswer(404, 'Not found.') }
  if (call.method !== method) return { problem: errorAnswer(405, 'Method not allowed.', { allow: method }) }
  return method === 'GET' ? readGet(call, accounts) : readPost(call, accounts)
}

function readGet({ query }: Call, accounts: readonly Account[]): ReadCall {
  const account = findAccount(accounts, query.user_email, query.user_token)
  return account ? { account } : { problem: UNAUTHORIZED }
}

function readPost(call: Call, accounts: readonly Account[]): ReadCall {
  if (!isJsonType(call.contentType)) {
    return { problem: errorAnswer(415, 'The content type must be application/json.') }
  }
  const body = parse(call.body)
  if (!isObject(body)) return { problem: errorAnswer(400, 'The body must be a JSON object.') }
  const account = findAccount(accounts, body.user_email, body.user_token)
  return account ? { account, body } : { body, problem: UNAUTHORIZED }
}

function isJsonType(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/iu.test(contentType ?? '')
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(body))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}
