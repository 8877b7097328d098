import { callSlack } from './call-slack.ts'
import type { Desk } from './parts.ts'

/** A short direct message where there is no better place to answer. */
export async function tellPerson(
  user: string,
  text: string,
  desk: Pick<Desk, 'client' | 'log'>,
): Promise<void> {
  const answer = await callSlack(() => desk.client.chat.postMessage({ channel: user, text }))
  if (!answer.ok) desk.log.warn({ user, code: answer.failure.code }, 'person could not be told')
}
