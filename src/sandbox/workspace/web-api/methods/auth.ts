import { TEAM } from '../../people.ts'
import type { Methods } from '../call.ts'

export const authMethods: Methods = {
  'api.test': { token: 'none', run: (call) => ({ args: call.args }) },
  'auth.test': {
    run: (_call, { app, manifest, origin }) => ({
      url: `${origin()}/`,
      team: TEAM.name,
      user: manifest.botName.toLowerCase().replace(/\s+/gu, '_'),
      team_id: TEAM.id,
      user_id: app.bot_user_id,
      bot_id: app.bot_id,
      is_enterprise_install: false,
    }),
  },
  'team.info': {
    scopes: () => ['team:read'],
    run: () => ({ team: { id: TEAM.id, name: TEAM.name, domain: TEAM.domain, email_domain: '' } }),
  },
  'bots.info': {
    scopes: () => ['users:read'],
    run: (_call, { app, manifest }) => ({
      bot: {
        id: app.bot_id,
        app_id: app.id,
        user_id: app.bot_user_id,
        name: manifest.botName,
        deleted: false,
      },
    }),
  },
}
