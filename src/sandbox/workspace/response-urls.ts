import { randomBytes } from 'node:crypto'

/** Where an answer to this address goes. */
export type ResponseTarget = {
  readonly userId: string
  readonly channelId: string
  /** The message that was acted on. */
  readonly messageTs?: string
  readonly threadTs?: string
  readonly isEphemeral?: boolean
}

export type ResponseUse =
  | { readonly target: ResponseTarget }
  | { readonly refused: 'used_url' | 'expired_url' }

/** Slack takes five answers within thirty minutes. */
const MAX_USES = 5
const LIFETIME_MS = 30 * 60_000

export type ResponseUrls = {
  /** The path of a new address: `/commands/…`, `/actions/…` or `/app/…`. */
  issue(kind: 'commands' | 'actions' | 'app', target: ResponseTarget): string
  /** Takes one use; undefined when there is no such address. */
  use(path: string): ResponseUse | undefined
}

export function createResponseUrls(clock: () => number, teamId: string): ResponseUrls {
  const known = new Map<string, { target: ResponseTarget; expiresAt: number; uses: number }>()
  return {
    issue(kind, target) {
      const path = `/${kind}/${teamId}/${known.size + 1}/${randomBytes(12).toString('base64url')}`
      known.set(path, { target, expiresAt: clock() + LIFETIME_MS, uses: 0 })
      return path
    },
    use(path) {
      const entry = known.get(path)
      if (!entry) return undefined
      if (clock() > entry.expiresAt) return { refused: 'expired_url' }
      if (entry.uses >= MAX_USES) return { refused: 'used_url' }
      entry.uses += 1
      return { target: entry.target }
    },
  }
}
