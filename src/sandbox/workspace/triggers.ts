import { ApiError, invalidArguments } from './errors.ts'
import { newTriggerId } from './ids.ts'

export type Trigger = {
  readonly userId: string
  /** Root of the modal in which it arose. */
  readonly rootViewId: string | undefined
  readonly expiresAt: number
  used: boolean
}

/** Short-lived permissions to open a view: one user, one use. */
export type Triggers = {
  issue(userId: string, rootViewId?: string): string
  /** Uses the trigger up; throws Slack's error when it can't be used. */
  exchange(triggerId: unknown): Trigger
}

export function createTriggers(clock: () => number, lifetimeMs: number): Triggers {
  const triggers = new Map<string, Trigger>()
  return {
    issue(userId, rootViewId) {
      const id = newTriggerId()
      triggers.set(id, { userId, rootViewId, expiresAt: clock() + lifetimeMs, used: false })
      return id
    },
    exchange(triggerId) {
      if (typeof triggerId !== 'string' || triggerId === '') {
        throw invalidArguments('missing required field: trigger_id')
      }
      if (!/^\d+\.\d+\.[0-9a-f]+$/u.test(triggerId)) throw invalidArguments('invalid `trigger_id`')
      const trigger = triggers.get(triggerId)
      if (!trigger) throw new ApiError('invalid_trigger_id')
      if (trigger.used) throw new ApiError('exchanged_trigger_id')
      if (clock() > trigger.expiresAt) throw new ApiError('expired_trigger_id')
      trigger.used = true
      return trigger
    },
  }
}
