/** One thing that an adapter can say about its own health; doctor and readiness print it. */
export type Check = {
  readonly name: string
  /** How people read it; unset: as its name. */
  readonly title?: string
  run(signal: AbortSignal): Promise<CheckResult>
}

export type CheckResult =
  /** `plain`: for people who know neither settings nor computers, where it is worth saying to them. */
  | { readonly ok: true; readonly detail: string; readonly plain?: string }
  /** `plain`: the same for them; unset: they understand it as it is. */
  | (Trouble & { readonly ok: false; readonly plain?: Trouble })

export type Trouble = { readonly problem: string; readonly remedy: string }
