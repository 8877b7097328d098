import { callSlack } from './call-slack.ts'
import { type MessageRead, withFile } from './message-source.ts'
import type { Desk } from './parts.ts'

const DOWNLOAD_WITHIN_MS = 5000
const MOST_BYTES = 5_000_000

/**
 * The message with the whole text of its email: from `files.info`, else from the file itself. What can't be fetched (the app may not see
 * the channel) leaves the message as it was.
 */
export async function readWholeMessage(read: MessageRead, desk: Desk): Promise<MessageRead> {
  if (!read.needsFile) return read
  const { id, url } = read.needsFile
  const answer = await callSlack(() => desk.client.files.info({ file: id }))
  if (!answer.ok) desk.log.warn({ file: id, code: answer.failure.code }, 'email file not readable')
  const informed = answer.ok ? withFile(read, answer.value.file) : read
  const address = informed.needsFile?.url ?? url
  if (!informed.needsFile || !address) return informed
  const html = await download(address, desk)
  return html === undefined ? informed : withFile(informed, html)
}

/** Without a valid token Slack answers with a sign-in page instead of an error: only an answer from the same address counts. */
async function download(url: string, desk: Desk): Promise<string | undefined> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${desk.settings.botToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(DOWNLOAD_WITHIN_MS),
    })
    const length = Number(response.headers.get('content-length') ?? 0)
    if (!response.ok || length > MOST_BYTES) {
      await response.body?.cancel()
      desk.log.warn({ status: response.status, length }, 'email file not downloaded')
      return undefined
    }
    return await response.text()
  } catch (error) {
    desk.log.warn({ err: error }, 'email file not downloaded')
    return undefined
  }
}
