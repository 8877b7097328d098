import type { WireClient, WireCustomValue } from './wire.ts'

/** The first three of SingleOps' lead statuses; the others are set by hand or by age. */
export const STAGES = ['Unconfirmed Client', 'Estimate Unscheduled', 'Estimate Scheduled'] as const
export type Stage = (typeof STAGES)[number]

export type StoredJob = {
  readonly id: number
  readonly account: string
  readonly clientId: number
  readonly operationId: number
  readonly operationName: string
  readonly name: string
  readonly notes: string
  readonly customValues: readonly (WireCustomValue & { readonly name: string })[]
  readonly visitStageId: number
  readonly taskId: number | null
  /** ISO 8601. */
  readonly createdAt: string
}

/** A job as the office would see it. */
export type SandboxJob = StoredJob & { readonly clientName: string; readonly stage: Stage }

export type SandboxTask = {
  readonly id: number
  readonly account: string
  readonly jobId: number
  readonly name: string
  readonly notes: string
  readonly onSite: boolean
  readonly allDay: boolean
  /** As sent; null: not scheduled. */
  readonly start: string | null
  readonly stop: string | null
  /** The instant that `start` means in the account's zone, ISO 8601. */
  readonly startsAt: string | null
  /** SingleOps gets no assignee through the API. */
  readonly assignee: null
}

/** Nothing is scheduled for a client that the office has not confirmed, nor without a place to go to. */
export function stageOf(client: WireClient, task: SandboxTask | undefined): Stage {
  if (client.unconfirmed) return 'Unconfirmed Client'
  return task?.start && client.bill_addr_1 ? 'Estimate Scheduled' : 'Estimate Unscheduled'
}
