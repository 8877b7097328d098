/** A task that SingleOps is asked to make with the job. SingleOps gets it without an assignee. */
export type Task = {
  readonly name: string
  readonly notes?: string
  /** A visit at the customer's, as opposed to a call from the desk. */
  readonly onSite: boolean
  /** Local time in the account's zone, without offset: `2026-11-23T16:00:00`. */
  readonly start: string
  readonly stop: string
  /** The instants that these local times mean, epoch ms: a local time may occur twice where clocks go back. */
  readonly startsAt: number
  readonly stopsAt: number
  readonly allDay: boolean
}
