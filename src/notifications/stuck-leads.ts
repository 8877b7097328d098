import type { NotificationDeps } from './deps.ts'
import type { Announcement } from './ports.ts'

const OUTAGE = 'leads-stuck'

/** Says once to the office that leads wait which should have gone, whatever the reason, and once that they go again. */
export type StuckLeadsWatch = {
  /** To be run every minute. Not by the queue: that it stands still may be the very reason. */
  watchLeads(): Promise<void>
}

type Finding = 'well' | { readonly problem: 'leads-stuck' | 'memory-gone'; readonly message: Announcement }

export function createStuckLeadsWatch(deps: NotificationDeps): StuckLeadsWatch {
  /** What this process has said by itself while the memory, which knows what was said, could not be asked. */
  let saidMemoryGone = false
  let isJustStarted = true

  return {
    async watchLeads() {
      // What fell due while no process ran goes now.
      if (isJustStarted) {
        isJustStarted = false
        return
      }
      const finding = await look(deps)
      if (finding !== 'well' && finding.problem === 'memory-gone') {
        if (!saidMemoryGone) saidMemoryGone = await say(finding.message, deps)
        return
      }
      if (saidMemoryGone && (await say({ kind: 'memory-back' }, deps))) saidMemoryGone = false
      if (finding === 'well') return end(deps)
      await begin(finding.message, deps)
    },
  }
}

async function look({ posts, settings, now, log }: NotificationDeps): Promise<Finding> {
  try {
    const stuck = await posts.findStuck(now() - settings.stuckAfterMs)
    if (!stuck) return 'well'
    const message = { kind: 'leads-stuck', leads: stuck.leads, waitingMs: now() - stuck.since } as const
    return { problem: 'leads-stuck', message }
  } catch (err) {
    log.error({ err }, 'the database does not answer: leads can be neither taken nor sent')
    return { problem: 'memory-gone', message: { kind: 'memory-gone' } }
  }
}

async function begin(message: Announcement, deps: NotificationDeps): Promise<void> {
  const { posts, log, now } = deps
  if (!(await posts.transaction((tx) => tx.beginOutage({ key: OUTAGE, since: now() })))) return
  log.error(
    { ...message },
    'leads wait that should have gone: look for errors above, and start Leadhand again',
  )
  // Not told: the next look begins anew.
  if (!(await say(message, deps))) await posts.transaction((tx) => tx.endOutage(OUTAGE))
}

async function end(deps: NotificationDeps): Promise<void> {
  const { posts, now } = deps
  if (!(await posts.transaction((tx) => tx.endOutage(OUTAGE)))) return
  if (!(await say({ kind: 'leads-go' }, deps)))
    await posts.transaction((tx) => tx.beginOutage({ key: OUTAGE, since: now() }))
}

/** True when it needs no further try. */
async function say(message: Announcement, { notifier, settings, log }: NotificationDeps): Promise<boolean> {
  const { officeChannel: channel } = settings
  if (channel === undefined) return true
  try {
    const outcome = await notifier.tell({ channel }, message)
    return outcome.kind !== 'retry'
  } catch (err) {
    log.warn({ err, kind: message.kind }, 'announcement not posted')
    return false
  }
}
