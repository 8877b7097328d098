import type { WakeUp } from '../../lead/wake-up.ts'
import type { InboxMessage } from './ports.ts'

/** The job that brings a message and our reply to it up to date. */
export const wakeReply = ({ id, version }: InboxMessage, now: number): WakeUp => ({
  key: `read-message:${id}:${version}`,
  topic: 'read-message',
  subject: id,
  runAt: now,
})
