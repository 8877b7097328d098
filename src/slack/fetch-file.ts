import { callSlack } from './call-slack.ts'
import { downloadText } from './download.ts'
import { type MessageRead, withFile } from './message-source.ts'
import type { Desk } from './parts.ts'

type Parts = Pick<Desk, 'client' | 'settings' | 'log'>

/** A message as far as it could be completed; `mayComeLater`: something is missing that Slack may give another time. */
export type Fetched<Read> = { readonly read: Read; readonly mayComeLater: boolean }

/**
 * The message with the whole text of its email: from `files.info`, else from the file itself. What can't be fetched (the app may not see
 * the channel) leaves the message as it was.
 */
export async function readWholeMessage(read: MessageRead, parts: Parts): Promise<MessageRead> {
  return (await fetchWholeMessage(read, parts)).read
}

/** The same, for whom can wait. */
export async function fetchWholeMessage(read: MessageRead, parts: Parts): Promise<Fetched<MessageRead>> {
  if (!read.needsFile) return { read, mayComeLater: false }
  const { id, url } = read.needsFile
  const answer = await callSlack(() => parts.client.files.info({ file: id }))
  if (!answer.ok) parts.log.warn({ file: id, code: answer.failure.code }, 'email file not readable')
  const informed = answer.ok ? withFile(read, answer.value.file) : read
  const address = informed.needsFile?.url ?? url
  const mayComeLater = answer.ok || answer.failure.kind === 'later' || answer.failure.kind === 'lost'
  if (!informed.needsFile || !address) {
    return { read: informed, mayComeLater: mayComeLater && informed.needsFile !== undefined }
  }
  const html = await downloadText(address, { ...parts.settings, log: parts.log })
  const whole = html === undefined ? informed : withFile(informed, html)
  return { read: whole, mayComeLater: mayComeLater && whole.needsFile !== undefined }
}
