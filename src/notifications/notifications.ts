import type { WakeUp } from '../lead/wake-up.ts'
import { toErrand } from './announcements.ts'
import type { NotificationDeps } from './deps.ts'
import { notifyOf } from './notify.ts'
import { createPace } from './pace.ts'
import { postLeadMessage } from './post.ts'
import { createStuckLeadsWatch, type StuckLeadsWatch } from './stuck-leads.ts'
import { tellErrand } from './tell.ts'

export type Notifications = StuckLeadsWatch & {
  /** Fit the queue's handlers; a stop lets them finish, Slack's calls have deadlines of their own. */
  readonly handlers: {
    notify(wakeUp: WakeUp): Promise<void>
    post(wakeUp: WakeUp): Promise<void>
  }
}

export function createNotifications(deps: NotificationDeps): Notifications {
  const pace = createPace(deps.now)
  return {
    ...createStuckLeadsWatch(deps),
    handlers: {
      notify: (wakeUp) => notifyOf(wakeUp, deps),
      post: (wakeUp) => {
        const errand = toErrand(wakeUp.subject)
        return errand ? tellErrand(errand, deps) : postLeadMessage(wakeUp, { ...deps, pace })
      },
    },
  }
}
