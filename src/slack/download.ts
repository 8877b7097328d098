import type { Log } from '../ops/log.ts'

export type DownloadOptions = {
  readonly botToken: string
  readonly apiUrl: string
  readonly log: Log
}

const DOWNLOAD_WITHIN_MS = 5000
const MOST_BYTES = 5_000_000

/**
 * The text behind a file's address, fetched with the bot token; undefined when it can't be had. The address stands in what somebody sent,
 * so the token goes to Slack's own hosts only, or to the host of `SLACK_API_URL`. Redirects are not followed: Slack's lead to a sign-in page.
 */
export async function downloadText(address: string, options: DownloadOptions): Promise<string | undefined> {
  const { botToken, apiUrl, log } = options
  if (!isSlackFile(address, apiUrl)) {
    log.warn({}, 'file not downloaded: it does not lie with slack')
    return undefined
  }
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(DOWNLOAD_WITHIN_MS),
    })
    const text = response.ok ? await readCapped(response) : undefined
    if (text !== undefined) return text
    log.warn({ status: response.status }, 'file not downloaded')
    if (!response.bodyUsed) await response.body?.cancel()
  } catch (error) {
    log.warn({ err: error }, 'file not downloaded')
  }
  return undefined
}

/** Slack keeps files on `files.slack.com` and `files-origin.slack.com`, those of some workspaces on hosts of their own below. */
export function isSlackFile(address: string, apiUrl: string): boolean {
  const url = URL.parse(address)
  if (url?.username !== '' || url.password !== '') return false
  const { origin } = new URL(apiUrl)
  if (url.origin === origin) return true
  return url.protocol === 'https:' && url.port === '' && /^(?:[a-z0-9-]+\.)+slack\.com$/u.test(url.hostname)
}

/** Undefined once it is longer than announced files may be; what is left is not read. */
async function readCapped(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.byteLength
    // Leaving the loop cancels the rest.
    if (size > MOST_BYTES) return undefined
    text += decoder.decode(part, { stream: true })
  }
  return text + decoder.decode()
}
