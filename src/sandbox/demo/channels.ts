import type { ChannelSeed } from '../workspace/api.ts'

/** Beside the workspace's own: one that is shared with another company, so that its person can look in. */
export const CHANNELS: readonly ChannelSeed[] = [
  { name: 'shared-with-lund', members: ['ana', 'sam', 'olivia', 'xavier'] },
]
