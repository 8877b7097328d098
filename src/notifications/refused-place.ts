import { userId } from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import { toWakeUp } from './announcements.ts'
import type { NotificationDeps } from './deps.ts'
import type { NotificationTransaction, Place } from './ports.ts'

const REMEDIES: Readonly<Record<string, string>> = {
  not_in_channel: 'Invite the app to the channel',
  channel_not_found: 'Check the channel in the settings; into a private channel the app has to be invited',
  is_archived: 'Unarchive the channel or name another one in the settings',
  restricted_action: 'Allow the app to post in the channel',
  messages_tab_disabled: 'Turn the messages tab of the app on',
}

/** Says once per outage that a channel can't be posted to: to the taker whose lead met it, and to the log with the remedy. */
export async function noteRefusedPlace(
  tx: NotificationTransaction,
  lead: Lead,
  place: Place,
  code: string,
  deps: NotificationDeps,
): Promise<void> {
  const fields = {
    leadId: lead.id,
    reference: lead.reference,
    place: place.kind,
    code,
    remedy: remedyFor(code),
  }
  if (place.kind === 'taker') return deps.log.error(fields, 'Slack does not let us write to the taker')
  const key = channelOutage(place.channel)
  const since = deps.now()
  if (!(await tx.beginOutage({ key, since }))) return
  await tx.noteTold(key, lead.taker)
  deps.log.error({ ...fields, channel: place.channel }, 'Slack does not let us post in a channel')
  const message = { kind: 'channel-refused', channel: place.channel, code } as const
  await tx.wake(
    toWakeUp({ to: { user: lead.taker }, message, about: `${key}:begin:${since}`, tries: 0 }, since),
  )
}

/** A channel that took a message can be posted to again: whoever was told that it can't hears so. */
export async function noteTakenPlace(
  tx: NotificationTransaction,
  place: Place,
  deps: NotificationDeps,
): Promise<void> {
  if (place.kind === 'taker') return
  const key = channelOutage(place.channel)
  if (!(await tx.endOutage(key))) return
  const now = deps.now()
  const message = { kind: 'channel-taken', channel: place.channel } as const
  for (const person of await tx.toldOf(key)) {
    const about = `${key}:end:${now}:${person}`
    await tx.wake(toWakeUp({ to: { user: userId(person) }, message, about, tries: 0 }, now))
  }
}

const channelOutage = (channel: string): string => `channel:${channel}`

function remedyFor(code: string): string {
  return REMEDIES[code] ?? 'Look the code up among the errors of chat.postMessage'
}
