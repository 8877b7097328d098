import type { Figures } from './percentiles.ts'

/** One thing that was measured; one number, or p50, p95 and p99. */
export type Line = {
  readonly what: string
  /** Transport, latencies, rate. */
  readonly setting: string
  readonly unit: string
  /** Absent for what only tells how exact the measuring is. */
  readonly leadhand?: Figures | number
  readonly bare?: Figures | number
  /** What Slack and SingleOps themselves took of it; nobody can be faster. */
  readonly ideal?: number
}

export type Goal = {
  readonly what: string
  /** In words. */
  readonly goal: string
  readonly measured: number
  readonly limit: number
  readonly unit: string
  /** Otherwise at most. */
  readonly atLeast?: true
}

export type Table = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type PartResult = {
  readonly lines?: readonly Line[]
  readonly goals?: readonly Goal[]
  readonly tables?: readonly Table[]
  readonly notes?: readonly string[]
}

export type Run = {
  /** Each part with when it was last run and how long it took. */
  readonly parts: Readonly<Record<string, PartResult & { readonly at: string; readonly seconds: number }>>
}

export type Progress = (text: string) => void

/** `quick`: a few rounds only, to see that everything runs; its figures say little. */
export type Options = { readonly quick: boolean; readonly progress: Progress }

export type Scenario = (options: Options) => Promise<PartResult>

export const isMet = ({ measured, limit, atLeast }: Goal): boolean =>
  atLeast ? measured >= limit : measured <= limit
