/** One thing that an adapter can say about its own health; doctor and readiness print it. */
export type Check = {
  readonly name: string
  /** How people read it; unset: as its name. */
  readonly title?: string
  run(signal: AbortSignal): Promise<CheckResult>
}

export type CheckResult =
  | { readonly ok: true; readonly detail: string }
  | { readonly ok: false; readonly problem: string; readonly remedy: string }
