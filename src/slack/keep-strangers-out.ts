import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import type { Log } from '../ops/log.ts'

/** In shared channels people of other workspaces can reach the app; leads are none of their business. */
export function keepStrangersOut(
  homeTeam: () => string | undefined,
  log: Log,
): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    const home = homeTeam()
    const theirs = teamOf(args.body)
    if (home === undefined || theirs === undefined || theirs === home) {
      await args.next()
      return
    }
    log.warn({ team: theirs }, 'stranger kept out')
    if ('command' in args && args.command) {
      await args.ack({
        response_type: 'ephemeral',
        text: 'Leadhand is only for people of its own workspace.',
      })
    } else if ('ack' in args && typeof args.ack === 'function') {
      await args.ack()
    }
  }
}

function teamOf(body: object): string | undefined {
  const { user, team_id: team }: { user?: unknown; team_id?: unknown } = body
  const own = typeof user === 'object' && user !== null && 'team_id' in user ? user.team_id : team
  return typeof own === 'string' ? own : undefined
}
