import type { Config } from '../../src/config/config.ts'

/** How the process under test is set up. */
export type Plan = {
  readonly delivery?: Partial<Config['delivery']>
  readonly notifications?: Partial<Config['notifications']>
  readonly posting?: Partial<Config['singleops']['posting']>
  readonly clockOffsetMs?: number
}

/** What it is told while it runs. */
export type Order =
  /** At the nth visit of a point from now on; `*` counts all points. */
  | { readonly do: 'die'; readonly point: string; readonly nth: number }
  | { readonly do: 'live' }
  | { readonly do: 'forget visits' }
  | { readonly do: 'tell visits' }
  | { readonly do: 'jump clock'; readonly byMs: number }
  | { readonly do: 'pragma'; readonly text: string }

/** What it says. */
export type Report = {
  readonly port?: number
  readonly refused?: string
  readonly done?: Order['do']
  readonly visits?: Readonly<Record<string, number>>
}
