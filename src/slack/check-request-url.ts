import { createHmac, randomUUID } from 'node:crypto'
import type { CheckResult } from '../ops/check.ts'
import type { SlackSettings } from './settings.ts'

type Settings = Pick<SlackSettings, 'requestUrl' | 'signingSecret'>

/** Asks the public address what Slack asks when it is entered there, signed with our secret: names, certificate, proxy and secret at once. */
export async function checkRequestUrl(
  { requestUrl, signingSecret }: Settings,
  now: () => number,
  signal: AbortSignal,
): Promise<CheckResult> {
  if (requestUrl === undefined) {
    return fail(
      'Nothing says how Slack reaches Leadhand',
      'For Socket Mode make an app-level token (xapp-…) with the scope connections:write on the page "Basic Information" (setting SLACK_APP_TOKEN). Over HTTP set PUBLIC_URL to the https address that Slack posts to: then it is tried.',
    )
  }
  const challenge = randomUUID()
  const response = await ask(
    requestUrl,
    sign({ type: 'url_verification', challenge }, signingSecret, now),
    signal,
  )
  if (response instanceof Error) {
    return fail(
      `${requestUrl} can't be reached (${causeOf(response)})`,
      'Check that Leadhand runs, that the name leads here, that its certificate is valid, and that the proxy passes /slack/events on.',
    )
  }
  if (response.status === 401) {
    return fail(
      `Leadhand at ${requestUrl} does not take our signature`,
      'Copy the Signing Secret from the page "Basic Information" into SLACK_SIGNING_SECRET, and start Leadhand again with it.',
    )
  }
  const answer = await response.text().catch(() => '')
  return response.status === 200 && answer.includes(challenge)
    ? { ok: true, detail: `${requestUrl} answers, and the signing secret fits` }
    : fail(
        `Something else answers at ${requestUrl} (status ${response.status})`,
        'Check that the name leads to this computer and that the proxy passes /slack/events on to Leadhand, without a redirect or a log-in.',
      )
}

type Signed = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

function sign(question: object, secret: string, now: () => number): Signed {
  const body = JSON.stringify(question)
  const timestamp = String(Math.floor(now() / 1000))
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  }
}

/** The error when nothing came back. */
async function ask(url: string, signed: Signed, signal: AbortSignal): Promise<Response | Error> {
  try {
    return await fetch(url, { method: 'POST', redirect: 'manual', signal, ...signed })
  } catch (error) {
    return error instanceof Error ? error : new Error('unknown', { cause: error })
  }
}

// `fetch` says "fetch failed"; the reason stands below.
function causeOf({ name, cause }: Error): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : name
}

const fail = (problem: string, remedy: string): CheckResult => ({ ok: false, problem, remedy })
