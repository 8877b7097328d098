import type { ChannelSeed, UserSeed } from './api.ts'

export const TEAM = { id: 'T0SANDBOX00', name: 'Sandbox', domain: 'sandbox' } as const
/** The workspace that strangers come from. */
export const OTHER_TEAM_ID = 'T0OTHER0000'

/** Two takers, the office manager, a guest, and a person of another workspace. */
export const DEFAULT_USERS: readonly UserSeed[] = [
  { name: 'ana', real_name: 'Ana Ruiz', email: 'ana@example.com' },
  { name: 'sam', real_name: 'Sam Cole', email: 'sam@example.com' },
  { name: 'olivia', real_name: 'Olivia Park', email: 'olivia@example.com', groups: ['office'] },
  { name: 'gus', real_name: 'Gus Hale', email: 'gus@guest.example', is_restricted: true },
  { name: 'xavier', real_name: 'Xavier Lund', email: 'xavier@other.example', is_stranger: true },
]

export const DEFAULT_CHANNELS: readonly ChannelSeed[] = [
  { name: 'leads' },
  { name: 'leads-inbox' },
  { name: 'office' },
  { name: 'general' },
]

export const DEFAULT_GROUPS = ['office'] as const

/** Slack's own user, who posts forwarded mail. */
export const SLACKBOT_ID = 'USLACKBOT'
/** The bot through which it does so. */
export const MAIL_BOT_ID = 'B0MAILBOT00'

export function withDefaults<Seed extends { readonly name: string }>(
  defaults: readonly Seed[],
  given: readonly Seed[] = [],
): Seed[] {
  const replaced = new Set(given.map((seed) => seed.name))
  return [...defaults.filter((seed) => !replaced.has(seed.name)), ...given]
}
