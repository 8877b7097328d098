import type { Config } from '../../src/config/config.ts'

/** How the process under test is set up. */
export type Plan = {
  readonly delivery?: Partial<Config['delivery']>
  readonly notifications?: Partial<Config['notifications']>
  readonly intake?: Partial<Config['intake']>
  readonly singleops?: Partial<Pick<Config['singleops'], 'catalogFreshMs'>>
  readonly posting?: Partial<Config['singleops']['posting']>
  /** A version that knows one more migration than this one. */
  readonly isNextVersion?: true
  readonly clockOffsetMs?: number
  /** Where it dies, should it get there; also while it starts. */
  readonly death?: Death
}

/** At the nth visit of a point; `*` counts all points. */
export type Death = { readonly point: string; readonly nth: number }

/** What it is told while it runs. */
export type Order =
  | ({ readonly do: 'die' } & Death)
  | { readonly do: 'live' }
  /** The queue's handlers hang from now on, until it is told to live. */
  | { readonly do: 'hang' }
  | { readonly do: 'forget visits' }
  | { readonly do: 'tell visits' }
  | { readonly do: 'jump clock'; readonly byMs: number }
  | { readonly do: 'sql'; readonly text: string }

/** What it says. */
export type Report = {
  readonly port?: number
  readonly refused?: string
  readonly done?: Order['do']
  readonly visits?: Readonly<Record<string, number>>
}
