import type { ChannelSeed } from '../workspace/api.ts'

/** Shared with another company, whose person can look in. */
export const PARTNER_CHANNEL = 'shared-with-lund'
/** What that company does for us: an operation as people read it. */
export const PARTNER_OPERATION = 'Plant Health Care (PHC)'

/** Beside the workspace's own. */
export const CHANNELS: readonly ChannelSeed[] = [
  { name: PARTNER_CHANNEL, members: ['ana', 'sam', 'olivia', 'xavier'], is_ext_shared: true },
]
