import { randomBytes } from 'node:crypto'
import { isObject } from '../json.ts'
import { VERIFICATION_TOKEN } from '../payloads.ts'
import type { Line } from './line.ts'

/** Slack's check of a request URL: the challenge must come back, as JSON or as plain text. */
export async function verifyUrl(line: Line, timeoutMs: number): Promise<boolean> {
  const challenge = randomBytes(16).toString('hex')
  const payload = { token: VERIFICATION_TOKEN, challenge, type: 'url_verification' }
  const { status, body } = await line({ kind: 'events', what: 'url_verification', payload }, timeoutMs)
  return status === 200 && (isObject(body) ? body.challenge : body) === challenge
}
