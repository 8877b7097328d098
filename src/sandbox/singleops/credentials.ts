import type { JsonObject, JsonValue } from '../workspace/json.ts'
import type { Account } from './account.ts'

const CREDENTIALS = ['user_email', 'user_token']
const HIDDEN = '[hidden]'

export function findAccount(
  accounts: readonly Account[],
  userEmail: unknown,
  userToken: unknown,
): Account | undefined {
  if (typeof userEmail !== 'string' || typeof userToken !== 'string') return undefined
  return accounts.find(
    (account) =>
      account.userEmail.toLowerCase() === userEmail.toLowerCase() && account.userToken === userToken,
  )
}

export function hideInQuery(query: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).map(([key, value]) => [key, CREDENTIALS.includes(key) ? HIDDEN : value]),
  )
}

/** A page of clients holds a secret for each; an answer that was cut off may end inside one. */
export function hideInAnswer(body: string): string {
  return body.replaceAll(/("token":\s*)"[^"]*(?:"|$)/gu, `$1"${HIDDEN}"`)
}

export function hideInBody(body: JsonObject): JsonValue {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, CREDENTIALS.includes(key) ? HIDDEN : value]),
  )
}
