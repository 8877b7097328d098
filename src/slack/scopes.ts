/** What the bot token has to allow; `slack-manifest.yml` asks for exactly these and says why. */
export const BOT_SCOPES = [
  'commands',
  'chat:write',
  'im:write',
  'files:read',
  'usergroups:read',
  'users:read',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
  'im:history',
] as const
