import type { WebClient } from '@slack/web-api'
import type { Log } from '../../ops/log.ts'
import { callSlack } from '../call-slack.ts'

/** What Slack says about somebody: what they are called, and what decides what they may do. */
export type Standing = {
  /** In full where Slack has it: a card is read by people who don't know everybody's short name. */
  readonly name?: string
  readonly isGuest: boolean
  readonly isDeactivated: boolean
  /** Administers or owns the workspace. */
  readonly isWorkspaceAdmin: boolean
  readonly team?: string
  /** With Enterprise Grid: the organization. */
  readonly enterprise?: string
}

export type People = {
  /** What is known, at once; asks Slack in the background where that is nothing or old. */
  peek(user: string): Standing | undefined
  /** Asks Slack where nothing is known; undefined when Slack doesn't say. What it said last counts while it does not answer. */
  ask(user: string): Promise<Standing | undefined>
}

// Somebody who becomes a guest or leaves is kept out within that time.
const FRESH_FOR_MS = 10 * 60_000
// A person who was refused an answer is not asked about at every click.
const PAUSE_AFTER_FAILURE_MS = 5_000
const MOST_REMEMBERED = 5_000

export function createPeople(parts: {
  readonly client: WebClient
  readonly now: () => number
  readonly log: Log
}): People {
  const { client, now, log } = parts
  const known = new Map<string, { readonly standing: Standing; readonly readAt: number }>()
  const asking = new Map<string, Promise<Standing | undefined>>()
  const failedAt = new Map<string, number>()

  async function read(user: string): Promise<Standing | undefined> {
    const answer = await callSlack(() => client.users.info({ user }))
    asking.delete(user)
    if (!answer.ok) {
      failedAt.set(user, now())
      log.warn({ user, code: answer.failure.code }, 'Slack does not say who somebody is')
      return known.get(user)?.standing
    }
    failedAt.delete(user)
    const found = answer.value.user ?? {}
    const enterprise = found.enterprise_user?.enterprise_id
    const name = found.real_name || found.profile?.display_name || found.name
    const standing: Standing = {
      ...(name && { name }),
      isGuest: found.is_restricted === true || found.is_ultra_restricted === true,
      isDeactivated: found.deleted === true,
      isWorkspaceAdmin: found.is_admin === true || found.is_owner === true,
      ...(found.team_id && { team: found.team_id }),
      ...(enterprise && { enterprise }),
    }
    known.delete(user)
    known.set(user, { standing, readAt: now() })
    const [oldest] = known.keys()
    if (known.size > MOST_REMEMBERED && oldest) known.delete(oldest)
    return standing
  }

  function begin(user: string): Promise<Standing | undefined> {
    const running = asking.get(user)
    if (running) return running
    const started = read(user)
    asking.set(user, started)
    return started
  }

  function peek(user: string): Standing | undefined {
    const found = known.get(user)
    const mayAsk = now() - (failedAt.get(user) ?? Number.NEGATIVE_INFINITY) >= PAUSE_AFTER_FAILURE_MS
    if (mayAsk && (!found || now() - found.readAt >= FRESH_FOR_MS)) void begin(user)
    return found?.standing
  }

  return { peek, ask: async (user) => peek(user) ?? (await begin(user)) }
}
