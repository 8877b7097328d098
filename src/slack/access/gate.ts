import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt'
import type { Log } from '../../ops/log.ts'
import type { Identity } from '../identity.ts'
import type { ViewCalls } from '../view-calls.ts'
import type { Access, Refusal } from './access.ts'
import { type Act, readAct } from './read-act.ts'
import { refuse } from './refuse.ts'

export type GateParts = {
  readonly access: Access
  readonly identity: Pick<Identity, 'team' | 'enterprise'>
  readonly views: ViewCalls
  readonly log: Log
}

/** The one place where every command, shortcut, button, submission, visit to Home and word to the app is let through or refused. */
export function createGate({ access, identity, views, log }: GateParts): Middleware<AnyMiddlewareArgs> {
  /** People of other workspaces reach the app through shared channels; their payload says where they are from. */
  function isStranger({ team }: Act): boolean {
    const home = identity.team()
    // Inside an organization people of its other workspaces are none: who they are is asked.
    return team !== undefined && home !== undefined && team !== home && identity.enterprise() === undefined
  }

  async function judge(act: Act): Promise<Refusal | undefined> {
    if (isStranger(act)) return 'stranger'
    if (act.opensForm) return access.knownRefusalOf(act.user, act.right)
    const refusal = await access.refusalOf(act.user, act.right)
    return refusal === 'unknown' && act.isOnlyWords ? undefined : refusal
  }

  return async (args) => {
    const act = readAct(args.body)
    const refusal = act && (await judge(act))
    if (act === undefined || refusal === undefined) {
      await args.next()
      return
    }
    log.warn({ user: act.user, what: act.what, right: act.right, because: refusal }, 'act refused')
    await refuse(args, refusal, views)
  }
}
