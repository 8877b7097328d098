import type { ChannelHistory, EmailFiles, IntakeReplies } from '../../intake/inbox/ports.ts'
import type { Log } from '../../ops/log.ts'
import type { SlackClients } from '../bolt-app.ts'
import { createIdentity } from '../identity.ts'
import type { SlackSettings } from '../settings.ts'
import type { SharedChannels } from '../shared-channels.ts'
import { createEmailFiles } from './email-files.ts'
import { createChannelHistory } from './history.ts'
import { createIntakeReplies } from './replies.ts'

export type IntakeChannelPorts = {
  readonly files: EmailFiles
  readonly replies: IntakeReplies
  readonly history: ChannelHistory
  /** That are read again for gaps. */
  readonly channels: readonly string[]
}

/** What the inbox needs of Slack. */
export function createIntakeChannel(
  clients: SlackClients,
  settings: SlackSettings,
  { shared, log }: { readonly shared: SharedChannels; readonly log: Log },
): IntakeChannelPorts {
  return {
    files: createEmailFiles({ client: clients.live, settings, log }),
    replies: createIntakeReplies({ client: clients.notices, shared, log }),
    history: createChannelHistory(clients.live, createIdentity(clients.live, settings.botToken)),
    channels: settings.intakeChannels ?? [],
  }
}
