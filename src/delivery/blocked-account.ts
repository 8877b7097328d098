import type { AccountKey } from '../lead/ids.ts'
import type { DeliveryDeps } from './deps.ts'
import { moveLead, NO_WAIT, wakeUpAgain } from './move-lead.ts'

// Between two released leads, so that new ones find their turn among many old ones.
const RELEASE_EVERY_MS = 250

/** Lets the leads of an account go on that was blocked: an attempt or a check of its settings has succeeded. */
export async function releaseAccount(account: AccountKey, deps: DeliveryDeps): Promise<void> {
  await deps.leads.transaction((tx) => tx.setAccountBlocked(account, false, deps.now()))
  await releaseBlocked(account, deps)
}

/** Queues the leads that wait because their account was blocked, oldest first. */
export async function releaseBlocked(account: AccountKey, deps: DeliveryDeps): Promise<void> {
  const blocked = await deps.leads.findBlocked(account)
  for (const [index, lead] of blocked.entries()) {
    await deps.leads.transaction((tx) => {
      const now = deps.now()
      const change = { ...NO_WAIT, state: 'queued', problem: null } as const
      return moveLead(tx, lead, change, { now, sendAt: now + index * RELEASE_EVERY_MS })
    })
  }
  if (blocked.length > 0)
    deps.log.info({ account, leads: blocked.length }, 'leads of a freed account released')
}

/** Tries the oldest lead of each blocked account now and then: somebody may have mended the settings. */
export async function probeBlocked(deps: DeliveryDeps): Promise<void> {
  for (const account of deps.accounts) {
    const [oldest] = await deps.leads.findBlocked(account)
    const now = deps.now()
    if (!oldest || now - oldest.stateSince < deps.settings.blockedProbeMs) continue
    await deps.leads.transaction((tx) => tx.wake(wakeUpAgain('deliver', oldest, now)))
  }
}
